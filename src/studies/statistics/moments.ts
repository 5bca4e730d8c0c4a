/** Count, mean and sum of squared deviations: what a mean and a variance can be merged from. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sum of (x - mean)^2. */
  readonly m2: number;
}

/** Moments of no values at all. */
export const NO_MOMENTS: Moments = { count: 0, mean: 0, m2: 0 };

/**
 * Moments of the finite values of a part of a column, in two passes: the mean, then the squared
 * deviations from it, corrected for the rounding of the mean.
 *
 * Source: T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample variance:
 * analysis and recommendations", The American Statistician 37 (1983) 242-247, the corrected
 * two-pass algorithm.
 *
 * @param values - the column
 * @param from - first row
 * @param to - row after the last
 * @returns the moments; values that are not finite are left out
 * @example momentsOf(Float64Array.of(1, 2, 3)) // => { count: 3, mean: 2, m2: 2 }
 */
export function momentsOf(values: Float64Array, from = 0, to: number = values.length): Moments {
  let count = 0;
  let sum = 0;
  for (let i = from; i < to; i++) {
    const x = values[i] ?? Number.NaN;
    // The difference is NaN for NaN and for either infinity.
    if (x - x !== 0) continue;
    count++;
    sum += x;
  }
  if (count === 0) return NO_MOMENTS;
  const guess = sum / count;
  let off = 0;
  let squares = 0;
  for (let i = from; i < to; i++) {
    const d = (values[i] ?? Number.NaN) - guess;
    if (d - d !== 0) continue;
    off += d;
    squares += d * d;
  }
  return { count, mean: guess + off / count, m2: Math.max(0, squares - (off * off) / count) };
}

/**
 * Moments of two sets of values together. The last bits depend on the order of merging, so merge
 * in a fixed one.
 *
 * Source: T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating formulae and a pairwise algorithm for
 * computing sample variances", COMPSTAT 1982, 30-41.
 *
 * @param a - moments of the first set
 * @param b - moments of the second set
 * @returns moments of both
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const off = b.mean - a.mean;
  return {
    count,
    mean: a.mean + (off * b.count) / count,
    m2: a.m2 + b.m2 + off * off * a.count * (b.count / count),
  };
}

/** Unbiased variance, m2 / (n - 1); `NaN` for fewer than two values. */
export function variance({ count, m2 }: Moments): number {
  return count < 2 ? Number.NaN : m2 / (count - 1);
}
