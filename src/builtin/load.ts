import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromSnapshot, type Builtin, type Snapshot } from './builtin.ts';

/** What is loaded, and whether its models still have to be checked. */
export interface Loaded {
  readonly builtin: Builtin;
  readonly checked: boolean;
}

/**
 * Loads the models and datasets that ship with the package. A built package has them as one JSON
 * file beside its code, parsed and checked when it was built; from source they are read from their
 * own files.
 *
 * @param directories directories of the user's own tables and models, the later over the earlier
 * @throws InputError with everything that is wrong in these
 * @example
 * import { evaluate, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * const data = await loadBuiltin(); // loadBuiltin(['mine']) reads mine/units.csv and so on over it
 * console.log([...data.builtin.scenarios.keys()].join());
 * console.log(evaluate(resolveScenario(data, 'small-board')).verdict.sentence);
 */
export async function loadBuiltin(directories: readonly string[] = []): Promise<Loaded> {
  shipped ??= readShipped();
  const { builtin, checked } = await shipped;
  if (directories.length === 0) return { builtin, checked };
  const { withUserData } = await import('./withUserData.ts');
  // What a user has changed has not been checked with the rest.
  return { builtin: withUserData(builtin, directories), checked: false };
}

/** What ships changes as little as the code: it is read once. */
let shipped: Promise<Loaded> | undefined;

async function readShipped(): Promise<Loaded> {
  const snapshot = new URL('./builtin.json', import.meta.url);
  if (existsSync(snapshot)) {
    const data = JSON.parse(readFileSync(snapshot, 'utf8')) as Snapshot;
    return { builtin: fromSnapshot(data), checked: true };
  }
  // Only here is a parser needed; a bundle keeps it in a file of its own.
  const { readFiles } = await import('./readFiles.ts');
  return { builtin: readFiles(fileURLToPath(new URL('../..', import.meta.url))), checked: false };
}
