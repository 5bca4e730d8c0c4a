import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedSums, nativeSums } from '../../../src/studies/sobol/countedSums.ts';
import { drawColumns } from '../../../src/studies/sobol/drawColumns.ts';
import { nameRanks } from '../../../src/studies/sobol/nameRanks.ts';
import { resampleSums } from '../../../src/studies/sobol/resampleSums.ts';
import { pseudoRandom, uniform } from './support.ts';

describe('resampleSums', () => {
  it('sums the rows that are drawn, for all columns alike', () => {
    const rows = 50;
    const columns = [1, 2, 3].map((n) => Float64Array.from({ length: rows }, (_, k) => n * k + 1));
    const resamples = 7;
    const fill = pseudoRandom(4);
    const sums = resampleSums(columns, resamples, fill);
    for (let r = 0; r < resamples; r++) {
      const four = [0, 1, 2, 3].map(() => new Float64Array(rows));
      fill(four, Math.floor(r / 4) * rows, rows);
      const drawn = Array.from(four[r % 4] as Float64Array, (u) => Math.floor(u * rows));
      columns.forEach((column, c) => {
        const sum = drawn.reduce((total, row) => total + (column[row] as number), 0);
        expect(sums[c]?.[r]).toBeCloseTo(sum, 9);
      });
    }
  });

  it('has the same bits without WebAssembly', () => {
    expect(nativeSums(1, 1)).toBeDefined();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 4 }),
        (rows, groups) => {
          const [a, b, c] = [new Float64Array(rows), new Float64Array(rows), pseudoRandom(rows)];
          c([a, b], 0, rows);
          const [native, plain] = [true, false].map((how) => {
            const { counts, sum } = countedSums(rows, groups, how);
            counts.forEach((_, k) => (counts[k] = (k * 7) % 5));
            return [...sum(a, b), ...sum(b, b)];
          });
          expect(native).toEqual(plain);
        },
      ),
    );
  });

  it('takes few resamples at once of many rows, with the same sums', () => {
    const rows = 2 ** 19;
    const column = Float64Array.from({ length: rows }, (_, k) => k % 3);
    const [sums] = resampleSums([column], 9, pseudoRandom(2));
    const [first] = resampleSums([column], 4, pseudoRandom(2));
    expect(sums?.slice(0, 4)).toEqual(first);
    for (const sum of sums ?? []) expect(sum / rows).toBeCloseTo(1, 2);
  });

  it('does not change earlier resamples when more are drawn', () => {
    const columns = [Float64Array.from({ length: 20 }, (_, k) => k)];
    const [few] = resampleSums(columns, 5, pseudoRandom(0));
    const [many] = resampleSums(columns, 50, pseudoRandom(0));
    expect(many?.slice(0, 5)).toEqual(few);
  });
});

describe('drawColumns', () => {
  it('gives inputs their numbers by name, set by set', () => {
    const fill = pseudoRandom(1);
    const quantiles = [uniform(0, 1), uniform(10, 11)];
    const there = drawColumns(['b', 'a'], quantiles, fill, 3, 4, 2);
    const back = drawColumns(['a', 'b'], quantiles.toReversed(), fill, 3, 4, 2);
    expect([1, 0, 3, 2].map((k) => there[k])).toEqual(back);
    expect(new Set(there.map((column) => (column[0] as number) % 1)).size).toBe(4);
  });

  it('ranks names by code units, not by locale', () => {
    expect(nameRanks(['b', 'a', 'B', 'ä'])).toEqual([2, 1, 0, 3]);
  });
});
