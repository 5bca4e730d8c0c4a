/**
 * One number a row for everything that is averaged over rows; averages over all rows give the
 * estimates, averages over resampled rows their bootstrap distribution.
 */
export interface SobolTerms {
  readonly samples: number;
  readonly groups: number;
  readonly second: boolean;
  /**
   * Sum and sum of squares of A and B, then per group the first-order and the total product, then
   * per pair of groups the second-order product. With `counted`, as many columns again say how many
   * values each of those numbers holds.
   */
  readonly columns: readonly Float64Array[];
  /** Whether some evaluation is not finite, so that numbers of values differ between columns. */
  readonly counted: boolean;
  /** What was subtracted from the outputs: their mean, without which products would cancel badly. */
  readonly centre: number;
  /** Evaluations without a finite value. */
  readonly notFinite: number;
  /** Rows with such an evaluation. */
  readonly brokenRows: number;
}

/**
 * Products behind the indices of one output.
 *
 * - First order: `b * (ab - a)`, Saltelli et al., Computer Physics Communications 181 (2010), table
 *   2, estimator (b).
 * - Total: `(a - ab)^2 / 2`, Jansen, "Analysis of variance designs for model output", Computer
 *   Physics Communications 117 (1999); table 2 (f) of Saltelli et al.
 * - Second order, of the two groups together: the mean of `ba_i * ab_j` and `ba_j * ab_i`, less
 *   `a * b`; Saltelli, Computer Physics Communications 145 (2002), both halves used.
 *
 * Removal is pairwise: an evaluation that is not finite takes its row out of the terms that it
 * belongs to, not out of those of other groups.
 *
 * @param values - one output on a Saltelli design, run after run
 * @param samples - rows of the design
 * @param groups - groups of the design
 * @param second - whether the design has BA runs
 * @returns the terms
 * @example sobolTerms(values, 1024, 3, false).columns.length // => 8
 */
export function sobolTerms(
  values: Float64Array,
  samples: number,
  groups: number,
  second: boolean,
): SobolTerms {
  const run = (k: number): Float64Array => values.subarray(k * samples, (k + 1) * samples);
  const { centre, notFinite } = centreOf(run(0), run(1), values);
  const centred = Array.from({ length: values.length / samples }, (_, k) =>
    run(k).map((y) => y - centre),
  );
  const [a, b, ...moved] = centred as [Float64Array, Float64Array, ...Float64Array[]];
  const [ab, ba] = [moved.slice(0, groups), moved.slice(groups)];
  // NaN marks a term whose row is left out.
  const columns = [new Float64Array(samples), new Float64Array(samples)];
  columns.push(
    ...ab.map((moved) => a.map((y, r) => (b[r] as number) * ((moved[r] as number) - y))),
  );
  columns.push(
    ...ab.map((moved, g) =>
      a.map((y, r) => 0.5 * (y - (moved[r] as number)) ** 2 + 0 * (columns[2 + g]?.[r] as number)),
    ),
  );
  for (let i = 0; second && i < groups; i++) {
    for (let j = i + 1; j < groups; j++) {
      const [abI, abJ] = [ab[i] as Float64Array, ab[j] as Float64Array];
      const [baI, baJ] = [ba[i] as Float64Array, ba[j] as Float64Array];
      const both = (r: number): number =>
        0.5 * ((baI[r] as number) * (abJ[r] as number) + (baJ[r] as number) * (abI[r] as number));
      columns.push(a.map((y, r) => both(r) - y * (b[r] as number)));
    }
  }
  for (const half of [a, b]) {
    half.forEach((y, r) => {
      const finite = Number.isFinite(y) ? y : 0;
      (columns[0] as Float64Array)[r] = (columns[0]?.[r] as number) + finite;
      (columns[1] as Float64Array)[r] = (columns[1]?.[r] as number) + finite * finite;
    });
  }
  const shape = { samples, groups, second, centre, notFinite };
  if (notFinite === 0) return { ...shape, columns, counted: false, brokenRows: 0 };
  const finite = (y: number): number => (Number.isFinite(y) ? 1 : 0);
  const halves = a.map((y, r) => finite(y) + finite(b[r] as number));
  const counts = [halves, halves, ...columns.slice(2).map((column) => column.map(finite))];
  const kept = columns.map((column) => column.map((term) => (Number.isFinite(term) ? term : 0)));
  const broken = a.map((_, r) => (centred.every((y) => Number.isFinite(y[r])) ? 0 : 1));
  const brokenRows = broken.reduce((sum, one) => sum + one, 0);
  return { ...shape, columns: [...kept, ...counts], counted: true, brokenRows };
}

/** Mean of the finite values of A and B, and how many values of all runs are not finite. */
function centreOf(
  a: Float64Array,
  b: Float64Array,
  all: Float64Array,
): { readonly centre: number; readonly notFinite: number } {
  let [sum, count, low, high] = [0, 0, Infinity, -Infinity];
  for (const half of [a, b]) {
    for (const y of half) {
      if (!Number.isFinite(y)) continue;
      sum += y;
      count++;
      if (y < low) low = y;
      if (y > high) high = y;
    }
  }
  let notFinite = 0;
  for (const y of all) if (!Number.isFinite(y)) notFinite++;
  // The mean of equal values is not quite theirs, which would make a variance out of rounding.
  return { centre: count === 0 ? 0 : low === high ? low : sum / count, notFinite };
}
