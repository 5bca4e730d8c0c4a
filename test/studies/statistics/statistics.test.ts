import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { histogram } from '../../../src/studies/statistics/histogram.ts';
import {
  mergeMoments,
  momentsOf,
  NO_MOMENTS,
  variance,
} from '../../../src/studies/statistics/moments.ts';
import { quantiles } from '../../../src/studies/statistics/quantiles.ts';
import {
  addToSketch,
  makeSketch,
  mergeSketch,
  SKETCH_ERROR,
  type Sketch,
} from '../../../src/studies/statistics/sketch.ts';
import { sketchQuantiles, sketchShares } from '../../../src/studies/statistics/sketchQuantiles.ts';
import { wilson } from '../../../src/studies/statistics/wilson.ts';

// How the numbers were made stands in the file.
const reference = JSON.parse(
  readFileSync(new URL('../distributions/scipy-special.json', import.meta.url), 'utf8'),
) as {
  wilson: [number, number, number, number, number][];
  quantiles: { values: number[]; probabilities: number[]; quantiles: number[] };
};

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const column = fc.array(finite, { minLength: 1, maxLength: 400 }).map((x) => Float64Array.from(x));

describe('quantiles', () => {
  it('are those of NumPy', () => {
    const { values, probabilities, quantiles: expected } = reference.quantiles;
    const ours = quantiles(Float64Array.from(values), probabilities);
    for (const [i, q] of ours.entries()) expect(q).toBeCloseTo(expected[i] ?? NaN, 14);
  });

  it('are those of the sorted column, in any order, long columns too', () => {
    const long = Float64Array.from({ length: 20_001 }, (_, i) => (i * 7919) % 5003);
    const sorted = long.slice().sort();
    const p = [0.9, 0, 0.5, 0.25, 1, 0.5];
    const kept = long.slice();
    expect(quantiles(long, p)).toEqual(p.map((x) => sorted[x * 20_000]));
    expect(long).toEqual(kept);
    quantiles(long, p, { inPlace: true });
    expect(long.slice().sort()).toEqual(sorted);
  });

  it('agree with sorting', () => {
    fc.assert(
      fc.property(column, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (x, p) => {
        const sorted = x.slice().sort();
        const expected = p.map((u) => {
          const h = u * (x.length - 1);
          const [a = NaN, b = a] = [sorted[Math.floor(h)], sorted[Math.floor(h) + 1]];
          return h === Math.floor(h) ? a : a + (h - Math.floor(h)) * (b - a);
        });
        // 0 and -0 are the same number here.
        expect(quantiles(x, p).map((v) => v + 0)).toEqual(expected.map((v) => v + 0));
      }),
    );
  });

  it('are NaN where there is nothing to say', () => {
    expect(quantiles(new Float64Array(), [0.5])).toEqual([NaN]);
    expect(quantiles(Float64Array.of(1, NaN), [0.5])).toEqual([NaN]);
    expect(quantiles(Float64Array.of(1, 2), [2, NaN])).toEqual([NaN, NaN]);
  });
});

describe('moments', () => {
  it('leave out what is not finite', () => {
    expect(momentsOf(Float64Array.of(1, NaN, 2, Infinity, 3))).toEqual({
      count: 3,
      mean: 2,
      m2: 2,
    });
    expect(momentsOf(Float64Array.of(NaN))).toEqual(NO_MOMENTS);
    expect(variance(momentsOf(Float64Array.of(1)))).toBeNaN();
  });

  it('keep a small variance about a large mean', () => {
    const x = Float64Array.from({ length: 1000 }, (_, i) => 1e9 + (i % 2));
    expect(variance(momentsOf(x))).toBeCloseTo(250 / 999, 12);
  });

  it('merge to those of the whole', () => {
    fc.assert(
      fc.property(column, fc.nat(400), (x, cut) => {
        const at = Math.min(cut, x.length);
        const whole = momentsOf(x);
        const merged = mergeMoments(momentsOf(x, 0, at), momentsOf(x, at));
        expect(merged.count).toBe(whole.count);
        expect(Math.abs(merged.mean - whole.mean)).toBeLessThan(1e-5);
        expect(Math.abs(merged.m2 - whole.m2)).toBeLessThanOrEqual(1e-9 * whole.m2 + 1e-3);
      }),
    );
  });
});

test.each(reference.wilson)('Wilson interval of %d in %d at %d', (passes, trials, c, low, high) => {
  const [a, b] = wilson(passes, trials, c);
  expect(a).toBeCloseTo(low, 12);
  expect(b).toBeCloseTo(high, 12);
});

test('Wilson interval without trials', () => {
  expect(wilson(0, 0)).toEqual([0, 1]);
});

function sketchOf(...parts: Float64Array[]): Sketch {
  const sketch = makeSketch();
  for (const part of parts) addToSketch(sketch, part);
  return sketch;
}

