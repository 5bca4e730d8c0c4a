import type { Distribution } from '../types.ts';
import { plainCdf } from './cdf.ts';
import { stepsOf } from './choice.ts';
import { integrate } from './integrate.ts';
import { quantile } from './quantile.ts';
import { simplify, type Simplified } from './simplify.ts';

/**
 * Mean of a distribution: closed forms, and for truncated ones the integral of the quantile
 * function over u (relative error below 1e-9; 1e-6 for a lognormal cut only from below).
 *
 * @param distribution - one that `validate` finds nothing wrong with
 * @returns the mean
 * @example
 * import { mean } from 'emuprove/studies';
 *
 * console.log(mean({ kind: 'triangular', low: 0, mode: 1, high: 5 })); // 2
 */
export function mean(distribution: Distribution): number {
  const { of, low, high } = simplify(distribution);
  if (of.kind === 'choice') {
    const { values, upTo } = stepsOf(of.values, of.weights, low, high);
    return values.reduce((sum, value, i) => sum + value * ((upTo[i] ?? 1) - (upTo[i - 1] ?? 0)), 0);
  }
  if ((low === -Infinity && high === Infinity) || of.kind === 'constant') return plainMean(of);
  const q = quantile(distribution);
  const F = plainCdf(of);
  const from = low === -Infinity ? 0 : F(low);
  const to = high === Infinity ? 1 : F(high);
  const cuts = kinks(of).map((u) => (u - from) / (to - from));
  const ends = [0, ...cuts.filter((u) => u > 0 && u < 1), 1];
  return ends.reduce((sum, end, i) => {
    const start = ends[i - 1];
    if (start === undefined) return sum;
    const piece =
      // Between its kinks the quantile of a sample is a straight line.
      of.kind === 'empirical' ? (end - start) * q((start + end) / 2) : integrate(q, start, end);
    return sum + piece;
  }, 0);
}

/** Where the quantile function is not smooth. */
function kinks(of: Simplified['of']): number[] {
  if (of.kind === 'triangular') return [(of.mode - of.low) / (of.high - of.low)];
  if (of.kind !== 'empirical') return [];
  return of.values.map((_, i) => i / Math.max(1, of.values.length - 1));
}

function plainMean(of: Exclude<Simplified['of'], { kind: 'choice' }>): number {
  switch (of.kind) {
    case 'constant':
      return of.value;
    case 'uniform':
      return of.low / 2 + of.high / 2;
    case 'loguniform':
      return (of.high - of.low) / Math.log(of.high / of.low);
    case 'triangular':
      return of.low / 3 + of.mode / 3 + of.high / 3;
    case 'pert':
      return of.low / 6 + (of.mode * 2) / 3 + of.high / 6;
    case 'normal':
      return of.mean;
    case 'lognormal':
      return of.median * Math.exp(of.sigma ** 2 / 2);
    case 'empirical': {
      // The trapezoids under the quantile function, not the average of the values.
      const sorted = [...of.values].sort((a, b) => a - b);
      const first = sorted[0] ?? Number.NaN;
      if (sorted.length === 1) return first;
      const last = sorted[sorted.length - 1] ?? Number.NaN;
      const sum = sorted.reduce((total, value) => total + value, 0);
      return (sum - first / 2 - last / 2) / (sorted.length - 1);
    }
  }
}
