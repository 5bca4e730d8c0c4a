import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { friBytes } from '../../src/proof/friBytes.ts';
import { friShape } from '../../src/proof/friShape.ts';
import { udrQueries } from './reference/queries.ts';

const rate = fc.integer({ min: 1, max: 16 });
const queryCount = fc.integer({ min: 1, max: 2000 });

describe('friBytes', () => {
  it('is the optimal shape with its roots', () => {
    const domain = [fc.integer({ min: 0, max: 64 }), rate, queryCount] as const;
    fc.assert(
      fc.property(...domain, (log2Elements, logInvRate, queries) => {
        const shape = friShape({ log2Elements, logInvRate, queries, strategy: 'optimal' });
        expect(friBytes(log2Elements, logInvRate, queries)).toBe(shape?.bytes);
      }),
    );
  });

  it('keeps the sizes of known proofs', () => {
    expect(friBytes(18, 1, 232)).toBe(240_768);
    expect(friBytes(20, 1, 232)).toBe(308_352);
    expect(friBytes(28, 4, udrQueries(128, 4, 0))).toBe(530_496);
  });

  it('never shrinks with more queries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 48 }), rate, queryCount, (l, logInvRate, queries) => {
        expect(friBytes(l, logInvRate, queries + 1)).toBeGreaterThanOrEqual(
          friBytes(l, logInvRate, queries),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('never shrinks with a larger message, whole or fractional', () => {
    const step = fc.double({ min: 0, max: 4, noNaN: true });
    const start = fc.double({ min: 0, max: 44, noNaN: true });
    fc.assert(
      fc.property(start, step, rate, queryCount, (l, more, logInvRate, queries) => {
        expect(friBytes(l + more, logInvRate, queries)).toBeGreaterThanOrEqual(
          friBytes(l, logInvRate, queries),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('pads a fractional size to the next power of two', () => {
    expect(friBytes(17.01, 1, 232)).toBe(friBytes(18, 1, 232));
    expect(friBytes(18.01, 1, 232)).toBe(friBytes(19, 1, 232));
  });

  it('repeats itself after its cache has been emptied', () => {
    const before = friBytes(20, 1, 232);
    for (let queries = 1; queries <= 5000; queries++) friBytes(8, 1, queries);
    expect(friBytes(20, 1, 232)).toBe(before);
  });

  it('gives NaN outside its domain, for any numbers, and always ends', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -3, max: 70 }));
    fc.assert(
      fc.property(number, number, number, (l, logInvRate, queries) => {
        const inDomain =
          l >= 0 &&
          l <= 64 &&
          Number.isInteger(logInvRate) &&
          logInvRate >= 0 &&
          logInvRate <= 64 &&
          queries > 0 &&
          queries <= 2 ** 32;
        expect(Number.isNaN(friBytes(l, logInvRate, queries))).toBe(!inDomain);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    [-1, 1, 232],
    [65, 1, 232],
    [Infinity, 1, 232],
    [20, 65, 232],
    [20, 0.5, 232],
    [20, 1, 0],
    [20, 1, udrQueries(96, 0, 0)],
  ])('gives NaN for (%d, %d, %d)', (l, logInvRate, queries) => {
    expect(friBytes(l, logInvRate, queries)).toBeNaN();
  });
});
