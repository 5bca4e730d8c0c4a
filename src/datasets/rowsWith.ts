import { textIn, type Row, type Table } from './types.ts';

type Index = ReadonlyMap<string | undefined, readonly Row[]>;

/** Rows by key and by column: a sweep looks the same things up over and over. */
const INDEXES = new WeakMap<Table, Map<string, Index>>();

/** The rows of a table that have a text in a column (undefined for a blank), in its order. */
export function rowsWith(
  table: Table | undefined,
  column: string,
  text: string | undefined,
): readonly Row[] {
  return lookUp(table, `column ${column}`, (row) => textIn(row, column), text);
}

/** The row of a key, or undefined where there is none. */
export function rowOf(table: Table | undefined, key: string | undefined): Row | undefined {
  return lookUp(table, 'key', (row) => row.key, key)[0];
}

function lookUp(
  table: Table | undefined,
  name: string,
  of: (row: Row) => string | undefined,
  wanted: string | undefined,
): readonly Row[] {
  if (table === undefined) return [];
  let indexes = INDEXES.get(table);
  if (indexes === undefined) INDEXES.set(table, (indexes = new Map<string, Index>()));
  let index = indexes.get(name);
  if (index === undefined) {
    const made = new Map<string | undefined, Row[]>();
    for (const row of table.rows) {
      const rows = made.get(of(row));
      if (rows === undefined) made.set(of(row), [row]);
      else rows.push(row);
    }
    indexes.set(name, (index = made));
  }
  return index.get(wanted) ?? [];
}
