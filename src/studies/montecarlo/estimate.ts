import { normalQuantile } from '../distributions/normalQuantile.ts';
import {
  mergeMoments,
  momentsOf,
  NO_MOMENTS,
  variance,
  type Moments,
} from '../statistics/moments.ts';
import { studentQuantile } from '../statistics/studentQuantile.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Estimate } from './types.ts';

/** A replicate in which fewer rows than this pass, or fail, says little by its spread. */
const LEAST_PER_REPLICATE = 5;

/** Moments of all replicates together, merged in their order. */
export function together(replicates: readonly Moments[]): Moments {
  return replicates.reduce(mergeMoments, NO_MOMENTS);
}

/**
 * Half the width of the interval of an average over independent replicates, by Student's t.
 *
 * @param values - one per replicate; those that are not finite are left out
 * @param confidence - how often the interval shall hold the truth
 * @returns the half width; infinite for fewer than two values
 */
export function spread(values: readonly number[], confidence: number): number {
  const moments = momentsOf(Float64Array.from(values));
  if (moments.count < 2) return Infinity;
  const t = studentQuantile(0.5 + confidence / 2, moments.count - 1);
  return t * Math.sqrt(variance(moments) / moments.count);
}

/**
 * Mean with its interval: from the means of the replicates where there are several, and from the
 * standard error of independent rows where there is one.
 */
export function meanEstimate(replicates: readonly Moments[], confidence: number): Estimate {
  const all = together(replicates);
  if (all.count === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const half =
    replicates.length > 1
      ? spread(
          replicates.filter(({ count }) => count > 0).map(({ mean }) => mean),
          confidence,
        )
      : normalQuantile(0.5 + confidence / 2) * Math.sqrt(variance(all) / all.count);
  return { value: all.mean, low: all.mean - half, high: all.mean + half };
}

/**
 * Probability with its interval. Where all replicates agree, or there is one, or passes (or
 * failures) are rare, Wilson's interval for random rows stands in: Sobol points do no worse.
 */
export function probabilityEstimate(
  replicates: readonly Moments[],
  confidence: number,
): { estimate: Estimate; interval: 'replicates' | 'wilson' } {
  const all = together(replicates);
  const { count } = all;
  const passes = Math.round(all.mean * count);
  const value = count === 0 ? Number.NaN : passes / count;
  const filled = replicates.filter((moments) => moments.count > 0);
  const half = spread(
    filled.map(({ mean }) => mean),
    confidence,
  );
  const rare = Math.min(passes, count - passes) < LEAST_PER_REPLICATE * filled.length;
  if (filled.length < 2 || rare || !(half > 0)) {
    const [low, high] = wilson(passes, count, confidence);
    return { estimate: { value, low, high }, interval: 'wilson' };
  }
  const estimate = { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
  return { estimate, interval: 'replicates' };
}
