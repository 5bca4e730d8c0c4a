import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { morris } from '../../../src/studies/morris/morris.ts';
import { trajectory } from '../../../src/studies/morris/trajectory.ts';
import { makeModel, permuted, pseudoRandom, uniform } from '../sobol/support.ts';

const unit = uniform(0, 1);

describe('trajectory', () => {
  it('starts and ends on levels and moves every input once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer(),
        (half, size, seed) => {
          const levels = 2 * half;
          const columns = Array.from({ length: 3 * size }, () => new Float64Array(1));
          pseudoRandom(seed)(columns, 0, 1);
          const path = trajectory(
            columns.map((column) => column[0] as number),
            levels,
          );
          expect([...path.order].sort((a, b) => a - b)).toEqual([...path.order.keys()]);
          path.start.forEach((start, i) => {
            for (const level of [start, start + (path.steps[i] as number)]) {
              const number = level * (levels - 1);
              expect(Math.abs(number - Math.round(number))).toBeLessThan(1e-9);
              expect(Math.round(number)).toBeGreaterThanOrEqual(0);
              expect(Math.round(number)).toBeLessThan(levels);
            }
          });
        },
      ),
    );
  });
});

describe('morris', () => {
  // Effects of 3 a: 3. Of b c: c or b, which are 0, 1/3, 2/3, 1 alike: mean 1/2, variance 5/36.
  const model = makeModel(['a', 'b', 'c', 'nothing'], {
    y: (a = 0, b = 0, c = 0) => 3 * a + b * c,
  });
  const options = {
    model,
    quantiles: [unit, unit, unit, unit],
    fill: pseudoRandom(0),
    trajectories: 4000,
    output: 'y',
    range: [0, 1] as const,
  };

  it('finds the effects of a known function', () => {
    const { rows, evaluations } = morris(options);
    expect(evaluations).toBe(4000 * 5);
    const [a, b, c, nothing] = rows;
    expect(a?.meanAbsolute).toBeCloseTo(3, 10);
    expect(a?.deviation).toBeCloseTo(0, 10);
    for (const row of [b, c]) {
      expect(Math.abs((row?.mean as number) - 0.5)).toBeLessThan(0.02);
      expect(Math.abs((row?.deviation as number) - Math.sqrt(5 / 36))).toBeLessThan(0.01);
      expect(row?.standardError).toBeCloseTo((row?.deviation as number) / Math.sqrt(4000), 6);
    }
    expect(nothing).toMatchObject({ mean: 0, meanAbsolute: 0, deviation: 0, effects: 4000 });
  });

  it('does not cancel opposite effects', () => {
    const opposite = makeModel(['a', 'b'], { y: (a = 0, b = 0) => a * (b - 0.5) });
    const [row] = morris({ ...options, model: opposite, quantiles: [unit, unit] }).rows;
    expect(Math.abs(row?.mean as number)).toBeLessThan(0.03);
    expect(Math.abs((row?.meanAbsolute as number) - 1 / 3)).toBeLessThan(0.01);
  });

  it('does not depend on the order of inputs', () => {
    const few = { ...options, trajectories: 20 };
    const rows = morris({ ...few, model: permuted(model, [3, 1, 0, 2]) }).rows;
    expect([2, 1, 3, 0].map((k) => rows[k])).toEqual(morris(few).rows);
  });

  it('keeps inside the probabilities it is given', () => {
    const seen: number[] = [];
    const quantile = (u: number): number => seen.push(u) && u;
    morris({
      ...options,
      quantiles: [quantile, quantile, quantile, quantile],
      range: [0.05, 0.95],
      trajectories: 10,
    });
    expect(Math.min(...seen)).toBeCloseTo(0.05, 12);
    expect(Math.max(...seen)).toBeCloseTo(0.95, 12);
  });

  it('counts the effects that have a value', () => {
    const holes = makeModel(['a', 'b'], { y: (a = 0, b = 0) => (b > 0.9 ? NaN : a) });
    const [a, b] = morris({ ...options, model: holes, quantiles: [unit, unit] }).rows;
    expect(a?.effects).toBeGreaterThan(2500);
    expect(a?.effects).toBeLessThan(3500);
    expect(a?.mean).toBeCloseTo(1, 10);
    expect(b?.meanAbsolute).toBe(0);
  });
});
