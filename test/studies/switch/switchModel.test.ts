import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/issues/issue.ts';
import { switchModel } from '../../../src/studies/switch/switchModel.ts';
import type { ColumnModel } from '../../../src/studies/types.ts';
import { makeModel } from '../sobol/support.ts';

const sum = makeModel(['a', 'b'], { y: (a = 0, b = 0) => a + b, z: (a = 0) => a });
const root = makeModel(['c', 'a'], { y: (c = 0, a = 0) => Math.sqrt(c) * a, z: (c = 0) => -c });
const both = switchModel('which', [sum, root]);

/** Outputs of some rows, each computed alone or together, and how many were not finite. */
function run(model: ColumnModel, rows: readonly (readonly number[])[], chunk = rows.length) {
  const columns = model.inputs.map((_, k) => Float64Array.from(rows, (row) => row[k] as number));
  const outputs = model.outputs.map(() => new Float64Array(rows.length).fill(-7));
  let bad = 0;
  for (let from = 0; from < rows.length; from += chunk) {
    bad += model.columns(columns, outputs, from, Math.min(rows.length, from + chunk));
  }
  return { bad, outputs };
}

describe('a switch', () => {
  it('has the selector and the inputs of all models by name', () => {
    expect(both.inputs).toEqual(['which', 'a', 'b', 'c']);
    expect(both.outputs).toEqual(['y', 'z']);
  });

  it('computes each row by the model that it selects', () => {
    const { bad, outputs } = run(both, [
      [0, 1, 2, 9],
      [1, 2, 2, 9],
      [0, 3, 4, 16],
      [-0, 5, 5, 5],
    ]);
    expect(outputs.map((column) => [...column])).toEqual([
      [3, 6, 7, 10],
      [1, -9, 3, 5],
    ]);
    expect(bad).toBe(0);
  });

  it('gives no value for a selector that names no model, and counts the row', () => {
    const wrong = [2, -1, 0.5, NaN, Infinity, 2 ** 32].map((which) => [which, 1, 1, 1]);
    const mixed = run(both, [...wrong, [1, 1, 1, 4]]);
    expect(mixed.bad).toBe(6);
    expect([...(mixed.outputs[0] ?? [])]).toEqual([NaN, NaN, NaN, NaN, NaN, NaN, 2]);
    const alone = run(both, wrong);
    expect(alone.bad).toBe(6);
    expect(alone.outputs.flatMap((column) => [...column]).every(Number.isNaN)).toBe(true);
  });

  it('counts rows in which the selected model finds nothing finite', () => {
    const { bad, outputs } = run(both, [
      [1, 1, 1, -1],
      [0, 1, 1, -1],
    ]);
    expect(bad).toBe(1);
    expect([...(outputs[0] ?? [])]).toEqual([NaN, 2]);
  });

  it('can be switched itself, also by the same input', () => {
    const twice = switchModel('outer', [both, sum]);
    expect(twice.inputs).toEqual(['outer', 'which', 'a', 'b', 'c']);
    const rows = [
      [0, 1, 2, 5, 9],
      [1, 1, 2, 5, 9],
    ];
    expect([...(run(twice, rows).outputs[0] ?? [])]).toEqual([6, 7]);
    const same = switchModel('which', [both, root]);
    expect([...(run(same, [[1, 2, 0, 9]]).outputs[0] ?? [])]).toEqual([6]);
  });

  it('gives every row what it would have alone, in chunks of any size', () => {
    const row = fc.tuple(fc.constantFrom(0, 1, 2), fc.integer(), fc.integer(), fc.integer());
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.nat(40), (some, chunk) => {
        // Repeated, so that blocks inside come to an end too.
        const rows = Array.from({ length: 1100 }, (_, k) => some[k % some.length] ?? []);
        const alone = some.map((one) => run(both, [one]));
        const { bad, outputs } = run(both, rows, chunk * 50 + 1);
        expect(bad).toBe(rows.filter((_, k) => alone[k % some.length]?.bad === 1).length);
        outputs.forEach((column, k) => {
          const expected = rows.map((_, r) => alone[r % some.length]?.outputs[k]?.[0]);
          expect([...column]).toEqual(expected);
        });
      }),
      { numRuns: 20 },
    );
  });
});

it.each([
  ['no model', [], 'at least one'],
  ['another output', [sum, makeModel(['a'], { y: () => 0, x: () => 0 })], 'model 1'],
  ['fewer outputs', [sum, sum, makeModel(['a'], { y: () => 0 })], 'model 2'],
])('refuses %s', (_, models, message) => {
  expect(() => switchModel('which', models)).toThrow(InputError);
  expect(() => switchModel('which', models)).toThrow(message);
});
