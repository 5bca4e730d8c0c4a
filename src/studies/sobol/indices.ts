import type { SobolTerms } from './terms.ts';

/** Indices of one output from sums of its terms, in the order of the groups and of their pairs. */
export interface Indices {
  readonly mean: number;
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
  /** Pairs (0, 1), (0, 2), …, (1, 2), …; empty without second order. */
  readonly second: readonly number[];
}

/**
 * Sobol indices from sums over rows: averages of products over the variance of A and B. Nothing is
 * clipped: an index near 0 is estimated below it as often as above.
 *
 * @param terms - what the sums are of
 * @param sum - sum of a column of the terms, over all rows or over a resample of as many
 * @returns the indices; NaN where the variance is 0
 * @example indices(terms, (k) => terms.columns[k].reduce((x, y) => x + y, 0))
 */
export function indices(terms: SobolTerms, sum: (column: number) => number): Indices {
  const { samples, groups, counted } = terms;
  const width = counted ? terms.columns.length / 2 : terms.columns.length;
  const average = (column: number): number =>
    sum(column) / (counted ? sum(width + column) : column < 2 ? 2 * samples : samples);
  const mean = average(0);
  const variance = average(1) - mean * mean;
  const share = (column: number): number => (variance > 0 ? average(column) / variance : NaN);
  const first = Array.from({ length: groups }, (_, g) => share(2 + g));
  const total = Array.from({ length: groups }, (_, g) => share(2 + groups + g));
  const second: number[] = [];
  let column = 2 + 2 * groups;
  for (let i = 0; terms.second && i < groups; i++) {
    for (let j = i + 1; j < groups; j++) {
      second.push(share(column++) - ((first[i] as number) + (first[j] as number)));
    }
  }
  return { mean: mean + terms.centre, variance, first, total, second };
}
