import { checkCurve } from '../datasets/checkCurve.ts';
import { checkRefs } from '../datasets/checkRefs.ts';
import { oneDefault } from '../datasets/oneDefault.ts';
import { overlay } from '../datasets/overlay.ts';
import { readTable } from '../datasets/readTable.ts';
import { textIn, type Row, type Table } from '../datasets/types.ts';
import type { TextFile } from '../files/readTextFile.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { readModel } from '../model/readModel.ts';
import { readProver } from '../model/readProver.ts';
import type { ModelDocument, ProverDocument } from '../model/types.ts';
import { readScenario } from '../scenario/readScenario.ts';
import type { Builtin, UserDirectory } from './builtin.ts';
import { readUserFile } from './readUserFile.ts';
import { shown, userFiles } from './userFiles.ts';

/** Names that a notice lists. */
const LISTED = 6;

/**
 * Puts the user's directories over what ships, the later over the earlier ones. A row, model, prover
 * or scenario with the name of another takes its place whole, and a notice says so.
 *
 * @param directories paths as the user named them
 * @throws InputError with everything that is wrong in any of them
 */
export function withUserData(builtin: Builtin, directories: readonly string[]): Builtin {
  return directories.reduce(addDirectory, builtin);
}

function addDirectory(builtin: Builtin, path: string): Builtin {
  const ids = new Map([...builtin.datasets.values()].map(({ id, schema }) => [schema.file, id]));
  const found = userFiles(path, [...ids.keys()]);
  const issues: Issue[] = [];
  const notices: string[] = [];
  const files: { file: string; sha256: string }[] = [];
  const read = <T>(file: string, reader: (source: TextFile, name: string) => T): T | undefined => {
    const source = readUserFile(file);
    if (source.ok) files.push({ file: shown(file), sha256: source.sha256 });
    return attempt(issues, () => reader(source, shown(file)));
  };
  const documents = <T>(
    list: readonly string[],
    reader: (source: TextFile, name: string) => T,
    idOf: (document: T) => string,
  ): Map<string, T> => {
    const all = new Map<string, T>();
    for (const file of list) {
      const document = read(file, reader);
      if (document === undefined) continue;
      const id = idOf(document);
      const message = `${quote(id)} stands in another file of this folder already`;
      if (all.has(id)) issues.push({ code: 'duplicate', message, file: shown(file) });
      all.set(id, document);
    }
    return all;
  };

  const datasets = new Map(builtin.datasets);
  const changed: Table[] = [];
  for (const [name, file] of found.tables) {
    const table = datasets.get(ids.get(name) ?? '');
    const rows = read(file, (source, place) => {
      if (!source.ok || table === undefined) throw new InputError(source.ok ? [] : source.issues);
      const own = readTable(source.text, table.schema, place);
      if (own.issues.length > 0) throw new InputError(own.issues);
      return own.rows;
    });
    if (rows === undefined || table === undefined) continue;
    const merged = addRows(table, rows, shown(file), notices);
    datasets.set(table.id, merged);
    changed.push(merged);
  }
  const models = documents(found.documents.models, readModel, ({ id }) => id);
  const provers = documents(found.documents.provers, readProver, ({ id }) => id);
  const scenarios = documents(found.documents.scenarios, readScenario, ({ scenario }) => scenario);
  issues.push(...checkRefs(datasets), ...changed.flatMap(checkTable));
  if (issues.length > 0) throw new InputError(issues);

  const versions = (list: Iterable<ModelDocument>): Map<string, ModelDocument> =>
    new Map([...list].map((document) => [document.id, document]));
  replacedDocuments('model', versions(builtin.models), models, notices);
  replacedDocuments('prover', builtin.provers, provers, notices);
  for (const id of scenarios.keys()) {
    if (builtin.scenarios.has(id))
      notices.push(`${shown(path)} replaces the scenario ${quote(id)}`);
  }
  if (found.columns) {
    notices.push(
      `${shown(path)}/columns.yaml is not read: tables have the columns of those that ship`,
    );
  }
  const own: UserDirectory = { path, files, notices };
  return {
    ...builtin,
    datasets,
    models: [...new Map([...versions(builtin.models), ...models]).values()],
    provers: new Map<string, ProverDocument>([...builtin.provers, ...provers]),
    scenarios: new Map([...builtin.scenarios, ...scenarios]),
    user: [...(builtin.user ?? []), own],
  };
}

function addRows(
  table: Table,
  rows: Parameters<typeof overlay>[1],
  file: string,
  notices: string[],
): Table {
  const { table: merged, replaced } = overlay(table, rows, file);
  if (replaced.length > 0) notices.push(`${file} replaces ${listed(replaced)} of ${table.id}`);
  if (table.id !== 'units') return merged;
  const { table: single, changed } = oneDefault(merged, file);
  for (const { now, before } of changed) {
    notices.push(`${file} makes ${quote(now)} the default unit instead of ${quote(before)}`);
  }
  // An operation without a default takes a unit that has to be converted, or none.
  const lost = table.rows.filter(
    (row) =>
      textIn(row, 'default') === 'yes' &&
      replaced.includes(row.key) &&
      !single.rows.some((other) => samePurpose(row, other)),
  );
  if (lost.length > 0) {
    const keys = lost.map((row) => row.key);
    notices.push(`${file} does not say default: ${listed(keys)} is no default unit any more`);
  }
  return single;
}

/** Whether a unit is the default where another one was. */
function samePurpose(before: Row, now: Row): boolean {
  const same = (column: string): boolean => textIn(before, column) === textIn(now, column);
  return textIn(now, 'default') === 'yes' && same('operation') && same('lut_kind');
}

function listed(keys: readonly string[]): string {
  const more = keys.length > LISTED ? ` and ${keys.length - LISTED} more` : '';
  return `${keys
    .slice(0, LISTED)
    .map((key) => quote(key))
    .join(', ')}${more}`;
}

/** What holds between the rows of a table. */
function checkTable(table: Table): Issue[] {
  return table.id === 'fill_clock' ? checkCurve(table) : [];
}

function replacedDocuments(
  kind: string,
  before: ReadonlyMap<string, ModelDocument>,
  own: ReadonlyMap<string, ModelDocument>,
  notices: string[],
): void {
  for (const { id, file, version } of own.values()) {
    const there = before.get(id);
    if (there === undefined || there.sha256 === own.get(id)?.sha256) continue;
    const versions = `version ${quote(version)} instead of ${quote(there.version)}`;
    notices.push(`${file} replaces the ${kind} ${quote(id)}, ${versions}`);
  }
}

function attempt<T>(issues: Issue[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    issues.push(...error.issues);
    return undefined;
  }
}
