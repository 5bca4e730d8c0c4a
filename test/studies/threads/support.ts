import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { ColumnModel, Columns } from '../../../src/studies/types.ts';
import { withRecipe } from '../../../src/studies/threads/withRecipe.ts';

/** The script of the workers, bundled as the package has it, and modules with models beside it. */
export interface Scripts {
  readonly worker: URL;
  /** Writes a module, and says where it is. */
  readonly module: (name: string, text: string) => string;
  readonly remove: () => void;
}

/** Bundles the script of the workers. */
export async function makeScripts(): Promise<Scripts> {
  const directory = mkdtempSync(join(tmpdir(), 'threads-'));
  const outfile = join(directory, 'worker.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../../../src/worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return {
    worker: pathToFileURL(outfile),
    module: (name, text) => {
      const path = join(directory, name);
      writeFileSync(path, text);
      return pathToFileURL(path).href;
    },
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Counts the calls of a model in workers; the main thread waits for the first of them. */
export function makeCounter(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4));
}

/**
 * The text of a module whose export `build` makes a model, and `count`s its calls in workers.
 *
 * @param body - of a loop over rows `i`, of inputs `x` and outputs `o`
 */
export function moduleText(body: string): string {
  return `export function build({ counter }) {
    return (x, o, from, to) => {
      Atomics.add(counter, 0, 1);
      Atomics.notify(counter, 0);
      let bad = 0;
      for (let i = from; i < to; i++) { ${body} }
      return bad;
    };
  }`;
}

/**
 * A model that is computed in workers by a module. In this thread its first call waits until a
 * worker has computed something, so that both take part however slow it starts.
 */
export function sharedModel(
  model: ColumnModel,
  module: string,
  counter: Int32Array,
  patience = 30_000,
): ColumnModel {
  const columns: Columns = (...args) => {
    Atomics.wait(counter, 0, 0, patience);
    return model.columns(...args);
  };
  const recipe = { builder: `${module}#build`, data: { counter } };
  return { ...model, columns: withRecipe(columns, recipe) };
}
