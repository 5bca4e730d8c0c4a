import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import type { TableSchema } from './types.ts';

const Column = v.strictObject({
  type: v.picklist(['id', 'text', 'number', 'enum', 'ref', 'date', 'stage']),
  meaning: v.string(),
  required: v.exactOptional(v.boolean()),
  unit: v.exactOptional(v.string()),
  integer: v.exactOptional(v.boolean()),
  min: v.exactOptional(v.number()),
  max: v.exactOptional(v.number()),
  exclusive_min: v.exactOptional(v.number()),
  values: v.exactOptional(v.array(v.string())),
  table: v.exactOptional(v.string()),
});

const Schema = v.record(
  v.string(),
  v.strictObject({
    file: v.string(),
    key: v.string(),
    meaning: v.string(),
    columns: v.record(v.string(), Column),
  }),
);

/** Reads `datasets/columns.yaml`: the schema of every table. It is ours, so a fault throws. */
export function readSchema(text: string): Readonly<Record<string, TableSchema>> {
  return v.parse(Schema, parseYaml(text));
}
