import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cdf } from '../../../src/studies/distributions/cdf.ts';
import {
  columnQuantile,
  columnQuantileOf,
} from '../../../src/studies/distributions/columnQuantile.ts';
import { mean } from '../../../src/studies/distributions/mean.ts';
import { planQuantile } from '../../../src/studies/distributions/planQuantile.ts';
import { nativeTable } from '../../../src/studies/distributions/nativeTable.ts';
import { quantile } from '../../../src/studies/distributions/quantile.ts';
import { isConstant, median, p05, p95 } from '../../../src/studies/distributions/summary.ts';
import { tableQuantile, tabulate } from '../../../src/studies/distributions/tabulate.ts';
import { validate } from '../../../src/studies/distributions/validate.ts';
import type { Distribution } from '../../../src/studies/types.ts';

interface Reference {
  readonly u: number[];
  readonly distributions: Record<
    string,
    { distribution: Distribution; quantiles: number[]; at: number; cdf: number; mean: number }
  >;
}

// How the numbers were made stands in the file.
const scipy = JSON.parse(
  readFileSync(new URL('scipy-quantiles.json', import.meta.url), 'utf8'),
) as Reference;

test('tables give the same bits without WebAssembly, also outside 0 to 1', () => {
  const q = quantile({ kind: 'pert', low: 0, mode: 0.3, high: 1 });
  const table = tabulate(q);
  const u = Float64Array.from({ length: 20_011 }, (_, i) => i / 20_010);
  u.set([NaN, -1, 2, 1e300, -1e300, Infinity], 40);
  const columns = [tableQuantile, nativeTable].map((how) => {
    const column = u.slice();
    how(table, q, 3, 1.7)?.(column, 0, column.length);
    return [...new BigUint64Array(column.buffer)];
  });
  expect(columns[1]).toEqual(columns[0]);
});

describe.each(Object.entries(scipy.distributions))('%s', (_, reference) => {
  const { distribution } = reference;
  const q = quantile(distribution);

  test('quantiles are those of SciPy', () => {
    for (const [i, u] of scipy.u.entries()) {
      const expected = reference.quantiles[i] ?? Number.NaN;
      expect(Math.abs(q(u) - expected), `u = ${u}`).toBeLessThanOrEqual(1e-10 * Math.abs(expected));
    }
  });

  test('columns agree with single values', () => {
    const u = Float64Array.from({ length: 4999 }, (_, i) => (i + 0.5) / 4999);
    const column = u.slice();
    columnQuantile(distribution)(column, 0, column.length);
    const scale = q(0.95) - q(0.05);
    for (const [i, x] of column.entries()) {
      const error = Math.abs(x - q(u[i] ?? 0.5));
      expect(error).toBeLessThanOrEqual(1e-13 * Math.max(scale, Math.abs(x)));
    }
  });

  test('a plan gives the same bits in another thread, and with tables in common', () => {
    const plans = [planQuantile(distribution), structuredClone(planQuantile(distribution))];
    const columns = [columnQuantile(distribution), ...plans.map(columnQuantileOf)].map((q) => {
      const column = Float64Array.from({ length: 500 }, (_, i) => i / 499);
      q(column, 0, column.length);
      return column;
    });
    expect(columns[1]).toEqual(columns[0]);
    expect(columns[2]).toEqual(columns[0]);
  });

  test('distribution function and mean are those of SciPy', () => {
    expect(cdf(distribution)(reference.at)).toBeCloseTo(reference.cdf, 12);
    expect(mean(distribution) / reference.mean).toBeCloseTo(1, 9);
  });

  test('cdf(quantile(u)) is u', () => {
    const F = cdf(distribution);
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (u) => {
        expect(F(q(u))).toBeCloseTo(u, 11);
      }),
    );
  });
});

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const sorted3 = fc
  .tuple(number, number, number)
  .map((three) => three.sort((a, b) => a - b))
  .filter(([low = 0, , high = 0]) => high - low > 1e-6)
  .map(([low = 0, mode = 0, high = 0]) => ({ low, mode, high }));
