import type { Loaded } from '../../builtin/load.ts';
import { readOwnTable } from '../../datasets/readOwnTable.ts';
import { InputError } from '../../issues/issue.ts';
import { tableOf } from './tableOf.ts';
import type { TableName, TableRow } from './types.ts';

/**
 * Reads CSV text as rows of a table, with the checks of the tables that ship: columns by their header,
 * types, limits, units of logic, keys that stand once, references to rows that there are.
 *
 * @param data - what `loadBuiltin` gave: what references are looked up in
 * @param table - whose columns the text has
 * @param text - with a header; optional columns may be left out
 * @param file - its name, for messages
 * @returns its rows alone; `withTables` puts them over what ships
 * @throws InputError with everything that is wrong, each with file, line and column, what was
 *   expected and found, and the nearest name that there is; and for a table that does not exist
 * @example
 * import { InputError, loadBuiltin } from 'emuprove';
 * import { readRows } from 'emuprove/datasets';
 *
 * const data = await loadBuiltin();
 * const text = `id,operation,title,lut_kind,lut,ops_per_clock,stage,rank,source
 * my-mul,gf128_mull,mine,LUT6,2000,1,routed,primary,my report`;
 * try {
 *   console.log(readRows(data, 'units', text, 'mine.csv'));
 * } catch (error) {
 *   if (!(error instanceof InputError)) throw error;
 *   for (const { file, row, column, suggestion } of error.issues)
 *     console.log(`${file}:${row}:${column}`, suggestion); // mine.csv:2:operation gf128_mul
 * }
 */
export function readRows<Name extends TableName>(
  { builtin }: Loaded,
  table: Name,
  text: string,
  file?: string,
): TableRow<Name>[] {
  const known = tableOf(builtin, table);
  const read = readOwnTable(text, known, builtin.datasets, file ?? known.schema.file);
  if (read.issues.length > 0) throw new InputError(read.issues);
  return read.rows.map(({ cells }) => cells as unknown as TableRow<Name>);
}
