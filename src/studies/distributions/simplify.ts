import type { Distribution } from '../types.ts';
import { normalQuantile } from './normalQuantile.ts';

type Kind = Exclude<Distribution['kind'], 'normal_range' | 'lognormal_range' | 'truncated'>;

/** A distribution in its plainest form, and the bounds that truncation sets. */
export interface Simplified {
  readonly of: Extract<Distribution, { kind: Kind }>;
  readonly low: number;
  readonly high: number;
}

/** Standard deviations between the 5 % and the 95 % quantile of a normal distribution: 3.2897. */
const WIDTH = 2 * normalQuantile(0.95);

/**
 * Writes ranges by their centre and width, and nested truncations as one pair of bounds.
 *
 * @param distribution - any distribution
 * @returns the distribution without bounds (infinite where there are none), and the bounds
 * @example simplify({ kind: 'normal_range', p05: -1, p95: 1 }).of // => normal with sd 0.608
 */
export function simplify(distribution: Distribution): Simplified {
  let low = -Infinity;
  let high = Infinity;
  let of = distribution;
  while (of.kind === 'truncated') {
    low = Math.max(low, of.low ?? -Infinity);
    high = Math.min(high, of.high ?? Infinity);
    of = of.of;
  }
  if (of.kind === 'normal_range') {
    of = { kind: 'normal', mean: of.p05 / 2 + of.p95 / 2, sd: of.p95 / WIDTH - of.p05 / WIDTH };
  } else if (of.kind === 'lognormal_range') {
    const { p05, p95 } = of;
    of = {
      kind: 'lognormal',
      median: Math.sqrt(p05) * Math.sqrt(p95),
      sigma: (Math.log(p95) - Math.log(p05)) / WIDTH,
    };
  }
  return { of, low, high };
}
