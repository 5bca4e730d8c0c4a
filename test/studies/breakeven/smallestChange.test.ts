import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestChange } from '../../../src/studies/breakeven/smallestChange.ts';
import { makeModel } from '../sobol/support.ts';

const RANGES = ['x', 'y'].map((input) => ({ input, low: 0.01, high: 100 }));
const factorsOf = (found: ReturnType<typeof smallestChange>): number[] =>
  found.inputs.map((input) => input.factor);

describe('smallestChange', () => {
  it('is exact for products of powers, where logarithms make it a plane', () => {
    const exponent = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(exponent, exponent, fc.double({ min: 0.1, max: 1, noNaN: true }), (p, q, d) => {
        const slope = Math.hypot(p, q);
        fc.pre(slope > 0.3);
        const model = makeModel(['x', 'y'], { f: (x = 0, y = 0) => 100 * x ** p * y ** q });
        const threshold = 100 * Math.exp(-d * slope);
        const found = smallestChange({
          model,
          base: [1, 1],
          ranges: RANGES,
          output: 'f',
          threshold,
        });
        expect(found.status).toBe('found');
        expect(found.output).toBeLessThanOrEqual(threshold);
        expect(Math.abs(found.norm / d - 1)).toBeLessThan(1e-5);
        expect(factorsOf(found)[0]).toBeCloseTo(Math.exp((-d * p) / slope), 2);
      }),
      { numRuns: 25 },
    );
  });

  it('follows the gradient: many inputs are no less exact than two', () => {
    const exponents = Array.from({ length: 12 }, (_, i) => (i % 5) / 2 - 1);
    const names = exponents.map((_, i) => `x${i}`);
    const model = makeModel(names, {
      f: (...x) => x.reduce((product, xi, i) => product * xi ** (exponents[i] as number), 1e6),
    });
    const found = smallestChange({
      model,
      base: names.map(() => 1),
      ranges: names.map((input) => ({ input, low: 0.1, high: 10 })),
      output: 'f',
      threshold: 1e4,
    });
    expect(found.norm).toBeCloseTo(Math.log(100) / Math.hypot(...exponents), 9);
  });

  it('stays inside bounds and lets the others do the rest', () => {
    const model = makeModel(['x', 'y'], { f: (x = 0, y = 0) => x * y });
    const ranges = [
      { input: 'x', low: 0.9, high: 1 },
      { input: 'y', low: 0.1, high: 1 },
    ];
    const found = smallestChange({ model, base: [1, 1], ranges, output: 'f', threshold: 0.45 });
    expect(factorsOf(found)[0]).toBe(0.9);
    expect(factorsOf(found)[1]).toBeCloseTo(0.5, 9);
    expect(found.output).toBeLessThanOrEqual(0.45);
  });

  it('finds the nearest point of a curved border', () => {
    // 1/x + 1/y <= 1 from (1, 1): by symmetry x = y = 2, checked against a fine scan of the border.
    const model = makeModel(['x', 'y'], { f: (x = 0, y = 0) => 1 / x + 1 / y });
    const found = smallestChange({
      model,
      base: [1, 1],
      ranges: RANGES,
      output: 'f',
      threshold: 1,
    });
    let least = Infinity;
    for (let x = 1.001; x < 100; x += 0.001) {
      least = Math.min(least, Math.hypot(Math.log(x), Math.log(x / (x - 1))));
    }
    expect(found.norm).toBeLessThan(least * (1 + 1e-6));
    expect(found.norm).toBeGreaterThan(least * (1 - 1e-6));
  });

  it('prefers one input where two only get in the way', () => {
    const model = makeModel(['x', 'y'], { f: (x = 0, y = 0) => Math.min(x, y) });
    const found = smallestChange({
      model,
      base: [1, 1],
      ranges: RANGES,
      output: 'f',
      threshold: 0.5,
    });
    expect(found.norm).toBeCloseTo(Math.LN2, 9);
    expect(factorsOf(found).sort()).toEqual([expect.closeTo(0.5, 9), expect.closeTo(1, 9)]);
  });

  it('works on steps, and what it returns holds', () => {
    const model = makeModel(['x', 'y'], { f: (x = 0, y = 0) => Math.ceil(x) * Math.ceil(y / 3) });
    const ranges = RANGES.map((range) => ({ ...range, low: 0.5 }));
    const found = smallestChange({ model, base: [7.5, 20], ranges, output: 'f', threshold: 30 });
    expect(found.status).toBe('found');
    const [x, y] = found.inputs.map((input) => input.value) as [number, number];
    expect(Math.ceil(x) * Math.ceil(y / 3)).toBe(found.output);
    expect(found.output).toBeLessThanOrEqual(30);
    // The best edge by enumeration: x down to a whole number, y to a multiple of 3.
    let least = Infinity;
    for (let a = 1; a <= 8; a++) {
      for (let b = 1; b <= 7; b++) {
        const logs = [Math.min(0, Math.log(a / 7.5)), Math.min(0, Math.log((3 * b) / 20))];
        if (a * b <= 30) least = Math.min(least, Math.hypot(...logs));
      }
    }
    expect(found.norm).toBeLessThan(least * 1.02);
    expect(found.norm).toBeGreaterThan(least * (1 - 1e-9));
  });

  it('works for at least, and where the output is not positive', () => {
    const model = makeModel(['x', 'y'], { f: (x = 0, y = 0) => Math.log(x) + Math.log(y) });
    const found = smallestChange({
      model,
      base: [1, 1],
      ranges: RANGES,
      output: 'f',
      threshold: 1,
      wanted: 'at least',
    });
    expect(found.norm).toBeCloseTo(Math.SQRT1_2, 6);
    expect(found.output).toBeGreaterThanOrEqual(1);
  });

  it('says when nothing has to change, or nothing helps', () => {
    const model = makeModel(['x', 'y'], { f: (x = 0, y = 0) => x * y + 1 });
    const options = { model, base: [1, 1], ranges: RANGES, output: 'f' };
    expect(smallestChange({ ...options, threshold: 2 })).toMatchObject({
      status: 'holds at base',
      norm: 0,
      output: 2,
    });
    const not = smallestChange({ ...options, threshold: 1 });
    expect(not.status).toBe('not found');
    expect(not.inputs.map((input) => input.value)).toEqual([0.01, 0.01]);
    expect(not.output).toBeCloseTo(1.0001, 12);
  });

  it('measures a logarithm by what it is the logarithm of, zero or not', () => {
    const model = makeModel(['n', 'y'], { f: (n = 0, y = 0) => y / 2 ** n });
    const ranges = [
      { input: 'n', low: -10, high: 10, scale: 'log2' as const },
      { input: 'y', low: 0.01, high: 100 },
    ];
    const found = smallestChange({ model, base: [0, 1], ranges, output: 'f', threshold: 1 / 16 });
    // By symmetry both give a factor of 4.
    expect(found.norm).toBeCloseTo(Math.LN2 * Math.hypot(2, 2), 6);
    expect(found.inputs[0]?.value).toBeCloseTo(2, 2);
    expect(factorsOf(found)[0]).toBeCloseTo(4, 1);
  });

  it('moves whole inputs by whole steps, and what is shown of the others holds with them', () => {
    const model = makeModel(['n', 'y'], { f: (n = 0, y = 0) => y / 2 ** n });
    const ranges = [
      { input: 'n', low: 0.3, high: 9.7, scale: 'log2' as const, whole: true },
      { input: 'y', low: 0.01, high: 100 },
    ];
    const found = smallestChange({ model, base: [3, 1], ranges, output: 'f', threshold: 0.021 });
    const [n, y] = found.inputs.map((input) => input.value) as [number, number];
    expect([found.status, Number.isInteger(n)]).toEqual(['found', true]);
    expect(found.output).toBeLessThanOrEqual(0.021);
    // By enumeration of n: the rest is left to y.
    const norms = Array.from({ length: 7 }, (_, k) =>
      Math.hypot(k * Math.LN2, Math.min(0, Math.log(0.021 * 2 ** (k + 3)))),
    );
    expect(found.norm / Math.min(...norms)).toBeCloseTo(1, 2);
    const [shownN, shownY] = found.inputs.map((input) => input.shown) as [number, number];
    expect(shownY / 2 ** shownN).toBeLessThanOrEqual(0.021);
    expect(Math.abs(shownY / y - 1)).toBeLessThan(0.01);
  });

  it('needs positive ranges that hold base', () => {
    const model = makeModel(['x', 'y'], { f: (x = 0, y = 0) => x * y });
    const options = { model, base: [1, 1], output: 'f', threshold: 0.5 };
    const bad = [{ input: 'x', low: 0, high: 2 }];
    expect(() => smallestChange({ ...options, ranges: bad })).toThrow('by factors');
    const away = [{ input: 'x', low: 2, high: 3 }];
    expect(() => smallestChange({ ...options, ranges: away })).toThrow('by factors');
  });
});
