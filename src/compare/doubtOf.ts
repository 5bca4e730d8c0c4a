import type { Builtin } from '../builtin/builtin.ts';
import { combine } from '../doubt/combine.ts';
import { contendersOf, ranking } from '../doubt/contenders.ts';
import { correlationsOf } from '../doubt/correlation.ts';
import { bandsOf, distributionOf } from '../doubt/distributionOf.ts';
import { uncertain, type Uncertain } from '../doubt/uncertain.ts';
import { compile } from '../formula/compile.ts';
import { Instance } from '../formula/instantiate.ts';
import type { Value } from '../formula/ir.ts';
import { InputError } from '../issues/issue.ts';
import { evaluateScenario } from '../result/build.ts';
import type { Model } from '../model/link.ts';
import type { InputEntry } from '../result/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { variantsOf } from '../scenario/variants.ts';
import type { Correlation } from '../studies/sampling/correlation.ts';
import type { ColumnModel, Distribution } from '../studies/types.ts';
import type { Numbers } from './numbers.ts';

/** An input in doubt, and what tells it from others of its name. */
export interface Doubted {
  readonly name: string;
  readonly distribution: Distribution;
  readonly base: number;
  /**
   * What it is a fact about: the row of its table, the profile that declares it, or the choices that
   * there are. Undefined where a scenario states it: it is about what the other side is about.
   */
  readonly fact: string | undefined;
}

/** One side as a function of what is in doubt in it. */
export interface DoubtOfSide {
  readonly model: ColumnModel;
  /** Places of the outputs that were asked for among those of the model. */
  readonly wanted: readonly number[];
  /** In the order of the model's inputs. */
  readonly inputs: readonly Doubted[];
  readonly correlation: Correlation | undefined;
}

/**
 * The doubt of a scenario as it is now: of its inputs, which may be correlated, and of its choices.
 *
 * @param outputs keys
 * @throws InputError where an output has no value, and for choices and correlations that there are not
 */
export function doubtOfScenario(
  parts: Builtin,
  scenario: Scenario,
  outputs: readonly string[],
): DoubtOfSide {
  const { datasets } = parts;
  const rank = ranking(datasets);
  const variants = variantsOf(scenario).map(({ scenario: chosen, labels }) => {
    const evaluated = evaluateScenario(parts, chosen, false);
    const { near } = contendersOf(evaluated, datasets, chosen, rank(evaluated, chosen));
    return { ...uncertain(evaluated, datasets, chosen, outputs, near), evaluated, labels };
  });
  const doubt = combine(variants, scenario.choices ?? {});
  const model = variants[0]?.evaluated.model;
  if (model === undefined) throw new Error('a scenario is a variant of itself');
  const varying = doubt.inputs.flatMap(({ name, rival }) => (rival === true ? [] : name));
  const { correlation } = correlationsOf(scenario.correlations ?? [], varying, model);
  return { ...plainDoubt(doubt, outputs, model), correlation };
}

/**
 * The doubt of a scenario without discrete choices, its inputs independent.
 *
 * @param outputs keys
 * @throws InputError where the scenario can not be evaluated, or an output has no value
 */
export function independentDoubt(
  parts: Builtin,
  scenario: Scenario,
  outputs: readonly string[],
): DoubtOfSide {
  const evaluated = evaluateScenario(parts, scenario, false);
  const doubt = uncertain(evaluated, parts.datasets, scenario, outputs);
  return plainDoubt(doubt, outputs, evaluated.model);
}

function plainDoubt(
  { model, inputs }: Uncertain,
  outputs: readonly string[],
  { quantities }: Model,
): DoubtOfSide {
  const declaredBy = (name: string): string | undefined =>
    quantities.get(name.replace(/[[@].*$/, ''))?.model;
  return {
    model,
    wanted: outputs.map((key) => model.outputs.indexOf(key)),
    inputs: inputs.map(({ name, distribution, base, entry, labels }) => ({
      name,
      distribution,
      base,
      fact: labels?.join(' ') ?? factOf(entry, declaredBy(entry.name)),
    })),
    correlation: undefined,
  };
}

/**
 * The doubt of the numbers of a result: of the inputs that it lists, with the ranges and stages that
 * it gives them. What a stage means is what today's table says.
 *
 * @param outputs keys
 * @throws InputError where an output has no value
 */
export function doubtOfNumbers(
  parts: Builtin,
  numbers: Numbers,
  outputs: readonly string[],
): DoubtOfSide {
  const { model, elements, given } = numbers;
  const bands = bandsOf(parts.datasets);
  const inputs = [...numbers.inputs.values()].flatMap((entry): Doubted[] => {
    const quantity = model.quantities.get(elements.get(entry.name)?.name ?? '');
    if (quantity === undefined || numbers.changed.includes(entry.name)) return [];
    const doubt = distributionOf(entry, quantity, bands);
    if (doubt === undefined) return [];
    const { name, value: base } = entry;
    const fact = factOf(entry, quantity.model);
    return [{ name, base, fact, distribution: doubt.distribution }];
  });
  const slots = new Map(inputs.map(({ name }, slot) => [name, slot]));
  const instance = new Instance(model.system, (key) => {
    const slot = slots.get(key);
    if (slot !== undefined) return { slot };
    const value = given(key);
    return value === undefined ? undefined : { value };
  });
  const roots = outputs.map((key): Value => {
    const element = elements.get(key);
    const node = element && instance.derive(element.name, element.tuple).node;
    if (node !== undefined && node.kind !== 'missing' && node.kind !== 'invalid') return node;
    throw new InputError([{ code: 'no-value', message: `${key} has no value under doubt` }]);
  });
  const { columns } = compile(roots, inputs.length);
  return {
    model: { inputs: inputs.map(({ name }) => name), outputs, columns },
    wanted: outputs.map((_, k) => k),
    inputs,
    correlation: undefined,
  };
}

/** What an input is a fact about. */
function factOf({ origin, cell }: InputEntry, declaredBy: string | undefined): string | undefined {
  if (origin === 'set') return undefined;
  // The line of a row may change from one version of a table to the next.
  return cell?.replace(/:\d+ /, ' ') ?? declaredBy;
}
