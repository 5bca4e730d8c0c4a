import { readTable, type ReadTable } from '../../src/datasets/readTable.ts';
import type { Table, TableSchema } from '../../src/datasets/types.ts';

/** A schema with one column of every type. */
export const SCHEMA: TableSchema = {
  file: 'parts.csv',
  key: 'id',
  meaning: 'parts',
  columns: {
    id: { type: 'id', meaning: '', required: true },
    lut: { type: 'number', meaning: '', unit: 'lut', integer: true, min: 0, required: true },
    clock: { type: 'number', meaning: '', unit: 'MHz', exclusive_min: 0, max: 5000 },
    kind: { type: 'enum', meaning: '', values: ['LUT6', 'ALM', 'LUT4'] },
    family: { type: 'ref', meaning: '', table: 'families' },
    date: { type: 'date', meaning: '' },
    stage: { type: 'stage', meaning: '', required: true },
    note: { type: 'text', meaning: '' },
  },
};

/** Header of a table with all columns. */
export const HEADER = Object.keys(SCHEMA.columns).join(',');

/** Reads lines below the header. */
export function read(...lines: string[]): ReadTable {
  return readTable([HEADER, ...lines].join('\n') + '\n', SCHEMA, 'parts.csv');
}

/** A table from its rows. */
export function tableOf(id: string, schema: TableSchema, text: string): Table {
  const { rows } = readTable(text, schema, schema.file);
  return { id, schema, rows, sha256: '' };
}
