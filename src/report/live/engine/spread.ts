import type { Builtin } from '../../../builtin/builtin.ts';
import { combine } from '../../../doubt/combine.ts';
import { contendersOf, ranking, type Contenders, type Ranking } from '../../../doubt/contenders.ts';
import { correlationsOf } from '../../../doubt/correlation.ts';
import { bandsOf, distributionOf } from '../../../doubt/distributionOf.ts';
import { keysOf, studiedOutputs, TRUTHS } from '../../../doubt/prepare.ts';
import {
  uncertain,
  type Uncertain,
  type UncertainAgainst,
  type UncertainInput,
} from '../../../doubt/uncertain.ts';
import { interpretGraph } from '../../../model/specialiseInterpreted.ts';
import { evaluateScenario, type Evaluated } from '../../../result/build.ts';
import type { Scenario } from '../../../scenario/types.ts';
import { variantsOf } from '../../../scenario/variants.ts';
import { isConstant } from '../../../studies/distributions/summary.ts';
import type { Correlation } from '../../../studies/sampling/correlation.ts';
import { DRAWS, type Draws } from './draws.ts';
import type { Moved } from './quickEvaluation.ts';

/** How the ratio is distributed, by {@link DRAWS} draws. */
export interface Spread {
  /** The ratio of every draw in which it has a value, rising. */
  readonly ratios: Float64Array;
  /** Share of these draws that pass the whole criterion. */
  readonly probability: number;
  /** The same of each test and of the ratio alone, by the key of the truth. */
  readonly truths: ReadonlyMap<string, number>;
}

/** A scenario as a function of what is in doubt, ready for other values of its inputs. */
export interface SpreadModel extends Uncertain {
  readonly scenario: Scenario;
  /** What is in doubt without choices, by the names that inputs have then. */
  readonly plain: readonly UncertainInput[];
  readonly correlation: Correlation | undefined;
  /**
   * The spread with some inputs set to other values, each in doubt like any value that is set;
   * undefined where that changes what is in doubt, or which cores are the fastest.
   *
   * @param ranked the cores of the device with these values, the fastest first
   */
  readonly at: (moved: Moved, ranked?: Ranking) => Spread | undefined;
}

/**
 * Makes the distribution of a scenario's ratio ready: the one that `emuprove montecarlo` draws.
 * Yields now and then, so that others can go on.
 *
 * @param own the scenario, evaluated
 * @throws InputError where an output has no value
 */
export function* spreadModel(
  parts: Builtin,
  scenario: Scenario,
  own: Evaluated,
  draws: Draws,
): Generator<undefined, SpreadModel> {
  const { model } = own;
  const outputs = studiedOutputs(scenario.reading);
  const variants: (UncertainAgainst & {
    readonly labels: readonly string[];
    readonly contenders: Contenders;
  })[] = [];
  const { datasets } = parts;
  const rank = ranking(datasets);
  for (const { scenario: chosen, labels } of variantsOf(scenario)) {
    // Without choices the only variant is the scenario itself.
    const evaluated = chosen === scenario ? own : evaluateScenario(parts, chosen, false);
    const ranked = rank(evaluated, chosen);
    yield;
    const contenders = contendersOf(evaluated, datasets, chosen, ranked);
    const { near } = contenders;
    const doubt = uncertain(evaluated, datasets, chosen, outputs, near, interpretGraph);
    variants.push({ ...doubt, labels, contenders });
    yield;
  }
  const doubt = combine(variants, scenario.choices ?? {});
  const names = doubt.inputs.map(({ name }) => name);
  // Setting what a rival has a value of its own for sets it for the rival too: another function.
  const apart = new Set(variants.flatMap((variant) => variant.apart));
  const varying = doubt.inputs.filter(({ labels, distribution, rival }) => {
    // Of what is in doubt only a choice among one is the same in every draw.
    return rival !== true && (labels === undefined || !isConstant(distribution));
  });
  const { correlation } = correlationsOf(
    scenario.correlations ?? [],
    varying.map(({ name }) => name),
    model,
  );
  for (const { distribution } of doubt.inputs) {
    draws.prepare(distribution);
    yield;
  }
  const bands = bandsOf(parts.datasets);
  /** An input as it is once it is set; undefined where it is in doubt no more, or was not. */
  const setTo = (input: UncertainInput, value: number): UncertainInput | undefined => {
    const quantity = model.quantities.get(input.name.replace(/\[.*$/, '')) ?? {};
    const { name, title, unit, display, source } = input.entry;
    const about = { name, title, unit, display, source };
    const set = { ...about, value, origin: 'set', stage: 'assumed' } as const;
    const now = distributionOf(set, quantity, bands);
    return now === undefined ? undefined : { ...input, ...now, entry: set, base: value };
  };
  /** Whether the verdict is taken against the same cores; told for the scenario's own device only. */
  const sameRivals = (ranked: Ranking): boolean => {
    const oneDevice = Object.keys(scenario.choices ?? {}).every((name) => name === 'core');
    return variants.every(({ contenders: { near, hold } }) =>
      oneDevice ? hold(ranked) : near.length === 0,
    );
  };
  const computed = doubt.model.outputs.map(() => new Float64Array(DRAWS));
  return {
    ...doubt,
    scenario,
    plain: variants[0]?.inputs ?? [],
    correlation,
    at: (moved, ranked) => {
      if ([...moved.keys()].some((key) => apart.has(key))) return undefined;
      if (ranked !== undefined && !sameRivals(ranked)) return undefined;
      const inputs = doubt.inputs.map((input) => {
        const value = moved.get(input.name);
        return value === undefined ? input : setTo(input, value);
      });
      if ([...moved.keys()].some((key) => !names.includes(key))) return undefined;
      if (!inputs.every((input) => input !== undefined)) return undefined;
      doubt.model.columns(draws.columns(inputs, correlation), computed, 0, DRAWS);
      return summary(doubt.model.outputs, computed, scenario);
    },
  };
}

function summary(
  outputs: readonly string[],
  computed: readonly Float64Array[],
  { reading }: Scenario,
): Spread {
  const column = (key: string): Float64Array => {
    const found = computed[outputs.indexOf(key)];
    if (found === undefined) throw new Error(`no output ${key}`);
    return found;
  };
  const { headline, verdict, ratio } = keysOf(reading);
  // A row in which one output has no value has none for any.
  const ratios = column(headline).filter((value) => !Number.isNaN(value));
  const share = (key: string): number =>
    column(key).reduce((sum, truth) => sum + (truth === 1 ? 1 : 0), 0) / ratios.length;
  const truths = new Map([ratio, ...TRUTHS].map((key) => [key, share(key)]));
  return { ratios: ratios.sort(), probability: share(verdict), truths };
}
