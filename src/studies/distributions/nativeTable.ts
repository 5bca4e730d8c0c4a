import { growTo, instantiate } from '../../wasm/webAssembly.ts';
import { tableCode } from './tableCode.ts';
import { tableQuantile, type ColumnQuantile, type QuantileTable } from './tabulate.ts';

const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Turns a column of probabilities into values by a table; false where there is no room for it. */
type Transform = (
  table: QuantileTable,
  column: Float64Array,
  q: (u: number) => number,
  offset: number,
  factor: number,
) => boolean;

let transform: { readonly native: Transform | undefined } | undefined;

/**
 * The same as `tableQuantile` to the bit, by WebAssembly.
 *
 * @returns nothing where there is none
 */
export function nativeTable(
  table: QuantileTable,
  q: (u: number) => number,
  offset: number,
  factor: number,
): ColumnQuantile | undefined {
  const { native } = (transform ??= { native: makeTransform() });
  return (
    native &&
    ((column, from, to) => {
      const done = to <= from || native(table, column.subarray(from, to), q, offset, factor);
      if (!done) tableQuantile(table, q, offset, factor)(column, from, to);
    })
  );
}

function makeTransform(): Transform | undefined {
  const made = instantiate(tableCode());
  if (made === undefined) return undefined;
  const { memory, exports } = made;
  const run = exports['transform'] as (...words: number[]) => number;
  return ({ starts, powers }, column, q, offset, factor) => {
    // Numbers first, so that each part begins where a number of its size may.
    const [table, list, cells] = [powers.length, column.length, starts.length];
    const at = { powers: column.byteLength, list: column.byteLength + table * BYTES };
    const startsAt = at.list + list * Int32Array.BYTES_PER_ELEMENT;
    if (!growTo(memory, startsAt + starts.byteLength)) return false;
    const { buffer } = memory;
    const own = new Float64Array(buffer, 0, column.length);
    own.set(column);
    new Float64Array(buffer, at.powers, table).set(powers);
    new Uint16Array(buffer, startsAt, cells).set(starts);
    const found = run(column.length, 0, startsAt, at.powers, at.list, offset, factor, cells - 1);
    for (const row of new Int32Array(buffer, at.list, found)) {
      own[row] = offset + factor * q(column[row] as number);
    }
    column.set(own);
    return true;
  };
}
