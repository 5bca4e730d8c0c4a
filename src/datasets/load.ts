import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTextFile } from '../files/readTextFile.ts';
import type { Issue } from '../issues/issue.ts';
import { checkRefs } from './checkRefs.ts';
import { readSchema } from './readSchema.ts';
import { readTable } from './readTable.ts';
import type { Datasets, Table } from './types.ts';

/** Tables that were read, and all issues with them. */
export interface LoadedDatasets {
  readonly datasets: Datasets;
  readonly issues: readonly Issue[];
}

/**
 * Reads all tables of a directory that has a `columns.yaml`.
 *
 * @param directory path of `datasets/`
 */
export function loadDatasets(directory: string): LoadedDatasets {
  const schemas = readSchema(readFileSync(join(directory, 'columns.yaml'), 'utf8'));
  const datasets = new Map<string, Table>();
  const issues: Issue[] = [];
  for (const [id, schema] of Object.entries(schemas)) {
    const file = readTextFile(join(directory, schema.file), schema.file);
    if (!file.ok) {
      issues.push(...file.issues);
      continue;
    }
    const read = readTable(file.text, schema, schema.file);
    issues.push(...read.issues);
    datasets.set(id, { id, schema, rows: read.rows, sha256: file.sha256 });
  }
  return { datasets, issues: [...issues, ...checkRefs(datasets)] };
}
