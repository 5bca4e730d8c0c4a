import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { friBytes } from '../../src/proof/friBytes.ts';
import { friShape } from '../../src/proof/friShape.ts';
import { iopBytes, iopBytesFromTerms } from './reference/iopBytes.ts';

/**
 * Published Binius64 proofs of SHA-256 of 128 to 2,048 bytes, rate 1/2, 96 bits: l, bytes, and the
 * interactive part. Source: privacy-ethereum/csp-benchmarks@82b4eea1:results/
 * collected_benchmarks_19450978214.json. l is not published; it is inferred from this match.
 */
const CSP_PROOFS = [
  [12, 109_808, 15_024],
  [13, 124_752, 15_120],
  [14, 147_120, 15_216],
  [15, 184_336, 15_312],
  [16, 214_928, 15_408],
] as const;

describe('iopBytes', () => {
  it.each(CSP_PROOFS)(
    'completes the published proof at l = %i: %i bytes',
    (l, published, interactive) => {
      const fri = friShape({ log2Elements: l, logInvRate: 1, queries: 232, strategy: 'constant' });
      expect(iopBytes(l)).toBe(interactive);
      expect((fri?.bytes ?? Number.NaN) + iopBytes(l)).toBe(published);
    },
  );

  it('rounds a fractional size up and stays positive', () => {
    expect(iopBytes(12.5)).toBe(iopBytes(13));
    expect(iopBytes(0)).toBeGreaterThan(0);
  });

  it.each([-1, 65, Number.NaN, Infinity])('gives NaN for %d', (l) => {
    expect(iopBytes(l)).toBeNaN();
  });
});

/**
 * Published totals of Keccak-256 of 64 and 256 KiB with an unmodified Binius64 (osdnk/binius64-f162
 * @e43864c6:CROSSFIELD.md, "before, full (stock)"): l = 18 with 289,179 AND rows, l = 20 with
 * 1,156,779. The public segment (message, constants and digest) is not printed there; 2^13 and 2^15
 * elements are the power of two above a message of 2^12 and 2^14 elements.
 */
const KECCAK_PROOFS = [
  { l: 18, andRows: 289_179, log2PublicElements: 13, interactive: 8_912, published: 249_680 },
  { l: 20, andRows: 1_156_779, log2PublicElements: 15, interactive: 9_200, published: 317_552 },
];

describe('iopBytesFromTerms', () => {
  it.each(KECCAK_PROOFS)('completes the published proof of $published bytes', (proof) => {
    const interactive = iopBytesFromTerms(
      Math.log2(proof.andRows),
      proof.l + 1,
      proof.log2PublicElements,
    );
    expect(interactive).toBe(proof.interactive);
    expect(friBytes(proof.l, 1, 232) + interactive).toBe(proof.published);
  });

  it('adds 384 + 2 log2(rows) elements for BMUL rows', () => {
    expect(iopBytesFromTerms(19, 19, 13, 10) - iopBytesFromTerms(19, 19, 13)).toBe(16 * 404);
  });

  it('never shrinks as a part of the circuit grows', () => {
    const log2 = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(log2, log2, log2, log2, (and, words, open, bmul) => {
        const bytes = iopBytesFromTerms(and, words, open, bmul);
        expect(iopBytesFromTerms(and + 1, words, open, bmul)).toBeGreaterThan(bytes);
        expect(iopBytesFromTerms(and, words + 1, open, bmul)).toBeGreaterThan(bytes);
        expect(iopBytesFromTerms(and, words, open + 1, bmul)).toBeGreaterThan(bytes);
        expect(iopBytesFromTerms(and, words, open, bmul + 1)).toBeGreaterThan(bytes);
      }),
    );
  });

  it.each([
    [-1, 19, 13],
    [19, 65, 13],
    [19, 19, Number.NaN],
    [19, 19, 13, -1],
  ])('gives NaN for an impossible argument', (and, words, open, bmul?: number) => {
    expect(iopBytesFromTerms(and, words, open, bmul)).toBeNaN();
  });
});
