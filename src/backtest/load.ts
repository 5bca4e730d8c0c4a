import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDatasets } from '../datasets/load.ts';
import type { Table } from '../datasets/types.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { readYaml } from '../files/readYaml.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import type { Kind } from './kind.ts';
import { KindsSchema } from './kinds.ts';

/** A kind of published results with its rows. */
export interface PublishedKind extends Kind {
  readonly id: string;
  readonly table: Table;
}

/** Where the published results of the package are: beside `src/` and beside `dist/`. */
export function publishedDirectory(): string {
  const up = import.meta.url.endsWith('.ts') ? '../../' : '../';
  return fileURLToPath(new URL(`${up}datasets/published`, import.meta.url));
}

/**
 * Reads published results: tables by their `columns.yaml`, and `kinds.yaml`.
 *
 * @param directory path of `datasets/published/`
 * @throws InputError with everything that is wrong in them
 */
export function loadPublished(directory: string = publishedDirectory()): PublishedKind[] {
  const { datasets, issues: found } = loadDatasets(directory);
  const issues: Issue[] = [...found];
  const file = readTextFile(join(directory, 'kinds.yaml'), 'kinds.yaml');
  if (!file.ok) throw new InputError([...issues, ...file.issues]);
  const read = readYaml(file.text, KindsSchema, 'kinds.yaml');
  if (!read.ok) throw new InputError([...issues, ...read.issues]);
  const kinds = Object.entries(read.value);
  for (const id of datasets.keys()) {
    if (kinds.some(([kind]) => kind === id)) continue;
    issues.push({ code: 'missing-key', message: `there is no kind ${id}`, file: 'kinds.yaml' });
  }
  const published = kinds.flatMap(([id, kind]): PublishedKind[] => {
    const table = datasets.get(id);
    if (table !== undefined) return [{ ...kind, id, table }];
    const message = 'there is no table of this kind';
    issues.push({ code: 'unknown-table', message, file: 'kinds.yaml', path: id });
    return [];
  });
  if (issues.length > 0) throw new InputError(issues);
  return published;
}
