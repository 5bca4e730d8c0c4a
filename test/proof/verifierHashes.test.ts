import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { udrQueries } from './reference/queries.ts';
import { verifierHashes } from '../../src/proof/verifierHashes.ts';

/** Thousands of compressions, one decimal as printed in the research notes on proof size, s. 4. */
const THOUSANDS_96_RATE_HALF = [
  [16, 4.2],
  [20, 7.8],
  [24, 12.2],
  [28, 17.5],
] as const;

describe('verifierHashes', () => {
  it.each(THOUSANDS_96_RATE_HALF)('2^%i, 96 bits, rate 1/2: %dk', (l, thousands) => {
    const hashes = verifierHashes(l, 1, udrQueries(96, 1, 0));
    expect(Math.abs(hashes / 1000 - thousands)).toBeLessThanOrEqual(0.05);
  });

  it('matches the notes at other parameters', () => {
    // s. 4: "Rate 1/8: 3.5k-11.2k"; "lambda 128 rate 1/2 l=28: 22.8k"
    const rateEighth = udrQueries(96, 3, 0);
    expect((verifierHashes(16, 3, rateEighth) / 1000).toFixed(1)).toBe('3.5');
    expect((verifierHashes(28, 3, rateEighth) / 1000).toFixed(1)).toBe('11.2');
    expect((verifierHashes(28, 1, udrQueries(128, 1, 0)) / 1000).toFixed(1)).toBe('22.8');
  });

  it('adds up as worked by hand', () => {
    // l = 12, rate 1/2, 232 queries: one arity of 3, a tree of depth 10 with its cap at 8, and a
    // terminal codeword of 2^10 elements. Leaf: 137 bytes with padding, 3 blocks.
    expect(verifierHashes(12, 1, 232)).toBe(232 * (3 + 10 - 8) + 256 + (1024 * 16) / 64);
  });

  it('is positive', () => {
    const size = fc.double({ min: 0, max: 64, noNaN: true });
    const rate = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(size, rate, fc.integer({ min: 1, max: 5000 }), (l, logInvRate, queries) => {
        expect(verifierHashes(l, logInvRate, queries)).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    [-1, 1, 232],
    [65, 1, 232],
    [Number.NaN, 1, 232],
    [20, -1, 232],
    [20, 65, 232],
    [20, 1, 0],
    [20, 1, Infinity],
  ])('gives NaN for (%d, %d, %d)', (l, logInvRate, queries) => {
    expect(verifierHashes(l, logInvRate, queries)).toBeNaN();
  });
});