const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  sorted3.map(({ low, high }) => ({ kind: 'uniform' as const, low, high })),
  sorted3.map((ends) => ({ kind: 'triangular' as const, ...ends })),
  sorted3.map((ends) => ({ kind: 'pert' as const, ...ends })),
  fc.record({
    kind: fc.constant('normal' as const),
    mean: number,
    sd: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
  }),
  fc.array(number, { minLength: 1, maxLength: 9 }).map((values) => ({
    kind: 'choice' as const,
    values,
  })),
  fc.array(number, { minLength: 1, maxLength: 9 }).map((values) => ({
    kind: 'empirical' as const,
    values,
  })),
);

const probability = fc.double({ min: 0, max: 1, noNaN: true });

it('rises with u, for every kind', () => {
  fc.assert(
    fc.property(anyDistribution, probability, probability, (distribution, a, b) => {
      const q = quantile(distribution);
      const slack = 1e-12 * Math.max(Math.abs(q(0.05)), Math.abs(q(0.95)));
      expect(q(Math.min(a, b))).toBeLessThanOrEqual(q(Math.max(a, b)) + slack);
    }),
  );
});

it('keeps draws within the bounds of a truncation', () => {
  fc.assert(
    fc.property(anyDistribution, probability, number, number, (of, u, a, b) => {
      const truncated = {
        kind: 'truncated' as const,
        of,
        low: Math.min(a, b),
        high: Math.max(a, b),
      };
      if (validate(truncated).length > 0) return;
      const x = quantile(truncated)(u);
      expect(x).toBeGreaterThanOrEqual(truncated.low);
      expect(x).toBeLessThanOrEqual(truncated.high);
    }),
  );
});

it('orders choices by value and honours their weights', () => {
  const q = quantile({ kind: 'choice', values: [8, 1, 2], weights: [1, 2, 1] });
  expect([0, 0.3, 0.5, 0.6, 0.76, 1].map(q)).toEqual([1, 1, 1, 2, 8, 8]);
  expect(cdf({ kind: 'choice', values: [8, 1, 2], weights: [1, 2, 1] })(2)).toBe(0.75);
  expect(mean({ kind: 'choice', values: [8, 1, 2], weights: [1, 2, 1] })).toBe(3);
  expect(quantile({ kind: 'choice', values: [1, 2], weights: [0, 1] })(0)).toBe(2);
});

it('drops choices outside a truncation', () => {
  const of = { kind: 'choice' as const, values: [1, 2, 4, 8] };
  const q = quantile({ kind: 'truncated', of, low: 2, high: 4 });
  expect([0, 0.5, 0.51, 1].map(q)).toEqual([2, 2, 4, 4]);
});

it('takes quantiles of a sample by definition 7 of Hyndman and Fan', () => {
  const sample: Distribution = { kind: 'empirical', values: [4, 1, 2] };
  expect([0, 0.25, 0.5, 0.75, 1].map(quantile(sample))).toEqual([1, 1.5, 2, 3, 4]);
  expect([0, 1, 1.5, 3, 4, 5].map(cdf(sample))).toEqual([0, 0, 0.25, 0.75, 1, 1]);
  // Trapezoids under the quantile function: 1.5 and 3, half of the range each.
  expect(mean(sample)).toBe(2.25);
  expect(mean({ kind: 'truncated', of: sample, low: 1, high: 2 })).toBeCloseTo(1.5, 12);
});

it('takes nested truncations as one pair of bounds', () => {
  const once: Distribution = {
    kind: 'truncated',
    of: { kind: 'normal', mean: 0, sd: 1 },
    low: -1,
    high: 1,
  };
  const twice: Distribution = { kind: 'truncated', of: { ...once, high: 3 }, high: 1 };
  expect(quantile(twice)(0.3)).toBe(quantile(once)(0.3));
});

it('knows the ends and what does not vary', () => {
  const range: Distribution = { kind: 'lognormal_range', p05: 20, p95: 80 };
  expect(p05(range)).toBeCloseTo(20, 10);
  expect(p95(range)).toBeCloseTo(80, 10);
  expect(median(range)).toBeCloseTo(40, 10);
  expect(isConstant(range)).toBe(false);
  expect(isConstant({ kind: 'constant', value: 3 })).toBe(true);
  expect(isConstant({ kind: 'choice', values: [3, 3] })).toBe(true);
  expect(median({ kind: 'constant', value: 3 })).toBe(3);
});
