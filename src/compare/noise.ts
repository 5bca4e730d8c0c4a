import { montecarloAsync, type OnProgress } from '../studies/montecarlo/montecarlo.ts';
import type { Estimate, OutputSummary } from '../studies/montecarlo/types.ts';
import type { SamplingMethod } from '../studies/sampling/sampler.ts';
import { MOST_DIMENSIONS } from '../studies/sampling/sobolDirections.ts';
import type { ColumnModel } from '../studies/types.ts';
import type { DoubtOfSide } from './doubtOf.ts';
import { pair } from './paired.ts';
import type { Band, Noise } from './types.ts';

/** What may be asked of the draws. */
export interface NoiseOptions {
  readonly samples: number;
  readonly seed: number;
}

/** Quantiles of the change that a result reports. */
const PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Outputs of the joint model. */
const CHANGE = 'change';
const DIFFERENCE = 'difference';
const TRUTHS = ['below', 'above', 'a passes', 'b passes'] as const;

/**
 * Draws both sides at once, inputs that they share once for both, and summarises log10 of the ratio
 * of their headlines.
 *
 * @param sides the first outputs of each are the ratio and whether it passes
 * @returns null where no draw has a ratio on both sides
 */
export async function noiseOf(
  sides: readonly [DoubtOfSide, DoubtOfSide],
  { samples, seed }: NoiseOptions,
  onProgress?: OnProgress,
): Promise<Noise | null> {
  const joint = pair(sides);
  const result = await montecarloAsync(
    changeModel(joint.model, joint.places),
    joint.inputs,
    { samples, seed, method: methodFor(joint.inputs.length), truths: TRUTHS },
    onProgress,
  );
  const output = (name: string): OutputSummary | undefined =>
    result.outputs.find((summary) => summary.name === name);
  const truth = (name: string): Estimate =>
    result.truths.find((summary) => summary.name === name)?.probability ?? UNKNOWN;
  const change = output(CHANGE);
  const quantiles = (change?.quantiles ?? []).filter(({ probability }) =>
    PROBABILITIES.some((wanted) => wanted === probability),
  );
  const at = (probability: number): number =>
    quantiles.find((quantile) => quantile.probability === probability)?.value ?? NaN;
  if (change === undefined || change.rows === 0) return null;
  const owned = [...joint.owners.values()];
  return {
    samples: result.samples,
    seed,
    method: result.method,
    confidence: result.confidence,
    shared: owned.filter((sides) => sides.size === 2).length,
    onlyA: owned.filter((sides) => sides.size === 1 && sides.has(0)).length,
    onlyB: owned.filter((sides) => sides.size === 1 && sides.has(1)).length,
    notFinite: change.notFinite,
    quantiles,
    band: bandOf(at(0.05), at(0.95)),
    below: truth('below'),
    above: truth('above'),
    passes: {
      a: truth('a passes'),
      b: truth('b passes'),
      difference: output(DIFFERENCE)?.mean ?? UNKNOWN,
    },
  };
}

const UNKNOWN: Estimate = { value: NaN, low: NaN, high: NaN };

/** What rounding leaves of 0, in powers of ten. */
const NOTHING = 1e-12;

/** A band by its ends. */
export function bandOf(p05: number, p95: number): Band {
  return { p05, p95, holdsZero: p05 <= NOTHING && p95 >= -NOTHING };
}

/** Sobol points as far as there are dimensions. */
export function methodFor(dimensions: number): SamplingMethod {
  return dimensions <= MOST_DIMENSIONS ? 'sobol' : 'random';
}

/** The joint model with the change, its sign, and both verdicts as outputs. */
function changeModel(model: ColumnModel, places: readonly (readonly number[])[]): ColumnModel {
  const [[ratioA = 0, passesA = 0] = [], [ratioB = 0, passesB = 0] = []] = places;
  let scratch: Float64Array[] = [];
  return {
    inputs: model.inputs,
    outputs: [CHANGE, DIFFERENCE, ...TRUTHS],
    columns: (inputs, outputs, from, to) => {
      if ((scratch[0]?.length ?? 0) < to) scratch = model.outputs.map(() => new Float64Array(to));
      model.columns(inputs, scratch, from, to);
      const none = new Float64Array(0);
      const [a = none, b = none] = [scratch[ratioA], scratch[ratioB]];
      const [pa = none, pb = none] = [scratch[passesA], scratch[passesB]];
      const [change = none, difference = none, below = none, above = none] = outputs;
      const [before = none, after = none] = outputs.slice(4);
      let bad = 0;
      for (let row = from; row < to; row++) {
        const [one, other] = [a[row] ?? NaN, b[row] ?? NaN];
        const log10 = Math.log10(other / one);
        const step = (pb[row] ?? NaN) - (pa[row] ?? NaN);
        // A draw that one side has no value in says nothing about the other one either.
        const known = Number.isFinite(log10) && !Number.isNaN(step);
        if (!known) bad++;
        change[row] = known ? log10 : NaN;
        difference[row] = known ? step : NaN;
        below[row] = known ? Number(other < one) : NaN;
        above[row] = known ? Number(other > one) : NaN;
        before[row] = known ? (pa[row] ?? NaN) : NaN;
        after[row] = known ? (pb[row] ?? NaN) : NaN;
      }
      return bad;
    },
  };
}
