import { expect, it } from 'vitest';
import { binomial, binomialQuantile, Coverage } from './support.ts';

it('knows the binomial distribution', () => {
  // scipy.stats.binom(10, 0.3).pmf([0, 3, 10]), .ppf of binom(300, 0.95) at 1e-4 and 1 - 1e-4.
  const terms = binomial(10, 0.3);
  expect(terms[0]).toBeCloseTo(0.0282475249, 12);
  expect(terms[3]).toBeCloseTo(0.266827932, 12);
  expect(terms[10]).toBeCloseTo(5.9049e-6, 14);
  expect(binomialQuantile(1e-4, 300, 0.95)).toBe(269);
  expect(binomialQuantile(1 - 1e-4, 300, 0.95)).toBe(297);
});

it('notices intervals that are half or twice as wide as they say', () => {
  // Of normal estimates at 80 %: 2 Phi(z k) - 1 for z = 1.2816 and k = 1, 1/2, 2.
  const found = [0.8, 0.478, 0.99].map((share) => {
    const coverage = new Coverage();
    for (let k = 0; k < 200; k++) coverage.add('x', [0, 1], k < 200 * share ? 0.5 : 2);
    return coverage.outside(0.8, 0.8);
  });
  expect(found.map((list) => list.length)).toEqual([0, 1, 1]);
});
