import type { Columns, ColumnsBuilder, Recipe } from '../types.ts';
import { sortRows } from './sortRows.ts';

/** Rows that are sorted by model at a time; bounds the memory and changes no result. */
const BLOCK = 1024;

/** How the models of a switch fit together. */
export interface SwitchShape {
  /** For each model, the column that each of its inputs is; column 0 holds the selector. */
  readonly places: readonly (readonly number[])[];
  /** How many outputs each of them has. */
  readonly outputs: number;
}

/**
 * The function behind `switchModel`.
 *
 * @param models - functions to choose from
 * @param shape - which columns each of them gets
 * @returns a function of the selector and of all their inputs
 */
export function switchColumns(
  models: readonly Columns[],
  { places, outputs }: SwitchShape,
): Columns {
  const rows = new Int32Array(BLOCK);
  const ends = new Int32Array(models.length + 1);
  const buffers = (count: number): Float64Array[] =>
    Array.from({ length: count }, () => new Float64Array(BLOCK));
  const gathered = buffers(Math.max(0, ...places.map(({ length }) => length)));
  const results = buffers(outputs);
  const own = (model: number, columns: readonly Float64Array[]): Float64Array[] =>
    (places[model] as readonly number[]).map((place) => columns[place] as Float64Array);

  return (columns, into, from, to) => {
    let bad = 0;
    for (let start = from; start < to; start += BLOCK) {
      const count = Math.min(BLOCK, to - start);
      sortRows(columns[0] as Float64Array, start, count, rows, ends);
      models.forEach((model, k) => {
        const first = k === 0 ? 0 : (ends[k - 1] as number);
        const some = rows.subarray(first, ends[k]);
        if (some.length === 0) return;
        if (some.length === count) {
          // All use the same model, and nothing has to be copied.
          bad += model(own(k, columns), into, start, start + count);
          return;
        }
        const part = own(k, columns).map((column, i) =>
          gather(column, gathered[i] as Float64Array, some),
        );
        bad += model(part, results, 0, some.length);
        into.forEach((column, i) => {
          scatter(results[i] as Float64Array, column, some);
        });
      });
      const none = rows.subarray(ends[models.length - 1], ends[models.length]);
      bad += none.length;
      for (const column of into) for (const row of none) column[row] = NaN;
    }
    return bad;
  };
}

function gather(from: Float64Array, to: Float64Array, rows: Int32Array): Float64Array {
  for (let k = 0; k < rows.length; k++) to[k] = from[rows[k] as number] as number;
  return to;
}

function scatter(from: Float64Array, to: Float64Array, rows: Int32Array): void {
  for (let k = 0; k < rows.length; k++) to[rows[k] as number] = from[k] as number;
}

/** Builds a switch in another thread. */
export const buildSwitch: ColumnsBuilder = async (data, build) => {
  const { models, ...shape } = data as SwitchShape & { readonly models: readonly Recipe[] };
  return switchColumns(await Promise.all(models.map(build)), shape);
};
