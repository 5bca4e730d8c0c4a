import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinSelectors } from '../../../src/studies/switch/joinSelectors.ts';
import { switchModel } from '../../../src/studies/switch/switchModel.ts';
import type { ColumnModel } from '../../../src/studies/types.ts';

/** A model that adds its number to its input. */
const numbered = (number: number): ColumnModel => ({
  inputs: ['x'],
  outputs: ['y'],
  columns: ([x], [y], from, to) => {
    for (let i = from; i < to; i++) (y as Float64Array)[i] = (x?.[i] ?? NaN) + number;
    return 0;
  },
});

const models = Array.from({ length: 6 }, (_, k) => numbered(100 * k));
const joined = joinSelectors(switchModel('which', models), [
  { name: 'core', size: 3 },
  { name: 'hash', size: 2 },
]);

const run = (core: number, hash: number, x: number): { y: number | undefined; bad: number } => {
  const y = new Float64Array(1);
  const bad = joined.columns(
    [core, hash, x].map((v) => Float64Array.of(v)),
    [y],
    0,
    1,
  );
  return { y: y[0], bad };
};

it('has the selectors in place of the one that numbers the combinations', () => {
  expect(joined.inputs).toEqual(['core', 'hash', 'x']);
  expect(joined.outputs).toEqual(['y']);
});

it('counts the last selector fastest', () => {
  fc.assert(
    fc.property(fc.nat(2), fc.nat(1), fc.integer({ min: -50, max: 50 }), (core, hash, x) => {
      expect(run(core, hash, x)).toEqual({ y: 100 * (2 * core + hash) + x, bad: 0 });
    }),
  );
});

it('selects nothing by what is not whole or out of range, though the combination would be there', () => {
  // Core 0 with hash 2 would be number 2, which is core 1 with hash 0.
  for (const [core, hash] of [
    [0, 2],
    [3, 0],
    [-1, 0],
    [1, -1],
    [0.5, 0],
    [NaN, 0],
    [0, NaN],
  ]) {
    expect(run(core ?? 0, hash ?? 0, 1)).toEqual({ y: NaN, bad: 1 });
  }
});

it('computes rows from anywhere, in a buffer that grows', () => {
  const rows = 5_000;
  const columns = [0, 1, 2].map((k) =>
    Float64Array.from({ length: rows }, (_, i) => (k === 0 ? i % 3 : k === 1 ? i % 2 : i)),
  );
  const y = new Float64Array(rows);
  for (const [from, to] of [
    [0, 10],
    [4_000, 5_000],
    [10, 4_000],
  ])
    joined.columns(columns, [y], from ?? 0, to ?? 0);
  expect([...y]).toEqual(Array.from({ length: rows }, (_, i) => 100 * (2 * (i % 3) + (i % 2)) + i));
});
