import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeChanges } from '../../src/compare/mergeChanges.ts';
import { probeChanges } from '../../src/compare/probeChanges.ts';
import { sharesOf, type Game } from '../../src/compare/shares.ts';

/** A game from a function of the set of changes that are made. */
const gameOf = (
  size: number,
  value: (made: ReadonlySet<number>) => number,
  exactUpTo = 16,
): Game => ({
  size,
  exactUpTo,
  orders: 50,
  evaluate: (changed) => [
    Float64Array.from(changed, (row) => value(new Set(row.flatMap((has, p) => (has ? [p] : []))))),
  ],
});

describe('sharesOf', () => {
  it('shares a product of two changes by halves', () => {
    // f = x y from (0, 0) to (1, 1); Shapley 1953: either order gives all to the second one.
    const shares = sharesOf(gameOf(2, (made) => (made.size === 2 ? 1 : 0)));
    expect(shares).toMatchObject({ method: 'exact', evaluations: 4, parts: [[0.5, 0.5]] });
  });

  it('gives each its own amount where changes add up, and nothing to what does nothing', () => {
    const amounts = [1, -2, 0, 0.25];
    const sum = (made: ReadonlySet<number>): number =>
      [...made].reduce((total, p) => total + (amounts[p] ?? 0), 0);
    expect(sharesOf(gameOf(4, sum))?.parts[0]?.map((x) => +x.toFixed(12))).toEqual(amounts);
    const sampled = sharesOf(gameOf(4, sum, 2));
    expect(sampled?.method).toBe('sampled');
    expect(sampled?.parts[0]?.map((x) => +x.toFixed(12))).toEqual(amounts);
    expect(sampled?.errors?.every((error) => error < 1e-12)).toBe(true);
  });

  it('joins changes that have no value apart, and says so', () => {
    // Without memory at all there is no ratio: 0 takes one memory away, 1 brings the other.
    const value = (made: ReadonlySet<number>): number =>
      made.has(0) && !made.has(1) ? NaN : made.size;
    expect(sharesOf(gameOf(3, value))).toMatchObject({ groups: [[0, 1], [2]], parts: [[2, 1]] });
    expect(sharesOf(gameOf(3, value, 2))).toMatchObject({
      method: 'sampled',
      groups: [[0, 1], [2]],
      parts: [[2, 1]],
      leftOut: 0,
    });
  });

  it('has nothing to say where an end has no value', () => {
    expect(sharesOf(gameOf(2, (made) => (made.size === 2 ? NaN : 1)))).toBeUndefined();
    expect(sharesOf(gameOf(2, (made) => (made.size === 2 ? NaN : 1), 1))).toBeUndefined();
  });

  it('counts the orders that it had to leave out', () => {
    // Three changes that fail in any pair: no two of them can be joined to mend it.
    const value = (made: ReadonlySet<number>): number => (made.size === 2 ? NaN : made.size);
    const shares = sharesOf(gameOf(4, value, 2));
    expect(shares === undefined || shares.leftOut > 0).toBe(true);
  });

  it('sums to the whole change, and mirrors when the sides are swapped', () => {
    const values = fc.integer({ min: 1, max: 5 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        table: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
          minLength: 2 ** size,
          maxLength: 2 ** size,
        }),
        exactUpTo: fc.constantFrom(0, 16),
      }),
    );
    fc.assert(
      fc.property(values, ({ size, table, exactUpTo }) => {
        const all = 2 ** size - 1;
        const maskOf = (made: ReadonlySet<number>): number =>
          [...made].reduce((mask, p) => mask | (1 << p), 0);
        const there = sharesOf(gameOf(size, (made) => table[maskOf(made)] ?? NaN, exactUpTo));
        const back = sharesOf(gameOf(size, (made) => table[all ^ maskOf(made)] ?? NaN, exactUpTo));
        const change = (table[all] ?? NaN) - (table[0] ?? NaN);
        const parts = there?.parts[0] ?? [];
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(change, 9);
        parts.forEach((part, p) => {
          expect(back?.parts[0]?.[p]).toBeCloseTo(-part, 9);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('mergeChanges', () => {
  it('leaves alone what can be changed in any order', () => {
    expect(mergeChanges(Float64Array.of(0, 1, 2, 3), 2)).toEqual([[0], [1]]);
  });

  it('joins as few as it takes', () => {
    // Mixtures that make change 0 without change 2 fail.
    const values = Float64Array.from({ length: 8 }, (_, set) =>
      set & 1 && !(set & 4) ? NaN : set,
    );
    expect(mergeChanges(values, 3)).toEqual([[0, 2], [1]]);
  });

  it('joins everything where only the ends have values', () => {
    const values = Float64Array.from({ length: 8 }, (_, set) => (set === 0 || set === 7 ? 1 : NaN));
    expect(mergeChanges(values, 3)).toEqual([[0, 1, 2]]);
  });
});

describe('probeChanges', () => {
  it('finds the partner of a change that has no value alone among many', () => {
    const evaluate = (changed: readonly (readonly boolean[])[]): Float64Array[] => [
      Float64Array.from(changed, (row) => (row[3] === true && row[20] !== true ? NaN : 1)),
    ];
    expect(probeChanges(25, evaluate).filter((group) => group.length > 1)).toEqual([[3, 20]]);
  });
});
