/** A pivot below this is lost in rounding: the matrix is singular as far as numbers can tell. */
const LEAST_PIVOT = 1e-10;

/**
 * Cholesky factor of a symmetric positive definite matrix: the lower triangle L with L Lᵀ = A.
 *
 * Source: G. H. Golub and C. F. Van Loan, "Matrix Computations" (2013), algorithm 4.2.1.
 *
 * @param matrix - rows of a symmetric matrix with a diagonal of the order of 1
 * @returns the rows of L, or the index of the first row at which the matrix is not positive definite
 * @example cholesky([[1, 0.6], [0.6, 1]]) // => [[1, 0], [0.6, 0.8]]
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | number {
  const L: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const factor = new Array<number>(matrix.length).fill(0);
    for (let j = 0; j <= i; j++) {
      const other = j === i ? factor : (L[j] ?? []);
      let rest = row[j] ?? Number.NaN;
      for (let k = 0; k < j; k++) rest -= (factor[k] ?? 0) * (other[k] ?? 0);
      if (j < i) factor[j] = rest / (other[j] ?? Number.NaN);
      else if (rest > LEAST_PIVOT) factor[i] = Math.sqrt(rest);
      else return i;
    }
    L.push(factor);
  }
  return L;
}
