import { compile, type ColumnFunction, type Compiled } from '../formula/compile.ts';
import { Instance, type Bind } from '../formula/instantiate.ts';
import type { Value } from '../formula/ir.ts';
import { later } from '../formula/later.ts';
import type { PortableGraph } from '../formula/portable.ts';
import { elementKey } from '../formula/system.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import type { Records, Setting } from '../scenario/types.ts';
import { bind, elementsNamed, type Binding } from './bind.ts';
import { partsOf, type Evaluation } from './evaluate.ts';
import type { Model } from './link.ts';

/** What of a model is a function of what, whichever way it is computed. */
export interface Specialisation {
  /** Keys of the varying elements, in the order of the input columns. */
  readonly inputs: readonly string[];
  /** Their values in the scenario, in base units. */
  readonly base: Float64Array;
  /** Keys of the outputs, in the order of the output columns; truth values are 1 and 0. */
  readonly outputs: readonly string[];
}

/** A model compiled to some of its outputs as a function of some of its inputs. */
export interface Specialised extends Specialisation, Compiled {
  /** With how `buildCompiled` builds the same in another thread, where it can. */
  readonly columns: ColumnFunction & {
    readonly recipe?: { readonly builder: 'compiled'; readonly data: PortableGraph };
  };
}

/** A specialisation as a graph, one root per output, to which more can be added. */
export interface SpecialisedGraph extends Specialisation {
  readonly roots: readonly Value[];
  /** What its nodes come from: what it has already is not made twice. */
  readonly instance: Instance;
  /** What the inputs are bound to where they do not vary. */
  readonly binding: Binding;
}

/**
 * Compiles a model for one scenario. Whatever does not depend on what varies is computed once, here.
 *
 * @param vary names of inputs (`unit_busy`, `fill.lut`); values are in base units
 * @param wanted names of outputs
 * @param evaluation of the same model, records and settings, if there is one: what does not depend on what varies is taken from it
 * @throws InputError for unknown names, inputs without a value, and outputs that are not defined
 */
export function specialise(
  model: Model,
  records: Records,
  settings: Readonly<Record<string, Setting>>,
  vary: readonly string[],
  wanted: readonly string[],
  evaluation?: Evaluation,
): Specialised {
  return compileGraph(specialisedGraph(model, records, settings, vary, wanted, evaluation));
}

/** The functions of a graph, with how another thread builds them. */
export function compileGraph({ inputs, base, outputs, roots }: SpecialisedGraph): Specialised {
  const compiled = compile(roots, inputs.length);
  // Few studies ask for the recipe, which is all of the graph.
  const recipe = later(() => {
    const data = compiled.portable;
    return data && { builder: 'compiled' as const, data };
  });
  Object.defineProperty(compiled.columns, 'recipe', { get: recipe, enumerable: true });
  return Object.defineProperties(
    { inputs, base, outputs },
    Object.getOwnPropertyDescriptors(compiled),
  ) as Specialised;
}

/**
 * The graph that {@link specialise} compiles, one root per output, for other ways to compute it.
 *
 * @throws InputError as that does
 */
export function specialisedGraph(
  model: Model,
  records: Records,
  settings: Readonly<Record<string, Setting>>,
  vary: readonly string[],
  wanted: readonly string[],
  evaluation?: Evaluation,
): SpecialisedGraph {
  const like = evaluation?.model === model ? partsOf(evaluation) : undefined;
  const binding = like?.binding ?? bind(model, records, settings);
  const inputs = vary.flatMap((name) => elementsNamed(model, name));
  const outputs = wanted.flatMap((name) => elementsNamed(model, name));
  const keys = inputs.map(({ quantity, tuple }) => elementKey(quantity.name, tuple));
  const slots = new Map(keys.map((key, slot) => [key, slot]));
  const issues: Issue[] = [];
  const base = inputs.map(({ quantity, tuple }, i) => {
    const bound = binding.of(quantity.name, tuple);
    if (bound !== undefined) return bound.value;
    const message = `${keys[i] ?? ''} has no value of its own that could vary`;
    issues.push({ code: 'no-value', message });
    return 0;
  });
  const bound: Bind = (key, name, tuple) => {
    const slot = slots.get(key);
    return slot === undefined ? binding.of(name, tuple, key) : { slot };
  };
  const instance = like?.instance.with(bound) ?? new Instance(model.system, bound);
  const roots: Value[] = [];
  for (const { quantity, tuple } of outputs) {
    const { node } = instance.derive(quantity.name, tuple);
    const key = elementKey(quantity.name, tuple);
    if (node.kind === 'missing') {
      const message = `${key} needs ${node.inputs.join(', ')}, which has no value`;
      issues.push({ code: 'missing-input', message });
    } else if (node.kind === 'invalid') {
      issues.push({ code: 'not-finite', message: `${key}: ${node.reason} in ${node.origin}` });
    } else roots.push(node);
  }
  if (issues.length > 0) throw new InputError(issues);
  return {
    roots,
    instance,
    binding,
    inputs: keys,
    base: Float64Array.from(base),
    outputs: outputs.map(({ quantity, tuple }) => elementKey(quantity.name, tuple)),
  };
}
