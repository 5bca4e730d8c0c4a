import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceOf } from './source.mjs';

/**
 * Checks the types of notebooks, as strictly as those of the library.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 */
export function checkTypes(folder, files) {
  const modules = files.map((file) => ({ file, path: join(folder, `.${file}.ts`) }));
  try {
    for (const { file, path } of modules) {
      writeFileSync(path, sourceOf(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
    }
    const tsc = join(folder, '../node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`types of the notebooks:\n${stdout}`);
  } finally {
    for (const { path } of modules) rmSync(path, { force: true });
  }
}
