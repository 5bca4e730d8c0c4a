import { readTable } from '../datasets/readTable.ts';
import type { TextFile } from '../files/readTextFile.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { readModel } from '../model/readModel.ts';
import { readProver } from '../model/readProver.ts';
import type { ModelDocument, ProverDocument } from '../model/types.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { addRows, type OwnRows } from './addRows.ts';
import type { Builtin, UserDirectory } from './builtin.ts';
import { readUserFile } from './readUserFile.ts';
import { shown, userFiles } from './userFiles.ts';

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

  const tables: OwnRows[] = [];
  for (const [name, file] of found.tables) {
    const table = builtin.datasets.get(ids.get(name) ?? '');
    if (table === undefined) continue;
    const rows = read(file, (source, place) => {
      if (!source.ok) throw new InputError(source.issues);
      const own = readTable(source.text, table.schema, place);
      if (own.issues.length > 0) throw new InputError(own.issues);
      return own.rows;
    });
    if (rows !== undefined) tables.push({ table: table.id, file: shown(file), rows });
  }
  const added = addRows(builtin.datasets, tables);
  notices.push(...added.notices);
  const models = documents(found.documents.models, readModel, ({ id }) => id);
  const provers = documents(found.documents.provers, readProver, ({ id }) => id);
  const scenarios = documents(found.documents.scenarios, readScenario, ({ scenario }) => scenario);
  issues.push(...added.issues);
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
    datasets: added.datasets,
    models: [...new Map([...versions(builtin.models), ...models]).values()],
    provers: new Map<string, ProverDocument>([...builtin.provers, ...provers]),
    scenarios: new Map([...builtin.scenarios, ...scenarios]),
    user: [...(builtin.user ?? []), own],
  };
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
