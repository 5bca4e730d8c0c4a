import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { udrQueries } from './reference/queries.ts';

/**
 * Queries at log2(1 / rate) 1 to 4. 232 and 142 are asserted in Binius64's own unit test
 * (binius-zk/binius64@7ad579a1:crates/iop/src/fri/common.rs, `test_calculate_n_test_queries`);
 * the others follow from the same formula.
 */
const TABLE = [
  [96, [232, 142, 116, 106]],
  [100, [241, 148, 121, 110]],
  [128, [309, 189, 155, 141]],
] as const;

describe('udrQueries', () => {
  it.each(TABLE)('matches the table at %i bits', (securityBits, expected) => {
    expect([1, 2, 3, 4].map((rate) => udrQueries(securityBits, rate, 0))).toEqual(expected);
  });

  it('equals the Rust expression sec / -log2((1 + rate) / 2)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 256 }),
        fc.integer({ min: 1, max: 20 }),
        (bits, rate) => {
          const rust = Math.ceil(bits / -Math.log2(0.5 * (1 + 2 ** -rate)));
          expect(udrQueries(bits, rate, 0)).toBe(rust);
        },
      ),
    );
  });

  it('counts grinding bits as security already paid', () => {
    expect(udrQueries(116, 1, 20)).toBe(232);
    expect(udrQueries(96, 1, 96)).toBe(0);
    expect(udrQueries(96, 1, 200)).toBe(0);
  });

  it('needs infinitely many queries at rate 1, which has no distance', () => {
    expect(udrQueries(96, 0, 0)).toBe(Infinity);
  });

  it.each([
    [-1, 1, 0],
    [96, -1, 0],
    [96, 1, -1],
    [Number.NaN, 1, 0],
    [Infinity, 1, 0],
    [96, Infinity, 0],
    [96, 1, Number.NaN],
  ])('gives NaN for (%d, %d, %d)', (securityBits, logInvRate, grindingBits) => {
    expect(udrQueries(securityBits, logInvRate, grindingBits)).toBeNaN();
  });
});
