import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { betaCdf } from '../../../src/studies/distributions/betaCdf.ts';
import { betaQuantile } from '../../../src/studies/distributions/betaQuantile.ts';
import { chebyshevValue, fitChebyshev } from '../../../src/studies/distributions/chebyshev.ts';
import { integrate } from '../../../src/studies/distributions/integrate.ts';
import { lnGamma } from '../../../src/studies/distributions/lnGamma.ts';
import { normalCdf } from '../../../src/studies/distributions/normalCdf.ts';
import { normalQuantile } from '../../../src/studies/distributions/normalQuantile.ts';
import { betaSeriesQuantile, fitBetaQuantile } from '../../../src/studies/distributions/pert.ts';
import { studentQuantile } from '../../../src/studies/statistics/studentQuantile.ts';

// How the numbers were made stands in the file: SciPy and mpmath.
const reference = JSON.parse(
  readFileSync(new URL('scipy-special.json', import.meta.url), 'utf8'),
) as Record<string, [number, number, number, number][]>;

/** Each row holds the arguments and, last, the value. */
describe.each([
  ['normalCdf', normalCdf, 3e-15],
  ['normalQuantile', normalQuantile, 2e-15],
  ['betaCdf', betaCdf, 5e-14],
  ['betaQuantile', betaQuantile, 2e-13],
  ['lnGamma', lnGamma, 2e-14],
  ['studentQuantile', studentQuantile, 1e-12],
] as [string, (...args: number[]) => number, number][])('%s', (name, f, tolerance) => {
  test.each(reference[name] ?? [])('reference row %#', (...row) => {
    const expected = row.at(-1) ?? Number.NaN;
    const error = Math.abs(f(...row.slice(0, -1)) - expected);
    expect(error).toBeLessThanOrEqual(tolerance * Math.abs(expected));
  });
});

test('the ends and what is out of range', () => {
  expect([0, 1, -1, 2, Number.NaN].map(normalQuantile)).toEqual([
    -Infinity,
    Infinity,
    NaN,
    NaN,
    NaN,
  ]);
  expect([-Infinity, Infinity, Number.NaN].map(normalCdf)).toEqual([0, 1, NaN]);
  expect([-1, 0, 1, 2].map((x) => betaCdf(x, 2, 3))).toEqual([0, 0, 1, 1]);
  expect([0, 1, 1.5].map((u) => betaQuantile(u, 2, 3))).toEqual([0, 1, NaN]);
  expect(betaCdf(0.5, 0, 1)).toBeNaN();
  expect(lnGamma(0)).toBeNaN();
});

test('the quick beta quantile is the exact one, for every PERT', () => {
  for (let alpha = 1; alpha <= 5; alpha += 0.25) {
    const quick = betaSeriesQuantile(fitBetaQuantile(alpha, 6 - alpha));
    for (const u of [1e-10, 1e-4, 0.01, 0.2, 0.5, 0.7, 0.97, 0.9999]) {
      expect(quick(u) / betaQuantile(u, alpha, 6 - alpha)).toBeCloseTo(1, 13);
    }
  }
});

test('a Chebyshev series is as good as an analytic function', () => {
  const series = fitChebyshev(Math.exp, -1, 3, 30);
  expect(series.coefficients.length).toBeLessThan(25);
  expect(chebyshevValue(series, 0.7)).toBeCloseTo(Math.exp(0.7), 13);
});

test('the integral of a function that is singular at an end', () => {
  expect(integrate((u) => -Math.log(u), 0, 1)).toBeCloseTo(1, 12);
  expect(integrate((u) => u * u, 0, 3)).toBeCloseTo(9, 12);
});
