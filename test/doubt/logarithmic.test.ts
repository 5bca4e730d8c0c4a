import { expect, it } from 'vitest';
import { logarithmic } from '../../src/doubt/logarithmic.ts';
import type { ColumnModel } from '../../src/studies/types.ts';

const model: ColumnModel = {
  inputs: ['x'],
  outputs: ['y', 'z'],
  columns: ([x], [y, z], from, to) => {
    for (let i = from; i < to; i++) {
      (y as Float64Array)[i] = x?.[i] ?? NaN;
      (z as Float64Array)[i] = -1;
    }
    return 0;
  },
};

it('adds logarithms and keeps what they are of', () => {
  const both = logarithmic(model, ['y']);
  expect(both.outputs).toEqual(['y', 'z', 'log10(y)']);
  const results = both.outputs.map(() => new Float64Array(3));
  both.columns([Float64Array.of(1, 10, 100)], results, 1, 3);
  expect(results.map((column) => [...column])).toEqual([
    [0, 10, 100],
    [0, -1, -1],
    [0, 1, 2],
  ]);
});

it('needs no column of its own for what is not wanted', () => {
  const both = logarithmic(model, ['y']);
  const unwanted = new Float64Array(2);
  const logs = new Float64Array(2);
  both.columns([Float64Array.of(10, 1000)], [unwanted, unwanted, logs], 0, 2);
  expect([...logs]).toEqual([1, 3]);
});
