import type { Row, Table } from './types.ts';

/** A table with a user's rows over it, and the keys of the rows that these replace. */
export interface Overlaid {
  readonly table: Table;
  readonly replaced: readonly string[];
}

/**
 * Puts rows over a table. A row with the key of another stands in its place, whole; a row that says
 * the same as the one there changes nothing, so that a copy of a table is no news.
 *
 * @param file the user's file that the rows are from
 */
export function overlay(table: Table, rows: readonly Row[], file: string): Overlaid {
  const merged = [...table.rows];
  const at = new Map(merged.map((row, i) => [row.key, i]));
  const replaced: string[] = [];
  for (const row of rows) {
    const own: Row = { ...row, file };
    const place = at.get(row.key);
    const there = place === undefined ? undefined : merged[place];
    if (place === undefined || there === undefined) merged.push(own);
    else if (!sameCells(there, row)) {
      merged[place] = own;
      replaced.push(row.key);
    }
  }
  return { table: { ...table, rows: merged }, replaced };
}

function sameCells(a: Row, b: Row): boolean {
  const names = [...new Set([...Object.keys(a.cells), ...Object.keys(b.cells)])];
  return names.every((name) => a.cells[name] === b.cells[name]);
}
