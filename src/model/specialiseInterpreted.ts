import type { Executable } from '../formula/compile.ts';
import { interpret, type InterpretOptions } from '../formula/interpret.ts';
import type { Records, Setting } from '../scenario/types.ts';
import type { Model } from './link.ts';
import { specialisedGraph, type Specialisation, type SpecialisedGraph } from './specialise.ts';

/**
 * The same as `specialise`, to the last bit, without making code: for pages that forbid it.
 *
 * @throws InputError as that does
 */
export function specialiseInterpreted(
  model: Model,
  records: Records,
  settings: Readonly<Record<string, Setting>>,
  vary: readonly string[],
  wanted: readonly string[],
): Specialisation & Executable {
  return interpretGraph(specialisedGraph(model, records, settings, vary, wanted));
}

/**
 * The functions of a graph, without making code.
 *
 * @param options as {@link interpret} takes them
 */
export function interpretGraph(
  { inputs, base, outputs, roots }: SpecialisedGraph,
  options: InterpretOptions = {},
): Specialisation & Executable {
  return { ...interpret(roots, options), inputs, base, outputs };
}
