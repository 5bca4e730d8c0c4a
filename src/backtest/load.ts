import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDatasets } from '../datasets/load.ts';
import type { Table } from '../datasets/types.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { readYaml } from '../files/readYaml.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import type { Kind } from './kind.ts';
import { KindsSchema } from './kinds.ts';
import { withOwnRows } from './ownRows.ts';

/** Rows of a user over those of a kind. */
export interface OwnRows {
  readonly file: string;
  readonly sha256: string;
  /** Keys of the published rows that they replace. */
  readonly replaced: readonly string[];
}

/** A kind of published results with its rows. */
export interface PublishedKind extends Kind {
  readonly id: string;
  readonly table: Table;
  /** Tables of the user's that are in it, the later over the earlier. */
  readonly own?: readonly OwnRows[];
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
 * @param users directories of the user's own tables, the later over the earlier
 * @throws InputError with everything that is wrong in them
 */
export function loadPublished(
  directory: string = publishedDirectory(),
  users: readonly string[] = [],
): PublishedKind[] {
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
  const all = users.reduce<readonly PublishedKind[]>((kinds, user) => {
    const own = withOwnRows(kinds, user);
    issues.push(...own.issues);
    return own.kinds;
  }, published);
  if (issues.length > 0) throw new InputError(issues);
  return [...all];
}
