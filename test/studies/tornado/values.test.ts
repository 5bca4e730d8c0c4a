import { expect, it } from 'vitest';
import { sampledTornado } from '../../../src/studies/tornado/sampledTornado.ts';
import { tornado } from '../../../src/studies/tornado/tornado.ts';
import type { ColumnModel } from '../../../src/studies/types.ts';

/** Best in the middle: neither end of the input says what it can do. */
const model: ColumnModel = {
  inputs: ['which', 'x'],
  outputs: ['y'],
  columns: ([which, x], [y], from, to) => {
    const worth = [20, 5, 40];
    for (let i = from; i < to; i++) {
      (y as Float64Array)[i] = (worth[which?.[i] ?? -1] ?? NaN) * (x?.[i] ?? NaN);
    }
    return 0;
  },
};
const ranges = [
  { input: 'which', low: 0, high: 2, values: [0, 1, 2] },
  { input: 'x', low: 0.9, high: 1.1 },
];

it('moves a discrete input to each of its values, and tells the least and the greatest', () => {
  const { rows } = tornado({ model, base: [0, 1], ranges, output: 'y', threshold: 10 });
  expect(rows).toMatchObject([
    { input: 'which', low: 1, high: 2, outputAtLow: 5, outputAtHigh: 40, swing: 35, crosses: true },
    { input: 'x', low: 0.9, high: 1.1, crosses: false },
  ]);
  expect(rows[0]).not.toHaveProperty('values');
});

it('does so while the others are drawn', () => {
  const { rows } = sampledTornado({
    model,
    quantiles: [(u) => Math.floor(3 * u), (u) => 0.9 + 0.2 * u],
    fill: (columns, from, count) => {
      for (const column of columns)
        for (let i = 0; i < count; i++) column[i] = (from + i + 0.5) / 99;
    },
    samples: 99,
    ranges,
    output: 'y',
    of: 0.5,
    threshold: 10,
  });
  const [which] = rows;
  expect([which?.input, which?.low, which?.high]).toEqual(['which', 1, 2]);
  expect([which?.atLow.within, which?.atHigh.within]).toEqual([1, 0]);
  expect(which?.swing).toBeCloseTo(35, 9);
});
