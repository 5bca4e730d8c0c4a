import type { Distribution } from '../types.ts';
import { quantile } from './quantile.ts';
import { simplify } from './simplify.ts';
import { tabulate, type ColumnQuantile } from './tabulate.ts';

/** Kinds whose quantile is smooth and takes logarithms or powers. */
const TABULATED: ReadonlySet<string> = new Set(['loguniform', 'pert', 'normal', 'lognormal']);

/**
 * The quantile function of a distribution for whole columns: the same as `quantile` to a relative
 * 1e-13 (of the standard deviation where a normal distribution crosses 0), several times as fast.
 *
 * @param distribution - one that `validate` finds nothing wrong with
 * @returns what turns the probabilities of a column into values, in place
 * @example columnQuantile({ kind: 'uniform', low: 2, high: 4 })(column, 0, column.length)
 */
export function columnQuantile(distribution: Distribution): ColumnQuantile {
  const q = quantile(distribution);
  if (TABULATED.has(simplify(distribution).of.kind)) return tabulate(q);
  return (column, from, to) => {
    for (let row = from; row < to; row++) column[row] = q(column[row] ?? Number.NaN);
  };
}
