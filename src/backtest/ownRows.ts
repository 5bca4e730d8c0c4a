import { readdirSync, statSync } from 'node:fs';
import { readUserFile } from '../builtin/readUserFile.ts';
import { pathIn, PUBLISHED, shown } from '../builtin/userFiles.ts';
import { overlay } from '../datasets/overlay.ts';
import { readTable } from '../datasets/readTable.ts';
import type { Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { OwnRows, PublishedKind } from './load.ts';

/** Kinds with the rows of one more directory over theirs, and what is wrong with these. */
export interface WithOwnRows {
  readonly kinds: readonly PublishedKind[];
  readonly issues: readonly Issue[];
}

/**
 * Puts the rows of a user's directory over the published ones: tables of its folder `published`, with
 * the names and columns of those that ship. A row with the key of another takes its place whole.
 *
 * @param directory path as the user named it; without that folder nothing changes
 */
export function withOwnRows(kinds: readonly PublishedKind[], directory: string): WithOwnRows {
  const folder = pathIn(directory, PUBLISHED);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return { kinds, issues: [] };
  const names = kinds.map(({ table }) => table.schema.file);
  const present = readdirSync(folder).filter((name) => /\.(csv|ya?ml)$/i.test(name));
  const issues = present
    .filter((name) => !names.includes(name))
    .map((name) => unknownTable(pathIn(folder, name), name, names));
  const own = kinds.map((kind): PublishedKind => {
    const { file } = kind.table.schema;
    if (!present.includes(file)) return kind;
    const path = pathIn(folder, file);
    const source = readUserFile(path);
    if (!source.ok) {
      issues.push(...source.issues);
      return kind;
    }
    const read = readTable(source.text, kind.table.schema, shown(path));
    issues.push(...read.issues);
    const { table, replaced } = overlay(kind.table, read.rows, shown(path));
    const rows: OwnRows = { file: shown(path), sha256: source.sha256, replaced };
    return { ...kind, table, own: [...(kind.own ?? []), rows] };
  });
  return { kinds: own, issues };
}

function unknownTable(path: string, name: string, names: readonly string[]): Issue {
  const suggestion = nearest(name, names);
  return {
    code: 'datasets-unknown',
    message: 'there is no table of published results of this name',
    file: shown(path),
    expected: names.join(', '),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
