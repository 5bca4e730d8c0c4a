import type { Loaded } from '../../builtin/load.ts';
import type { TableSchema } from '../../datasets/types.ts';
import { tableOf } from './tableOf.ts';
import type { TableName } from './types.ts';

/**
 * What the columns of a table mean: type, unit, limits, whether a cell may be blank, and which table
 * a reference points to.
 *
 * @param data - what `loadBuiltin` gave
 * @param table - its name
 * @returns as `datasets/columns.yaml` has it
 * @throws InputError for a table that does not exist
 * @example
 * import { loadBuiltin } from 'emuprove';
 * import { schemaOf } from 'emuprove/datasets';
 *
 * const { columns, key } = schemaOf(await loadBuiltin(), 'cores');
 * console.log(key, columns['fmax_mhz']?.unit); // id MHz
 */
export function schemaOf({ builtin }: Loaded, table: TableName): TableSchema {
  return tableOf(builtin, table).schema;
}
