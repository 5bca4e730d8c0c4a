import { normalQuantile } from '../distributions/normalQuantile.ts';
import type { PairIndex } from './types.ts';

/**
 * The pairs whose interaction can be told from noise, though all of them are looked at: those whose
 * interval would hold 0 in less than 5 % of cases for any of them, by Bonferroni's correction. The
 * interval is taken for that of a normal estimate, as a bootstrap has too few resamples so far out.
 *
 * Source: O. J. Dunn, "Multiple comparisons among means", Journal of the American Statistical
 * Association 56 (1961) 52-64.
 *
 * @param pairs - all pairs of a result, with intervals
 * @param level - what share of the intervals should hold the truth, and of all corrected ones together
 * @returns those pairs, the largest first
 * @example tellPairs(result.outputs[0].pairs).map(({ groups }) => groups)
 */
export function tellPairs(pairs: readonly PairIndex[], level = 0.95): PairIndex[] {
  const tail = (1 - level) / 2;
  const least = normalQuantile(1 - tail / Math.max(1, pairs.length)) / normalQuantile(1 - tail);
  return pairs
    .filter(({ second: { value, interval } }) => {
      if (interval === undefined) return false;
      // An interval need not be even about the estimate: the end on the side of 0 counts.
      const reach = value > 0 ? value - interval[0] : interval[1] - value;
      return Math.abs(value) > least * reach && reach > 0;
    })
    .sort((a, b) => Math.abs(b.second.value) - Math.abs(a.second.value));
}