describe('sketch', () => {
  const p = [0, 0.01, 0.1, 0.5, 0.73, 0.9, 1];

  it('has quantiles within its error, from the smallest numbers to the largest', () => {
    const wide = fc.array(
      fc.oneof(
        finite,
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
      ),
      { minLength: 1, maxLength: 100 },
    );
    fc.assert(
      fc.property(wide, (values) => {
        const x = Float64Array.from(values);
        // At these probabilities rank (n - 1) p is whole, so that no two values are mixed.
        const ranks = Array.from(x.keys());
        const at = ranks.map((rank) => (x.length === 1 ? 0 : rank / (x.length - 1)));
        const exact = x.slice().sort();
        for (const [i, q] of sketchQuantiles(sketchOf(x), at).entries()) {
          const e = exact[i] ?? NaN;
          // Rounding of p may mix in a neighbour by a share of 1e-14.
          const slack =
            1e-12 * ((exact.at(-1) ?? 0) - (exact[0] ?? 0)) + Number.MIN_VALUE * 2 ** 40;
          expect(Math.abs(q - e)).toBeLessThanOrEqual(SKETCH_ERROR * Math.abs(e) + slack);
        }
      }),
    );
  });

  it('is nearer to the quantiles of many values than a bin is wide', () => {
    const x = Float64Array.from({ length: 200_001 }, (_, i) =>
      Math.exp(((i * 0.618034) % 1) * 9 - 4),
    );
    const exact = quantiles(x, p);
    for (const [i, q] of sketchQuantiles(sketchOf(x), p).entries()) {
      expect(Math.abs(q / (exact[i] ?? NaN) - 1)).toBeLessThan(SKETCH_ERROR / 2);
    }
  });

  it('keeps small whole numbers, zero and a constant exactly', () => {
    const whole = Float64Array.from({ length: 1001 }, (_, i) => (i % 101) - 50);
    expect(sketchQuantiles(sketchOf(whole), p)).toEqual(quantiles(whole, p));
    expect(sketchQuantiles(sketchOf(Float64Array.of(0.1, 0.1, 0.1)), p)).toEqual(p.map(() => 0.1));
    expect(sketchQuantiles(sketchOf(Float64Array.of(-0, 0)), [0.5])).toEqual([0]);
  });

  it('does not depend on chunks or the order of merging', () => {
    fc.assert(
      fc.property(column, fc.nat(400), (x, cut) => {
        const at = Math.min(cut, x.length);
        const [a, b] = [sketchOf(x.slice(0, at)), sketchOf(x.slice(at))];
        const [ab, ba] = [makeSketch(), makeSketch()];
        mergeSketch(ab, a);
        mergeSketch(ab, b);
        mergeSketch(ba, b);
        mergeSketch(ba, a);
        const whole = sketchOf(x);
        expect(sketchQuantiles(ab, p)).toEqual(sketchQuantiles(whole, p));
        expect(sketchQuantiles(ba, p)).toEqual(sketchQuantiles(whole, p));
        expect([ab.min, ab.max, ab.count]).toEqual([whole.min, whole.max, x.length]);
      }),
      { numRuns: 30 },
    );
  });

  it('has the shares of whole numbers exactly, below and above 0', () => {
    const whole = fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(whole, whole, (values, at) => {
        const sorted = [...at].sort((a, b) => a - b);
        const shares = sorted.map((x) => values.filter((v) => v <= x).length / values.length);
        expect(sketchShares(sketchOf(Float64Array.from(values)), sorted)).toEqual(shares);
      }),
    );
  });

  it('counts shares, and leaves out what is not finite', () => {
    const sketch = sketchOf(Float64Array.of(1, 2, 3, 4, NaN, Infinity, -Infinity));
    expect(sketch.count).toBe(4);
    expect(sketchShares(sketch, [0, 1, 2.5, 4])).toEqual([0, 0.25, 0.5, 1]);
    expect(sketchQuantiles(makeSketch(), [0.5])).toEqual([NaN]);
    expect(sketchShares(makeSketch(), [0.5])).toEqual([NaN]);
  });
});

describe('histogram', () => {
  it('counts every value once', () => {
    fc.assert(
      fc.property(column, fc.boolean(), (x, logarithmic) => {
        const { counts, edges, below, above } = histogram(sketchOf(x), logarithmic);
        expect(counts.reduce((a, b) => a + b, 0) + below + above).toBe(x.length);
        expect(edges.length).toBe(counts.length + 1);
        for (const [i, edge] of edges.entries()) {
          if (i > 0) expect(edge).toBeGreaterThanOrEqual(edges[i - 1] ?? NaN);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('has bars of equal width, as logarithms where asked for and possible', () => {
    const x = Float64Array.from({ length: 10_000 }, (_, i) => 10 ** (i / 2500));
    const log = histogram(sketchOf(x), true, 4);
    expect(log.logarithmic).toBe(true);
    for (const n of log.counts) expect(Math.abs(n - 2495)).toBeLessThan(10);
    const mixed = histogram(sketchOf(Float64Array.of(-1, 1)), true, 2);
    expect(mixed).toMatchObject({ logarithmic: false, edges: expect.anything(), below: 1 });
  });

  it('has one bar for a constant and none for nothing', () => {
    expect(histogram(sketchOf(Float64Array.of(7, 7)))).toMatchObject({
      edges: [7, 7],
      counts: [2],
    });
    expect(histogram(makeSketch()).counts).toEqual([]);
  });
});
