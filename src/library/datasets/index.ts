/**
 * The tables that the model is computed from, as typed rows with where each comes from; and tables of
 * your own, read with the same checks.
 *
 * @module
 */
export { loadBuiltin, type Loaded } from '../../builtin/load.ts';
export type { Builtin, UserDirectory } from '../../builtin/builtin.ts';
export type { ColumnSchema, Stage, TableSchema } from '../../datasets/types.ts';
export { InputError, type Issue, type Place } from '../../issues/issue.ts';
export { provenanceOf } from './provenanceOf.ts';
export { readRows } from './readRows.ts';
export type * from './rows/index.ts';
export { rowsOf } from './rowsOf.ts';
export { schemaOf } from './schemaOf.ts';
export { tableNames } from './tableNames.ts';
export type { Provenance, TableName, TableRow } from './types.ts';
export { withTables } from './withTables.ts';
