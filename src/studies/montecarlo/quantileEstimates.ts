import { makeSketch, mergeSketch, type Sketch } from '../statistics/sketch.ts';
import { sketchQuantiles, sketchShares } from '../statistics/sketchQuantiles.ts';
import { wilson } from '../statistics/wilson.ts';
import { spread } from './estimate.ts';
import type { QuantileEstimate } from './types.ts';

/** Probabilities of the quantiles that a study reports. */
export const PROBABILITIES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** The sketches of all replicates together. */
export function mergeSketches(sketches: readonly Sketch[]): Sketch {
  const all = makeSketch();
  for (const sketch of sketches) mergeSketch(all, sketch);
  return all;
}

/**
 * Quantiles with intervals, found on the scale of probability, so that they follow any change of
 * scale and never leave the range of the values: how much the share below the quantile differs
 * between replicates (or would, for one set of random rows), taken back to values.
 *
 * @param replicates - a sketch per replicate
 * @param all - the same, merged
 * @param confidence - how often an interval shall hold the truth
 * @returns one estimate per probability; `NaN` where there are no values, and open ends where there are
 *   too few draws for one
 */
export function quantileEstimates(
  replicates: readonly Sketch[],
  all: Sketch,
  confidence: number,
): QuantileEstimate[] {
  const values = sketchQuantiles(all, PROBABILITIES);
  const filled = replicates.filter(({ count }) => count > 0);
  const shares = filled.length > 1 ? filled.map((sketch) => sketchShares(sketch, values)) : [];
  const bands = PROBABILITIES.map((p, i): [number, number] => {
    if (shares.length < 2) return wilson(p * all.count, all.count, confidence);
    // A share is known to half a row at best, even where the replicates agree.
    const half =
      spread(
        shares.map((share) => share[i] ?? Number.NaN),
        confidence,
      ) +
      0.5 / all.count;
    return [Math.max(0, p - half), Math.min(1, p + half)];
  });
  const ends = sketchQuantiles(all, bands.flat());
  return PROBABILITIES.map((probability, i) => {
    const value = values[i] ?? Number.NaN;
    const open = openEnds(probability, bands[i] ?? [0, 1], all.count, confidence);
    return {
      probability,
      value,
      low: Math.min(value, ends[2 * i] ?? value),
      high: Math.max(value, ends[2 * i + 1] ?? value),
      ...(open.length === 0 ? {} : { open }),
    };
  });
}

/**
 * Ends of an interval that no draw can be: where its rank is below the first or above the last, or
 * where all of so many random draws would lie on one side of the quantile too often.
 */
function openEnds(
  probability: number,
  [low, high]: readonly [number, number],
  count: number,
  confidence: number,
): ('low' | 'high')[] {
  if (count === 0) return [];
  const tail = (1 - confidence) / 2;
  return [
    ...(low * count < 1 || (1 - probability) ** count > tail ? (['low'] as const) : []),
    ...((1 - high) * count < 1 || probability ** count > tail ? (['high'] as const) : []),
  ];
}
