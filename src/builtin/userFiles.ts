import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { InputError, type Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

/** Longest part of a path that a message repeats. */
const LONGEST_PATH = 400;

/** Directories of YAML documents inside a user's directory, by what they hold. */
export const DOCUMENTS = ['models', 'provers', 'scenarios'] as const;

/** Folder of published results, which the backtest reads. */
export const PUBLISHED = 'published';

/** What a user's directory holds: names by kind, each with the path by which it is read. */
export interface UserFiles {
  /** Tables by their file name in `datasets/`. */
  readonly tables: ReadonlyMap<string, string>;
  readonly documents: Readonly<Record<(typeof DOCUMENTS)[number], readonly string[]>>;
  /** Whether a `columns.yaml` stands there, which is not read. */
  readonly columns: boolean;
}

/**
 * Finds what a user's directory holds. Notes, reports and the like may lie beside it; a table or a
 * document that would be left out is an issue, as its name is likely to be a slip.
 *
 * @param path as the user named it
 * @param tables file names of the tables that there are
 * @throws InputError where it is no directory, holds nothing, or holds what has no place
 */
export function userFiles(path: string, tables: readonly string[]): UserFiles {
  const names = list(path);
  const issues: Issue[] = [];
  const found = new Map<string, string>();
  const folders = new Set([
    ...DOCUMENTS,
    PUBLISHED,
    ...tables.map((table) => dirname(table)).filter((folder) => folder !== '.'),
  ]);
  const table = (name: string): void => {
    const file = pathIn(path, name);
    if (tables.includes(name)) found.set(name, file);
    else issues.push(unknown(file, name, tables, 'there is no table of this name'));
  };
  const documents = { models: [] as string[], provers: [] as string[], scenarios: [] as string[] };
  for (const name of names) {
    const kind = kindOf(pathIn(path, name));
    if (kind === 'directory') {
      if (name === PUBLISHED) continue;
      if (folders.has(name)) {
        for (const inner of list(pathIn(path, name))) {
          const file = pathIn(pathIn(path, name), inner);
          const list = documents[name as (typeof DOCUMENTS)[number]] as string[] | undefined;
          if (kindOf(file) === 'directory') continue;
          if (list !== undefined && inner.endsWith('.yaml')) list.push(file);
          else if (/\.csv$/i.test(inner)) table(`${name}/${inner}`);
          else if (/\.ya?ml$/i.test(inner)) issues.push(misnamed(file));
        }
      } else if (nearest(name, folders) !== undefined) {
        issues.push(unknown(pathIn(path, name), name, [...folders], 'there is no such folder'));
      }
    } else if (/\.csv$/i.test(name)) table(name);
    else if (/\.ya?ml$/i.test(name) && name !== 'columns.yaml') {
      issues.push(misnamed(pathIn(path, name)));
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  const holds = found.size > 0 || names.includes(PUBLISHED);
  if (!holds && Object.values(documents).every((all) => all.length === 0)) {
    const message = 'the directory holds no table, model, prover or scenario';
    throw new InputError([
      {
        code: 'datasets-empty',
        message,
        file: shown(path),
        expected: `tables such as ${tables[0] ?? ''}, or ${DOCUMENTS.join('/, ')}/ with .yaml files`,
      },
    ]);
  }
  return { tables: found, documents, columns: names.includes('columns.yaml') };
}

/** A path inside a directory as the user would write it. */
export function pathIn(directory: string, name: string): string {
  return `${directory.replace(/\/+$/, '')}/${name}`;
}

/** A path fit for messages. */
export function shown(path: string): string {
  return quote(path, LONGEST_PATH);
}

function list(path: string): string[] {
  const kind = kindOf(path);
  if (kind === 'directory') {
    try {
      return readdirSync(path).sort();
    } catch (error) {
      const { code } = error as { code?: string };
      const message = `the directory can not be read (${code ?? 'unknown'})`;
      throw new InputError([{ code: 'datasets-unreadable', message, file: shown(path) }]);
    }
  }
  const message = kind === undefined ? 'there is no such directory' : 'this is no directory';
  const hint = kind === undefined ? sibling(path) : undefined;
  throw new InputError([
    {
      code: 'datasets-missing',
      message,
      file: shown(path),
      expected: 'a directory of tables and models',
      ...(hint === undefined ? {} : { suggestion: shown(hint) }),
    },
  ]);
}

/** The directory that a missing one may have been meant for. */
function sibling(path: string): string | undefined {
  const parent = dirname(resolve(path));
  try {
    const there = readdirSync(parent, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    return nearest(
      basename(resolve(path)),
      there.map((entry) => entry.name),
    );
  } catch {
    return undefined;
  }
}

function kindOf(path: string): 'directory' | 'other' | undefined {
  try {
    return statSync(path).isDirectory() ? 'directory' : 'other';
  } catch {
    return undefined;
  }
}

function unknown(file: string, name: string, known: readonly string[], message: string): Issue {
  const suggestion = nearest(name, known);
  return {
    code: 'datasets-unknown',
    message,
    file: shown(file),
    expected: known.join(', '),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function misnamed(file: string): Issue {
  const message = 'a YAML file is read in a folder of its kind, with the ending .yaml';
  const expected = DOCUMENTS.map((folder) => `${folder}/NAME.yaml`).join(', ');
  return { code: 'datasets-unknown', message, file: shown(file), expected };
}
