// Bundles the measurement, which is TypeScript, and runs it: node perf/run.mjs [studies] [ROUNDS]
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const outdir = join(import.meta.dirname, 'out');
await build({
  entryPoints: ['main.ts', '../src/worker.ts'].map((name) => join(import.meta.dirname, name)),
  outdir,
  entryNames: '[name]',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
await import(pathToFileURL(join(outdir, 'main.js')).href);
