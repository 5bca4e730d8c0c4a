import { normalCdf } from '../distributions/normalCdf.ts';
import { normalQuantile } from '../distributions/normalQuantile.ts';
import { cholesky } from './cholesky.ts';

/** Keeps a probability that rounding took to 0 or 1 inside, where every quantile is finite. */
const EDGE = 2 ** -53;

/**
 * Gaussian copula: turns independent uniform columns into uniform columns whose normal scores have
 * the given correlation, in place. The first column stays as it is.
 *
 * Source: R. B. Nelsen, "An Introduction to Copulas" (2006), section 2.3; the normal scores
 * Φ⁻¹(u) are multiplied by the Cholesky factor and taken back by Φ.
 *
 * @param matrix - correlation matrix that `checkCorrelation` finds nothing wrong with
 * @returns a function of the columns (one per row of the matrix) and the rows from and to
 * @throws RangeError if the matrix is not positive definite
 */
export function gaussianCopula(
  matrix: readonly (readonly number[])[],
): (columns: readonly Float64Array[], from: number, to: number) => void {
  const factor = cholesky(matrix);
  if (typeof factor === 'number') throw new RangeError('not positive definite');
  const n = factor.length;
  const L = Float64Array.from(factor.flat());
  const z = new Float64Array(n);
  return (columns, from, to) => {
    for (let row = from; row < to; row++) {
      for (let i = 0; i < n; i++) z[i] = normalQuantile(columns[i]?.[row] ?? Number.NaN);
      for (let i = 1; i < n; i++) {
        let sum = 0;
        for (let j = 0; j <= i; j++) sum += (L[i * n + j] ?? 0) * (z[j] ?? 0);
        const column = columns[i];
        if (column !== undefined) column[row] = Math.min(1 - EDGE, Math.max(EDGE, normalCdf(sum)));
      }
    }
  };
}
