import { specialise } from '../model/specialise.ts';
import { evaluateScenario } from '../result/build.ts';
import type { ColumnModel } from '../studies/types.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/** Some outputs of a scenario as a function of some of its inputs. */
export interface CompiledScenario extends ColumnModel {
  /** Values of the inputs in the scenario, in base units. */
  readonly base: Float64Array;
}

/**
 * Compiles a scenario to straight-line code over columns: for studies of your own, and for every
 * function of `emuprove/studies`. Whatever does not depend on what varies is computed once, here. All
 * values are in base units (Hz, not MHz); truth values are 1 and 0.
 *
 * @param resolved - what `resolveScenario` gave
 * @param inputs - names of what varies; `fill` is all of its elements, `fill.lut` is one of them
 * @param outputs - names of what is wanted
 * @returns the function, with the keys of the elements that inputs and outputs stand for
 * @throws InputError for unknown names, inputs without a value of their own, and outputs that are
 *   not defined
 * @example
 * import { compileScenario, evaluateColumns, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const model = compileScenario(scenario, ['unit_busy', 'fill.lut'], ['overhead', 'passes']);
 * const { outputs } = evaluateColumns(model, { unit_busy: Float64Array.of(0.5, 0.9) });
 * // A quantity with elements is a column each: `passes` is one for each reading.
 * console.log(outputs['overhead']?.length, outputs['passes[overhead]']?.length); // 2 2
 */
export function compileScenario(
  { builtin, scenario, checked }: ResolvedScenario,
  inputs: readonly string[],
  outputs: readonly string[],
): CompiledScenario {
  const { model, records } = evaluateScenario(builtin, scenario, !checked);
  return specialise(model, records, scenario.set, inputs, outputs);
}
