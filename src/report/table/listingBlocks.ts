import type { Block } from './blocks.ts';

/** A listing as a table. */
export function listingBlocks(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number>>[],
): Block[] {
  const numeric = (column: string): boolean => rows.some((row) => typeof row[column] === 'number');
  return [
    {
      kind: 'table',
      columns: columns.map((title) => ({ title, align: numeric(title) ? 'right' : 'left' })),
      rows: rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
    },
    { kind: 'text', text: `${rows.length} rows` },
  ];
}
