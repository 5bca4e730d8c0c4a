import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paretoFront } from '../../src/optimize/pareto.ts';

describe('paretoFront', () => {
  it('keeps what nothing dominates, the best by the first objective first', () => {
    expect(
      paretoFront([
        [3, 1, 2, 2],
        [1, 3, 2, 3],
      ]),
    ).toEqual([1, 2, 0]);
  });

  it('keeps the first of equals, and leaves out points without a value', () => {
    expect(
      paretoFront([
        [1, 1, NaN, 0],
        [1, 1, 0, NaN],
      ]),
    ).toEqual([0]);
    expect(paretoFront([[], []])).toEqual([]);
    expect(paretoFront([])).toEqual([]);
    expect(paretoFront([[2, 1, 1]])).toEqual([1]);
  });

  it('is what comparing all points with all others gives', () => {
    const points = fc.integer({ min: 1, max: 4 }).chain((objectives) =>
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(NaN)), {
          minLength: objectives,
          maxLength: objectives,
        }),
        { minLength: 1, maxLength: 30 },
      ),
    );
    fc.assert(
      fc.property(points, (rows) => {
        const columns = rows[0]?.map((_, k) => rows.map((row) => row[k] ?? NaN)) ?? [];
        const known = rows.map((row) => !row.some(Number.isNaN));
        const expected = rows.flatMap((row, i) => {
          const beaten = rows.some((other, j) => {
            if (!known[j] || j === i) return false;
            const asGood = other.every((value, k) => value <= (row[k] ?? NaN));
            const better = other.some((value, k) => value < (row[k] ?? NaN));
            return asGood && (better || j < i);
          });
          return known[i] === true && !beaten ? [i] : [];
        });
        expect([...paretoFront(columns)].sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
