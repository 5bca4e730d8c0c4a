import type { Issue } from '../../issues/issue.ts';
import { nearest } from '../../issues/nearest.ts';
import { quote } from '../../issues/quote.ts';
import { cholesky } from './cholesky.ts';

/**
 * Correlation between inputs, as that of the normal scores behind a Gaussian copula. Spearman's
 * rank correlation of the draws is then (6 / π) asin(ρ / 2), nearly the same.
 */
export interface Correlation {
  /** Names of the inputs, in the order of rows and columns. */
  readonly inputs: readonly string[];
  /** Symmetric, with ones on the diagonal. */
  readonly matrix: readonly (readonly number[])[];
}

/**
 * What is wrong with a correlation: unknown or repeated inputs, a matrix that is not square,
 * symmetric, one on the diagonal, within -1 and 1, or not positive definite, that is, no set of
 * numbers can be correlated like that.
 *
 * @param correlation - names and matrix
 * @param known - names of the inputs that vary
 * @returns issues whose `path` is the place, e.g. `matrix.1.0`; empty if all is well
 */
export function checkCorrelation(correlation: Correlation, known: readonly string[]): Issue[] {
  const { inputs, matrix } = correlation;
  const issues: Issue[] = [];
  const report = (message: string, path: string, received?: unknown): void => {
    const more = received === undefined ? {} : { received: quote(received) };
    issues.push({ code: 'bad-correlation', message, path, ...more });
  };
  for (const [i, name] of inputs.entries()) {
    if (inputs.indexOf(name) < i) report('an input appears twice', `inputs.${i}`, name);
    if (known.includes(name)) continue;
    const suggestion = nearest(name, known);
    issues.push({
      code: 'unknown-input',
      message: 'a correlated input must be one that varies',
      path: `inputs.${i}`,
      received: quote(name),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  if (matrix.length !== inputs.length || matrix.some((row) => row.length !== inputs.length)) {
    report(`the matrix must have ${inputs.length} rows and columns`, 'matrix');
    return issues;
  }
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) {
      const path = `matrix.${i}.${j}`;
      if (i === j ? value !== 1 : !(value >= -1 && value <= 1)) {
        report(i === j ? 'the diagonal must be 1' : 'a correlation is -1 to 1', path, value);
      } else if (value !== matrix[j]?.[i]) report('the matrix must be symmetric', path, value);
    }
  }
  if (issues.length > 0) return issues;
  const factor = cholesky(matrix);
  if (typeof factor === 'number') {
    const names = inputs.slice(0, factor + 1).join(', ');
    report(
      `not positive definite: ${names} cannot all be correlated like this`,
      `matrix.${factor}`,
    );
  }
  return issues;
}
