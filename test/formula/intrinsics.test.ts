import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilLog2, exp2, floorLog2, power } from '../../src/formula/intrinsics.ts';

/**
 * Made with Python 3 `decimal` at 60 digits, from the exact values of the doubles:
 * `float((Decimal(y) * Decimal(x).ln()).exp())`. The results lie between 0.01 and 20.
 */
const POWERS: readonly (readonly [number, number, number])[] = [
  [2.0, 0.5, 1.4142135623730951],
  [3.0, 0.5, 1.7320508075688772],
  [1.5, 2.5, 2.7556759606310752],
  [10.0, 0.3, 1.9952623149688795],
  [10.0, -0.3, 0.5011872336272722],
  [0.1, 1.7, 0.0199526231496888],
  [7.25, 0.3333333333333333, 1.9354383203138983],
  [0.001, 0.75, 0.005623413251903491],
  [1000000.0, 0.2, 15.848931924611136],
  [0.5, 3.5, 0.08838834764831845],
  [1.0000001, 1000.5, 1.0001000550002237],
  [0.999999, -2500.25, 1.0025033794849358],
  [123456.789, -0.123, 0.23645236261272912],
  [2.0, -1.5, 0.3535533905932738],
  [16.0, 0.25, 2.0],
];

/** Made in the same way; results of up to 900 binary orders. */
const FAR_POWERS: readonly (readonly [number, number, number])[] = [
  [10.0, 100.5, 3.1622776601683794e100],
  [10.0, -250.5, 3.162277660168379e-251],
  [1e150, 1.75, 3.1622776601683795e262],
  [3.0, -600.5, 3.080963411729999e-287],
  [1e-200, 1.25, 1e-250],
];

/** 2^y, made in the same way. */
const POWERS_OF_TWO: readonly (readonly [number, number])[] = [
  [0.1, 1.0717734625362931],
  [0.5, 1.4142135623730951],
  [-0.5, 0.7071067811865476],
  [10.3, 1260.691879265195],
  [-10.7, 0.0006011447330785727],
  [1000.25, 1.2742456594525648e301],
  [-1000.75, 5.549218676486065e-302],
  [1023.9, 1.6773070034857416e308],
  [-1021.3, 3.614643147284293e-308],
  [0.30102999566398114, 1.2320236886890061],
  [1e-10, 1.0000000000693148],
];

const relative = (found: number, expected: number): number =>
  Math.abs(found - expected) / Math.abs(expected);

describe('exp2', () => {
  it('is exact for every whole exponent of a double', () => {
    // Doubling and halving are exact in IEEE arithmetic, also among subnormals.
    let up = 1;
    for (let k = 0; k <= 1023; k++, up *= 2) {
      expect(exp2(k)).toBe(up);
      expect(exp2(k)).toBe(2 ** k);
    }
    let down = 1;
    for (let k = 0; k >= -1074; k--, down /= 2) {
      expect(exp2(k)).toBe(down);
      expect(exp2(k)).toBe(2 ** k);
    }
  });

  it.each([
    [1024, Infinity],
    [1e9, Infinity],
    [Infinity, Infinity],
    [-1075, 0],
    [-1e9, 0],
    [-Infinity, 0],
    [0, 1],
    [-0, 1],
    [NaN, NaN],
  ])('of %d is %d', (y, expected) => {
    expect(exp2(y)).toBe(expected);
  });

  it.each(POWERS_OF_TWO)('of %d is %d', (y, expected) => {
    expect(relative(exp2(y), expected)).toBeLessThanOrEqual(1e-15);
  });

  it('never falls where the exponent grows by more than a rounding error', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1100, max: 1024, noNaN: true }),
        fc.double({ min: 1e-9, max: 10, noNaN: true }),
        (y, step) => {
          expect(exp2(y + step)).toBeGreaterThanOrEqual(exp2(y));
        },
      ),
    );
  });
});

describe('power', () => {
  it.each(POWERS)('%d ^ %d is %d', (x, y, expected) => {
    expect(relative(power(x, y), expected)).toBeLessThanOrEqual(1e-15);
  });

  it.each(FAR_POWERS)('%d ^ %d is %d', (x, y, expected) => {
    // exp2(y log2 x): the rounding error of the exponent counts once per binary order.
    const orders = Math.abs(Math.log2(expected));
    expect(relative(power(x, y), expected)).toBeLessThanOrEqual((orders + 4) * 2 ** -53);
  });

  it.each([
    [0, 0, 1],
    [5, 0, 1],
    [0, 2, 0],
    [0, 0.5, 0],
    [0, -1, Infinity],
    [1, 1e300, 1],
    [-8, 1 / 3, NaN],
    [-1, 0.5, NaN],
  ])('%d ^ %d is %d', (x, y, expected) => {
    expect(power(x, y)).toBe(expected);
  });

  it('of 2 is exp2, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ min: -1074, max: 1023, noNaN: true }), (y) => {
        expect(power(2, y)).toBe(exp2(y));
      }),
    );
  });
});

describe('ceilLog2 and floorLog2', () => {
  it('are exact at every power of two, and next to it', () => {
    for (let k = -1074; k <= 1023; k++) {
      const x = 2 ** k;
      expect(ceilLog2(x)).toBe(k);
      expect(floorLog2(x)).toBe(k);
      // The neighbours of a normal power of two; below 2^-1022 doubles are 2^-1074 apart.
      const above = x + Math.max(x * 2 ** -52, 2 ** -1074);
      if (Number.isFinite(above) && above < 2 * x) {
        expect(ceilLog2(above)).toBe(k + 1);
        expect(floorLog2(above)).toBe(k);
      }
      const below = x - Math.max(x * 2 ** -53, 2 ** -1074);
      if (below > x / 2) {
        expect(ceilLog2(below)).toBe(k);
        expect(floorLog2(below)).toBe(k - 1);
      }
    }
  });

  it('are right where log2 rounds', () => {
    // mathjs answers 41 for ceil(log2(2^41 + 1)); Math.log2(2^49 + 1) is exactly 49.
    expect(ceilLog2(2 ** 41 + 1)).toBe(42);
    expect(ceilLog2(2 ** 49 + 1)).toBe(50);
    expect(ceilLog2(2 ** 53 - 1)).toBe(53);
    expect(floorLog2(2 ** 53 - 1)).toBe(52);
    expect(ceilLog2(Number.MAX_VALUE)).toBe(1024);
    expect(floorLog2(Number.MAX_VALUE)).toBe(1023);
    expect(ceilLog2(3 * 2 ** -1074)).toBe(-1072);
    expect(floorLog2(3 * 2 ** -1074)).toBe(-1073);
  });

  it.each([0, -0, -1, -Infinity, Infinity, NaN])('have no value for %d', (x) => {
    expect(ceilLog2(x)).toBeNaN();
    expect(floorLog2(x)).toBeNaN();
  });

  it('enclose every positive number', () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: 2 ** 1023, noNaN: true }), (x) => {
        expect(exp2(ceilLog2(x))).toBeGreaterThanOrEqual(x);
        expect(exp2(floorLog2(x))).toBeLessThanOrEqual(x);
        expect(ceilLog2(x) - floorLog2(x)).toBe(exp2(floorLog2(x)) === x ? 0 : 1);
      }),
    );
  });
});
