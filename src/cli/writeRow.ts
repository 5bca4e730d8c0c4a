import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Builtin } from '../builtin/builtin.ts';
import { readUserFile } from '../builtin/readUserFile.ts';
import { pathIn, shown } from '../builtin/userFiles.ts';
import { writeFileWhole } from '../files/writeFile.ts';
import { withRow } from '../importers/rowText.ts';
import type { ImportedRow } from '../importers/rowRequest.ts';
import { InputError } from '../issues/issue.ts';
import { writeFailure } from './output.ts';

/** Whether a directory is there and holds anything that is read with it. */
export function holdsData(directory: string): boolean {
  if (statSync(directory, { throwIfNoEntry: false }) === undefined) return false;
  try {
    return readdirSync(directory).some((name) => !name.startsWith('.'));
  } catch {
    // Whoever reads it says why it can not be read.
    return true;
  }
}

/**
 * Writes a row to its table in a directory, which is made where it is missing.
 *
 * @returns the path of the table
 * @throws InputError where the table has the row already, is not sound, or can not be written
 */
export function writeRow(
  { datasets }: Builtin,
  { table, cells }: ImportedRow,
  directory: string,
  replace: boolean,
): string {
  const schema = datasets.get(table)?.schema;
  if (schema === undefined) throw new Error(`there is no table ${table}`);
  const path = pathIn(directory, schema.file);
  const there = statSync(path, { throwIfNoEntry: false }) !== undefined;
  const before = there ? readUserFile(path) : undefined;
  if (before?.ok === false) throw new InputError(before.issues);
  const text = withRow(before?.text, schema, cells, shown(path), replace);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileWhole(path, text);
  } catch (error) {
    throw writeFailure(shown(path), error);
  }
  return shown(path);
}
