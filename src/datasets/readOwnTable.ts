import { checkRefs } from './checkRefs.ts';
import { readTable, type ReadTable } from './readTable.ts';
import type { Datasets, Table } from './types.ts';

/**
 * Reads the text of a table in place of one of those that there are: by its schema, and with
 * references that the others have to have.
 *
 * @param file its name, for messages
 */
export function readOwnTable(
  text: string,
  table: Table,
  datasets: Datasets,
  file: string,
): ReadTable {
  const { rows, issues } = readTable(text, table.schema, file);
  const own = { ...table, rows: rows.map((row) => ({ ...row, file })) };
  const joined = new Map(datasets).set(table.id, own);
  const missing = checkRefs(joined).filter((issue) => issue.file === file);
  return { rows: own.rows, issues: [...issues, ...missing] };
}
