import type { UniformFill } from './types.ts';

/** Resamples that share a pass over the terms, and a call for random numbers. */
const TOGETHER = 4;

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
  const uniforms = Array.from({ length: TOGETHER }, () => new Float64Array(rows));
  const counts = Array.from({ length: TOGETHER }, () => new Float64Array(rows));
  const pair = new Float64Array(2 * TOGETHER);
  for (let first = from; first < to; first += TOGETHER) {
    fill(uniforms, (first / TOGETHER) * rows, rows);
    counts.forEach((count, k) => {
      countRows(uniforms[k] as Float64Array, count);
    });
    for (let k = 0; k < columns.length; k += 2) {
      // Of an odd number of columns the last is its own partner.
      const both = [k, Math.min(k + 1, columns.length - 1)];
      const [a, b] = both.map((column) => columns[column] as Float64Array);
      sumPair(a as Float64Array, b as Float64Array, counts, pair);
      both.forEach((column, half) => {
        const target = sums[column] as Float64Array;
        for (let n = 0; n < Math.min(TOGETHER, to - first); n++) {
          target[first + n] = pair[2 * n + half] as number;
        }
      });
    }
  }
}

type Four = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/** Sums of two columns under four counts. Eight sums in one pass keep the processor, not memory, busy. */
function sumPair(
  a: Float64Array,
  b: Float64Array,
  counts: readonly Float64Array[],
  into: Float64Array,
): void {
  const [c0, c1, c2, c3] = counts as Four;
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  for (let row = 0; row < a.length; row++) {
    const [p, q] = [a[row] as number, b[row] as number];
    a0 += (c0[row] as number) * p;
    b0 += (c0[row] as number) * q;
    a1 += (c1[row] as number) * p;
    b1 += (c1[row] as number) * q;
    a2 += (c2[row] as number) * p;
    b2 += (c2[row] as number) * q;
    a3 += (c3[row] as number) * p;
    b3 += (c3[row] as number) * q;
  }
  into.set([a0, b0, a1, b1, a2, b2, a3, b3]);
}

/** How often each row is drawn by as many uniform numbers as there are rows. */
function countRows(uniforms: Float64Array, counts: Float64Array): void {
  const rows = counts.length;
  counts.fill(0);
  for (let k = 0; k < rows; k++) {
    const row = Math.min(rows - 1, Math.floor((uniforms[k] as number) * rows));
    counts[row] = (counts[row] as number) + 1;
  }
}
