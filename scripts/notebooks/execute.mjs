import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { build } from 'esbuild';
import { sourceOf } from './source.mjs';

/**
 * Runs all cells of a notebook, and catches what each of them shows and prints.
 *
 * @param {string} path where it stands: names of files in it are relative to that
 * @param {any} notebook
 * @returns {Promise<any>} the notebook with its outputs
 * @throws {Error} where a cell fails, with its number
 */
export async function execute(path, notebook) {
  const outputs = new Map();
  let current = -1;
  globalThis.notebookCell = (index) => {
    current = index;
    outputs.set(index, []);
  };
  globalThis.notebookShow = (data) => {
    outputs.get(current)?.push({ output_type: 'display_data', data: lines(data), metadata: {} });
  };
  const { log } = console;
  console.log = (...words) => {
    outputs
      .get(current)
      ?.push({ output_type: 'stream', name: 'stdout', text: [`${format(...words)}\n`] });
  };
  // Beside the notebook, so that it imports what the notebook would.
  const module = join(dirname(path), `.${basename(path)}.mjs`);
  await build({
    stdin: { contents: sourceOf(notebook), loader: 'ts', resolveDir: dirname(path) },
    outfile: module,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  try {
    await import(pathToFileURL(module).href);
  } catch (error) {
    throw new Error(`${basename(path)}, cell ${current + 1}: ${error.message}`, { cause: error });
  } finally {
    rmSync(module, { force: true });
    console.log = log;
    delete globalThis.notebookCell;
    delete globalThis.notebookShow;
  }
  let count = 0;
  const cells = notebook.cells.map((cell, index) =>
    cell.cell_type === 'code'
      ? { ...cell, execution_count: ++count, outputs: outputs.get(index) ?? [] }
      : cell,
  );
  return { ...notebook, cells };
}

/** Texts as lists of lines, as notebooks have them, so that a change of one is one line of a diff. */
function lines(data) {
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [
      type,
      typeof value === 'string' ? (value.match(/[^\n]*\n|[^\n]+$/g) ?? ['']) : value,
    ]),
  );
}
