import { csvField } from '../../../src/files/csvField.ts';

/** A table as CSV with a header; what a row does not have is blank. */
export function csv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => csvField(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
