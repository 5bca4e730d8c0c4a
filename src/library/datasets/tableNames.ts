import type { Loaded } from '../../builtin/load.ts';
import type { TableName } from './types.ts';

/**
 * The names of all tables: `devices`, `cores`, `units` and so on.
 *
 * @param data - what `loadBuiltin` gave
 * @returns the names, in the order of `datasets/columns.yaml`
 * @example
 * import { loadBuiltin } from 'emuprove';
 * import { rowsOf, tableNames } from 'emuprove/datasets';
 *
 * const data = await loadBuiltin();
 * for (const name of tableNames(data)) console.log(name, rowsOf(data, name).length);
 */
export function tableNames({ builtin }: Loaded): TableName[] {
  return [...builtin.datasets.keys()] as TableName[];
}
