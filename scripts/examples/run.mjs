// Checks the types of the examples and runs them from clean, each in an empty folder of its own:
// node scripts/examples/run.mjs [--write] [NAME…]
// What they print has to be what stands in notebooks/examples/expected, or with --write becomes that.
// Needs `npm run build`; DuckDB, which is 70 MB, is fetched beside the examples where it is missing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const DUCKDB = '@duckdb/node-api';
const DUCKDB_VERSION = '1.5.6-r.1';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'notebooks/examples');
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const write = process.argv.includes('--write');
const examples = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.startsWith('.'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => names.length === 0 || names.some((start) => name.startsWith(start)));
if (examples.length === 0) throw new Error(`no example ${names.join(', ')}`);

if (!existsSync(join(folder, 'node_modules', DUCKDB))) {
  const install = ['install', '--silent', '--no-save', '--no-audit', '--no-fund'];
  execFileSync('npm', [...install, '--prefix', folder, `${DUCKDB}@${DUCKDB_VERSION}`], {
    stdio: 'inherit',
  });
}
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
  stdio: 'inherit',
});

for (const name of examples) {
  const expected = join(folder, 'expected', `${name}.txt`);
  const printed = await run(name);
  const same = existsSync(expected) && readFileSync(expected, 'utf8') === printed;
  if (!same && write) writeFileSync(expected, printed);
  if (!same && !write) {
    console.error(printed);
    process.exitCode = 1;
  }
  console.error(`${name}: ${same ? 'as expected' : write ? 'written' : 'NOT AS EXPECTED'}`);
}

/**
 * What an example prints.
 *
 * @param {string} name
 */
async function run(name) {
  // Beside its source, so that it imports what that would.
  const module = join(folder, `.${name}.mjs`);
  const empty = mkdtempSync(join(tmpdir(), 'emuprove-example-'));
  try {
    await build({
      entryPoints: [join(folder, `${name}.ts`)],
      outfile: module,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'silent',
    });
    const stdio = ['ignore', 'pipe', 'inherit'];
    return execFileSync(process.execPath, [module], { cwd: empty, encoding: 'utf8', stdio });
  } finally {
    rmSync(module, { force: true });
    rmSync(empty, { recursive: true, force: true });
  }
}
