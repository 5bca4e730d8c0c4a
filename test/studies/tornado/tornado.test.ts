import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampledTornado } from '../../../src/studies/tornado/sampledTornado.ts';
import { sortedQuantile } from '../../../src/studies/tornado/sortedQuantile.ts';
import { summarise } from '../../../src/studies/tornado/summarise.ts';
import { swing } from '../../../src/studies/tornado/swing.ts';
import { tornado } from '../../../src/studies/tornado/tornado.ts';
import { makeModel, permuted, pseudoRandom, quasiRandom, uniform } from '../sobol/support.ts';

const product = makeModel(['x', 'y', 'z'], { p: (x = 0, y = 0, z = 0) => (x * y) / z });
const RANGES = [
  { input: 'x', low: 1, high: 4 },
  { input: 'y', low: 2, high: 20 },
  { input: 'z', low: 0.5, high: 2 },
];

describe('tornado', () => {
  it('moves each input alone and sorts by swing', () => {
    const result = tornado({
      model: product,
      base: [2, 10, 1],
      ranges: RANGES,
      output: 'p',
      threshold: 20,
    });
    expect(result.outputAtBase).toBe(20);
    expect(result.rows).toEqual([
      { ...RANGES[1], base: 10, outputAtLow: 4, outputAtHigh: 40, swing: 36, crosses: true },
      { ...RANGES[0], base: 2, outputAtLow: 10, outputAtHigh: 40, swing: 30, crosses: true },
      { ...RANGES[2], base: 1, outputAtLow: 40, outputAtHigh: 10, swing: 30, crosses: true },
    ]);
  });

  it('measures a product in decades whatever the base is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (y) => {
        const result = tornado({
          model: product,
          base: [2, y, 1],
          ranges: [RANGES[0] as (typeof RANGES)[0]],
          output: 'p',
          scale: 'log10',
        });
        expect(result.rows[0]?.swing).toBeCloseTo(Math.log10(4), 10);
      }),
    );
  });

  it('computes everything in one call, in any order of inputs', () => {
    const options = { base: [2, 10, 1], ranges: RANGES, output: 'p', threshold: 15 };
    const before = product.calls();
    const result = tornado({ ...options, model: product });
    expect(product.calls()).toBe(before + 1);
    const turned = permuted(product, [2, 0, 1]);
    const other = { ...options, base: [1, 2, 10], ranges: RANGES.toReversed() };
    expect(tornado({ ...other, model: turned })).toEqual(result);
  });

  it('sees an output that is worst at base, and says where there is none', () => {
    const model = makeModel(['a', 'b'], {
      y: (a = 0, b = 0) => (b > 1 ? NaN : 1 - (a - 1) ** 2),
    });
    const { rows } = tornado({
      model,
      base: [1, 1],
      ranges: [
        { input: 'b', low: 0, high: 2 },
        { input: 'a', low: 0, high: 2 },
      ],
      output: 'y',
      threshold: 0.5,
    });
    expect(rows.map((row) => [row.input, row.swing, row.crosses])).toEqual([
      ['a', 1, true],
      ['b', NaN, false],
    ]);
  });

  it('refuses names and points that do not fit', () => {
    const options = { model: product, base: [2, 10, 1], ranges: RANGES, output: 'p' };
    expect(() => tornado({ ...options, output: 'q' })).toThrow('no output q');
    expect(() => tornado({ ...options, base: [1] })).toThrow('one value for every input');
    const ranges = [{ input: 'w', low: 0, high: 1 }];
    expect(() => tornado({ ...options, ranges })).toThrow('no input w');
  });
});

describe('sampledTornado', () => {
  // y in 0..1 and x in 0..1: with x held, the mean of x + x y is 1.5 x, the median too.
  const model = makeModel(['x', 'y'], { s: (x = 0, y = 0) => x + x * y });
  const options = {
    model,
    quantiles: [uniform(0, 1), uniform(0, 1)],
    fill: quasiRandom(),
    samples: 4096,
    output: 's',
    ranges: [
      { input: 'y', low: 0, high: 1 },
      { input: 'x', low: 0.2, high: 0.8 },
    ],
    threshold: 1.2,
  };

  it('holds one input and draws the others', () => {
    const { rows, all } = sampledTornado(options);
    expect(all.mean).toBeCloseTo(0.75, 2);
    const [x, y] = rows;
    expect(x?.input).toBe('x');
    expect(x?.atLow.mean).toBeCloseTo(0.3, 3);
    expect(x?.atHigh.mean).toBeCloseTo(1.2, 3);
    expect(x?.swing).toBeCloseTo(0.9, 3);
    expect(x?.atLow.within).toBe(1);
    expect(x?.atHigh.within).toBeCloseTo(0.5, 2);
    expect(x?.atHigh.quantiles[0]).toBeCloseTo(0.8 * 1.05, 2);
    expect(y?.swing).toBeCloseTo(0.5, 2);
  });

  it('compares any quantile, in decades too', () => {
    const [first] = sampledTornado({ ...options, of: 0.5, scale: 'log10' }).rows;
    expect(first?.input).toBe('x');
    expect(first?.swing).toBeCloseTo(Math.log10(4), 6);
  });

  it('does not depend on the order of inputs', () => {
    const few = { ...options, fill: pseudoRandom(0), samples: 100 };
    const turned = permuted(model, [1, 0]);
    expect(sampledTornado({ ...few, model: turned })).toEqual(sampledTornado(few));
  });
});

describe('summarise', () => {
  it('leaves values that are not finite out and counts them', () => {
    expect(summarise(Float64Array.of(3, NaN, 1, Infinity), [0, 0.5], 1)).toEqual({
      mean: 2,
      quantiles: [1, 2],
      within: 0.5,
      notFinite: 2,
    });
    expect(summarise(Float64Array.of(NaN), [0.5])).toEqual({
      mean: NaN,
      quantiles: [NaN],
      notFinite: 1,
    });
  });

  it('sorts numbers, not texts', () => {
    expect(summarise(Float64Array.of(10, 9, -1), [0, 1]).quantiles).toEqual([-1, 10]);
  });
});

describe('sortedQuantile', () => {
  it('follows the definition of type 7, by hand: place p (n - 1) among 1, 2, 4, 8', () => {
    const at = [0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => sortedQuantile([1, 2, 4, 8], p));
    [1, 1.3, 1.75, 3, 6.8, 8].forEach((value, k) => {
      expect(at[k]).toBeCloseTo(value, 12);
    });
  });
});

describe('swing', () => {
  it('has no value where one is missing, or not positive on a log scale', () => {
    expect(swing([1, NaN], 'linear')).toBeNaN();
    expect(swing([0, 1], 'log10')).toBeNaN();
    expect(swing([-1, 1], 'linear')).toBe(2);
  });
});
