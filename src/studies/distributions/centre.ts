import type { Distribution } from '../types.ts';
import { quantile } from './quantile.ts';

/**
 * The one value that stands for a distribution where there is no room for doubt: the mode of what
 * is given by its mode, the likeliest choice (the first of equals), and else the median.
 *
 * @param distribution - that `validate` finds nothing wrong with
 * @returns a value that the distribution can take
 * @example centre({ kind: 'pert', low: 0.5, mode: 0.75, high: 0.9 }) // => 0.75
 */
export function centre(distribution: Distribution): number {
  if (distribution.kind === 'pert' || distribution.kind === 'triangular') return distribution.mode;
  if (distribution.kind === 'choice') {
    const { values, weights = [] } = distribution;
    const likeliest = values.reduce(
      (best, _, i) => ((weights[i] ?? 1) > (weights[best] ?? 1) ? i : best),
      0,
    );
    return values[likeliest] ?? NaN;
  }
  return quantile(distribution)(0.5);
}
