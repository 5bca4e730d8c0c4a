import { countedSums, TOGETHER } from './countedSums.ts';
import type { UniformFill } from './types.ts';

/** Groups of resamples that share a pass over the terms, of few rows; their counts take room. */
const GROUPS = 4;
/** Rows of all groups at most, where there is more than one. */
const MOST_ROWS = 2 ** 20;

/**
 * Sums of columns over rows drawn with replacement: the nonparametric bootstrap. Rows are counted
 * once per resample and all columns are summed with the same counts, so that a resample costs one
 * multiplication and addition per term.
 *
 * Source: Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979);
 * for Sobol indices Archer, Saltelli and Sobol, Journal of Statistical Computation and Simulation
 * 58 (1997).
 *
 * @param columns - terms, all of the same length
 * @param resamples - how often rows are drawn
 * @param fill - pseudo-random (not quasi-random) numbers in four columns, for as many resamples at a
 *   time, since counter-based generators make four words at once; with `n` rows, resamples `4 k` to
 *   `4 k + 3` take the samples from `k * n` on
 * @returns for every column, its sum in every resample
 * @example resampleSums([Float64Array.of(1, 2)], 1000, fill)[0] // 1000 numbers from 2 to 4
 */
export function resampleSums(
  columns: readonly Float64Array[],
  resamples: number,
  fill: UniformFill,
): Float64Array[] {
  const sums = columns.map(() => new Float64Array(resamples));
  resampleInto(sums, columns, fill, 0, resamples);
  return sums;
}

/**
 * Does some of the resamples of `resampleSums`; they do not depend on one another.
 *
 * @param sums - written to, for every column
 * @param columns - terms, all of the same length
 * @param fill - as for `resampleSums`
 * @param from - first resample, a multiple of 4
 * @param to - end of the resamples
 */
export function resampleInto(
  sums: readonly Float64Array[],
  columns: readonly Float64Array[],
  fill: UniformFill,
  from: number,
  to: number,
): void {
  const rows = columns[0]?.length ?? 0;
  if (rows === 0) return;
  const uniforms = Array.from({ length: TOGETHER }, () => new Float64Array(rows));
  const most = Math.max(1, Math.min(GROUPS, Math.floor(MOST_ROWS / rows)));
  for (let first = from; first < to; first += TOGETHER * most) {
    const groups = Math.min(most, Math.ceil((to - first) / TOGETHER));
    const { counts, sum } = countedSums(rows, groups);
    for (let group = 0; group < groups; group++) {
      fill(uniforms, (first / TOGETHER + group) * rows, rows);
      for (const [k, column] of uniforms.entries()) {
        countRows(column, counts, group * rows * TOGETHER + k);
      }
    }
    for (let k = 0; k < columns.length; k += 2) {
      // Of an odd number of columns the last is its own partner.
      const both = [k, Math.min(k + 1, columns.length - 1)];
      const [a, b] = both.map((column) => columns[column] as Float64Array);
      const found = sum(a as Float64Array, b as Float64Array);
      for (const [half, column] of both.entries()) {
        const target = sums[column] as Float64Array;
        for (let n = 0; n < Math.min(TOGETHER * groups, to - first); n++) {
          const group = Math.floor(n / TOGETHER);
          target[first + n] = found[TOGETHER * (2 * group + half) + (n % TOGETHER)] as number;
        }
      }
    }
  }
}

/** How often each row is drawn by as many uniform numbers as there are rows, at every fourth place. */
function countRows(uniforms: Float64Array, counts: Float64Array, at: number): void {
  const rows = uniforms.length;
  for (let k = 0; k < rows; k++) {
    const row = Math.min(rows - 1, Math.floor((uniforms[k] as number) * rows));
    const place = at + TOGETHER * row;
    counts[place] = (counts[place] as number) + 1;
  }
}
