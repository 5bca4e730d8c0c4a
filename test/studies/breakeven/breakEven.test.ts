import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEven, type BreakEvenRow } from '../../../src/studies/breakeven/breakEven.ts';
import { makeModel, permuted } from '../sobol/support.ts';

const one = (
  f: (x: number) => number,
  range: { low: number; high: number; base: number },
  threshold: number,
  wanted: 'at most' | 'at least' = 'at most',
): BreakEvenRow => {
  const { base, ...ends } = range;
  const model = makeModel(['x'], { y: (x = 0) => f(x) });
  const ranges = [{ input: 'x', ...ends }];
  const result = breakEven({ model, base: [base], ranges, output: 'y', threshold, wanted });
  return result.rows[0] as BreakEvenRow;
};

describe('breakEven', () => {
  it('solves a power for every exponent, on the wanted side to the last bits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        fc.double({ min: 0.02, max: 50, noNaN: true }),
        (power, root) => {
          const f = (x: number): number => x ** power;
          const row = one(f, { low: 0.01, high: 100, base: 1 }, f(root));
          expect(row.crossings).toHaveLength(1);
          const [crossing] = row.crossings;
          expect(Math.abs((crossing?.value as number) / root - 1)).toBeLessThan(1e-13);
          expect(crossing?.factor).toBe(crossing?.value);
          expect(crossing?.output).toBeLessThanOrEqual(f(root));
          expect(crossing?.outputBeyond).toBeGreaterThan(f(root));
        },
      ),
    );
  });

  it('finds the edge of a step exactly, from either side', () => {
    // ceil(x) <= 7 holds up to 7 itself.
    const up = one(Math.ceil, { low: 1, high: 20, base: 3 }, 7);
    expect(up.crossings[0]).toMatchObject({ value: 7, output: 7, outputBeyond: 8 });
    const down = one((x) => Math.floor(100 / x), { low: 1, high: 100, base: 5 }, 6);
    // floor(100 / x) <= 6 from just above 100 / 7 on.
    expect(down.crossings).toHaveLength(1);
    expect(down.crossings[0]?.output).toBe(6);
    expect(Math.abs((down.crossings[0]?.value as number) - 100 / 7)).toBeLessThan(1e-13);
  });

  it('finds all crossings of a function that turns, the nearest first', () => {
    const row = one(Math.sin, { low: -10, high: 10, base: 0.5 }, 0);
    expect(row.crossings.map((crossing) => Math.round(crossing.value / Math.PI))).toEqual([
      0, 1, -1, 2, -2, 3, -3,
    ]);
    for (const { value } of row.crossings) {
      const nearest = Math.round(value / Math.PI) * Math.PI;
      expect(Math.abs(value - nearest)).toBeLessThan(1e-14);
    }
  });

  it('looks at base itself: a narrow pass around it has two ends', () => {
    const row = one((x) => Math.abs(x - 3.21), { low: 0, high: 10, base: 3.21 }, 1e-3);
    expect(row.crossings.map((crossing) => crossing.value.toFixed(6)).sort()).toEqual([
      '3.209000',
      '3.211000',
    ]);
  });

  it('says when an input alone does not do, and what it reaches', () => {
    const never = one((x) => 5 + 10 / x, { low: 1, high: 10, base: 2 }, 5);
    expect(never).toMatchObject({ status: 'never', crossings: [], best: { value: 10, output: 6 } });
    const always = one((x) => 5 + 10 / x, { low: 1, high: 10, base: 2 }, 50);
    expect(always.status).toBe('always');
    const nothing = one(() => NaN, { low: 1, high: 10, base: 2 }, 50);
    expect(nothing).toMatchObject({ status: 'no value', crossings: [] });
    expect(nothing.notFinite).toBeGreaterThan(100);
  });

  it('solves for at least as for at most, and for truth outputs', () => {
    const row = one((x) => (x >= 2.5 ? 1 : 0), { low: 1, high: 10, base: 1 }, 0.5, 'at least');
    expect(row.crossings[0]).toMatchObject({ value: 2.5, factor: 2.5, output: 1, outputBeyond: 0 });
    const never = one((x) => x, { low: 1, high: 10, base: 1 }, 11, 'at least');
    expect(never.best).toEqual({ value: 10, output: 10 });
  });

  it('gives no factor where there is none', () => {
    const [zero] = one((x) => x, { low: -1, high: 1, base: 0 }, 0.3).crossings;
    expect(zero?.value).toBe(0.3);
    expect(zero).not.toHaveProperty('factor');
    const [other] = one((x) => x, { low: -1, high: 1, base: -0.5 }, 0.3).crossings;
    expect(other).not.toHaveProperty('factor');
  });

  it('passes over holes, and brackets one that hides the change', () => {
    const f = (x: number): number => (x > 4 && x < 6 ? NaN : x);
    const row = one(f, { low: 1, high: 10, base: 2 }, 5);
    expect(row.notFinite).toBeGreaterThan(0);
    const [crossing] = row.crossings;
    expect(crossing?.gap).toBe(true);
    expect(crossing?.value).toBeGreaterThan(3.9);
    expect(crossing?.value).toBeLessThanOrEqual(4);
    expect(crossing?.beyond).toBeGreaterThanOrEqual(6);
    expect(crossing?.beyond).toBeLessThan(6.1);
    // The hole is elsewhere: no harm.
    const [other] = one(f, { low: 1, high: 10, base: 2 }, 3).crossings;
    expect(other).toMatchObject({ value: 3, gap: false });
  });

  it('finds a crossing at an end of the range', () => {
    const row = one((x) => x, { low: 1, high: 10, base: 5 }, 1);
    expect(row.crossings[0]?.value).toBe(1);
  });

  it('solves for all inputs in a few calls, in any order', () => {
    const model = makeModel(['a', 'b', 'c'], { y: (a = 0, b = 0, c = 0) => (a * b) / c });
    const ranges = ['a', 'b', 'c'].map((input) => ({ input, low: 0.1, high: 50 }));
    const options = { model, base: [2, 10, 1], ranges, output: 'y', threshold: 10 };
    const result = breakEven(options);
    expect(model.calls()).toBeLessThan(20);
    expect(result).toMatchObject({ outputAtBase: 20, holdsAtBase: false });
    const factors = result.rows.map((row) => row.crossings[0]?.factor as number);
    [0.5, 0.5, 2].forEach((factor, k) => {
      expect(factors[k]).toBeCloseTo(factor, 12);
    });
    const turned = { ...options, model: permuted(model, [1, 2, 0]), base: [10, 1, 2] };
    expect(breakEven(turned)).toEqual(result);
  });

  it('takes a logarithm for what it is the logarithm of', () => {
    const model = makeModel(['n'], { y: (n = 0) => 2 ** n });
    const ranges = [{ input: 'n', low: 5, high: 25, scale: 'log2' as const }];
    const options = { model, base: [12], ranges, output: 'y', threshold: 2 ** 9.5 };
    const [crossing] = breakEven(options).rows[0]?.crossings ?? [];
    expect(crossing?.value).toBeCloseTo(9.5, 12);
    // Not 9.5 / 12: 2.5 less is 5.66 times less.
    expect(crossing?.factor).toBeCloseTo(2 ** -2.5, 10);
  });

  it('looks at whole values only, at all of them, and says both sides of the step', () => {
    const seen = new Set<number>();
    const f = (n: number): number => {
      seen.add(n);
      return n === 17 ? 0 : n + 0.5;
    };
    const model = makeModel(['n'], { y: (n = 0) => f(n) });
    const ranges = [{ input: 'n', low: 0.7, high: 30.2, whole: true }];
    const options = { model, base: [9], ranges, output: 'y', threshold: 12 };
    const { crossings } = breakEven(options).rows[0] as BreakEvenRow;
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, k) => k + 1));
    expect(crossings).toMatchObject([
      { value: 11, beyond: 12, gap: false, shown: { value: 11, beyond: 12 } },
      { value: 17, beyond: 16, gap: false },
      { value: 17, beyond: 18, gap: false },
    ]);
    // The first step away that changes the answer is 12 of 9.
    expect(crossings[0]?.factor).toBe(12 / 9);
  });

  it('finds a step among more whole values than it looks at', () => {
    const range = { low: 1, high: 1e6, base: 1000 };
    const model = makeModel(['n'], { y: (n = 0) => n });
    const ranges = [{ input: 'n', ...range, whole: true }];
    const options = { model, base: [1000], ranges, output: 'y', threshold: 123_456.5 };
    expect(breakEven(options).rows[0]?.crossings).toMatchObject([
      { value: 123_456, beyond: 123_457, gap: false },
    ]);
  });

  it('rounds towards the side that is meant, with as many digits as that takes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 50, noNaN: true }),
        fc.constantFrom('at most' as const, 'at least' as const),
        fc.constantFrom(1, 1e6, 8 / 1000),
        (root, wanted, unit) => {
          const model = makeModel(['x'], { y: (x = 0) => x });
          const threshold = root * unit;
          const ranges = [{ input: 'x', low: 0.01 * unit, high: 100 * unit, unit }];
          const options = { model, base: [unit], ranges, output: 'y', threshold, wanted };
          const [crossing] = breakEven(options).rows[0]?.crossings ?? [];
          fc.pre(crossing !== undefined);
          const { value, beyond } = crossing?.shown ?? { value: NaN, beyond: NaN };
          const holds = (x: number): boolean =>
            wanted === 'at most' ? x <= threshold : x >= threshold;
          expect([holds(value), holds(beyond)]).toEqual([true, false]);
          // Few digits unless base is as near.
          const far = Math.abs(root - 1) > 0.02;
          expect(Math.abs(value / threshold - 1)).toBeLessThan(far ? 0.011 : 0.021);
          expect(Math.sign(value - unit)).toBe(Math.sign((crossing?.value ?? NaN) - unit));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sees a pass that is narrow and near', () => {
    // 4 % wide, a third away: between two places of a scan by 11 %.
    const row = one(
      (x) => (x > 1.32 && x < 1.36 ? 0 : 1),
      { low: 0.001, high: 1000, base: 1 },
      0.5,
    );
    expect(row.crossings).toHaveLength(2);
  });

  it('refuses a range without an inside', () => {
    expect(() => one((x) => x, { low: 2, high: 2, base: 2 }, 1)).toThrow('not a range');
  });
});
