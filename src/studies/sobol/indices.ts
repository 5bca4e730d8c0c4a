import type { SobolTerms } from './terms.ts';

/** Indices of one output for several sums of its terms: one value a column for each of them. */
export interface Indices {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** In the order of the groups. */
  readonly first: readonly Float64Array[];
  readonly total: readonly Float64Array[];
  /** Pairs (0, 1), (0, 2), …, (1, 2), …; empty without second order. */
  readonly second: readonly Float64Array[];
}

/**
 * Sobol indices from sums over rows: averages of products over the variance of A and B. Nothing is
 * clipped: an index near 0 is estimated below it as often as above.
 *
 * @param terms - what the sums are of
 * @param sums - of every column of the terms, over all rows and over resamples of as many
 * @returns the indices; NaN where the variance is 0
 * @example indices(terms, terms.columns.map((column) => Float64Array.of(sumOf(column))))
 */
export function indices(terms: SobolTerms, sums: readonly Float64Array[]): Indices {
  const { samples, groups, counted, centre } = terms;
  const width = counted ? terms.columns.length / 2 : terms.columns.length;
  const average = (column: number): Float64Array => {
    const sum = sums[column] as Float64Array;
    if (counted) {
      const count = sums[width + column] as Float64Array;
      return sum.map((one, k) => one / (count[k] as number));
    }
    const count = column < 2 ? 2 * samples : samples;
    return sum.map((one) => one / count);
  };
  const mean = average(0);
  const variance = average(1).map((square, k) => square - (mean[k] as number) ** 2);
  const share = (column: number): Float64Array =>
    average(column).map((one, k) => {
      const all = variance[k] as number;
      return all > 0 ? one / all : NaN;
    });
  const first = Array.from({ length: groups }, (_, g) => share(2 + g));
  const total = Array.from({ length: groups }, (_, g) => share(2 + groups + g));
  const second: Float64Array[] = [];
  let column = 2 + 2 * groups;
  for (let i = 0; terms.second && i < groups; i++) {
    for (let j = i + 1; j < groups; j++) {
      const [one, other] = [first[i] as Float64Array, first[j] as Float64Array];
      const both = share(column++);
      second.push(both.map((own, k) => own - ((one[k] as number) + (other[k] as number))));
    }
  }
  return { mean: mean.map((one) => one + centre), variance, first, total, second };
}
