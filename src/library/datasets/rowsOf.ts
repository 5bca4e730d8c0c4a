import type { Loaded } from '../../builtin/load.ts';
import { tableOf } from './tableOf.ts';
import type { TableName, TableRow } from './types.ts';

/**
 * The rows of a table, those of the user's own tables included. A blank cell is a property that is
 * not there: what is not known is never 0.
 *
 * @param data - what `loadBuiltin` gave
 * @param table - its name
 * @returns the rows in the order of the file; numbers in the units that `schemaOf` states, MHz and
 *   kbit for instance, not in base units
 * @throws InputError for a table that does not exist
 * @example
 * import { loadBuiltin } from 'emuprove';
 * import { rowsOf } from 'emuprove/datasets';
 *
 * const devices = rowsOf(await loadBuiltin(), 'devices');
 * const largest = devices.filter(({ lut_kind, lut }) => lut_kind === 'LUT6' && lut > 1_000_000);
 * console.log(largest.map(({ id, uram }) => `${id} ${uram ?? 'unknown'}`).join('\n'));
 */
export function rowsOf<Name extends TableName>(
  { builtin }: Loaded,
  table: Name,
): readonly TableRow<Name>[] {
  // The schema that the types are generated from has checked every cell.
  return tableOf(builtin, table).rows.map(({ cells }) => cells as unknown as TableRow<Name>);
}
