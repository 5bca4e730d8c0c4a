import fc from 'fast-check';
import { expect, it } from 'vitest';
import { centre } from '../../../src/studies/distributions/centre.ts';
import { quantile } from '../../../src/studies/distributions/quantile.ts';
import type { Distribution } from '../../../src/studies/types.ts';

const cases: [Distribution, number][] = [
  [{ kind: 'constant', value: 3 }, 3],
  [{ kind: 'uniform', low: 2, high: 4 }, 3],
  [{ kind: 'loguniform', low: 1, high: 100 }, 10],
  [{ kind: 'pert', low: 0, mode: 1, high: 9 }, 1],
  [{ kind: 'triangular', low: 0, mode: 1, high: 9 }, 1],
  [{ kind: 'normal', mean: 5, sd: 2 }, 5],
  [{ kind: 'lognormal', median: 5, sigma: 2 }, 5],
  [{ kind: 'lognormal_range', p05: 1, p95: 100 }, 10],
  [{ kind: 'empirical', values: [9, 1, 2] }, 2],
  // The likeliest, and of equals the first that is named.
  [{ kind: 'choice', values: [4, 1, 2] }, 4],
  [{ kind: 'choice', values: [4, 1, 2], weights: [1, 3, 3] }, 1],
];

it.each(cases)('of %j is %d', (distribution, value) => {
  expect(centre(distribution)).toBeCloseTo(value, 12);
});

it('lies within what a truncated distribution can be', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 4, noNaN: true }),
      fc.double({ min: 0.1, max: 4, noNaN: true }),
      (low, width) => {
        const of = { kind: 'pert', low: 0, mode: 1, high: 9 } as const;
        const cut = { kind: 'truncated', of, low, high: low + width } as const;
        const q = quantile(cut);
        expect(centre(cut)).toBeGreaterThanOrEqual(q(0));
        expect(centre(cut)).toBeLessThanOrEqual(q(1));
      },
    ),
  );
});
