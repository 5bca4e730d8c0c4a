import { textIn, type Row, type Table } from './types.ts';

/** A table of units with one default each, and what the user's defaults took the place of. */
export interface OneDefault {
  readonly table: Table;
  /** Keys of the unit that is the default now and of the one that was, by operation and kind. */
  readonly changed: readonly { readonly now: string; readonly before: string }[];
}

/**
 * Leaves one default unit for each operation and kind of logic: that of `file`, where it says one.
 *
 * @param file the user's file that was put over the table last
 */
export function oneDefault(table: Table, file: string): OneDefault {
  const purpose = (row: Row): string | undefined =>
    textIn(row, 'default') === 'yes'
      ? `${textIn(row, 'operation') ?? ''} ${textIn(row, 'lut_kind') ?? ''}`
      : undefined;
  const own = new Map<string, string>();
  for (const row of table.rows) {
    const of = purpose(row);
    if (of !== undefined && row.file === file) own.set(of, row.key);
  }
  const changed: { now: string; before: string }[] = [];
  const rows = table.rows.map((row): Row => {
    const of = purpose(row);
    const now = of === undefined ? undefined : own.get(of);
    if (now === undefined || now === row.key) return row;
    changed.push({ now, before: row.key });
    const cells = Object.entries(row.cells).filter(([name]) => name !== 'default');
    return { ...row, cells: Object.fromEntries(cells) };
  });
  return { table: { ...table, rows }, changed };
}
