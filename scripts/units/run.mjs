// Bundles the kit, which is TypeScript, and runs it: node scripts/units/run.mjs [DESIGN…] [OPTIONS]
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const outdir = join(import.meta.dirname, 'out');
await build({
  entryPoints: [join(import.meta.dirname, 'main.ts')],
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
await import(pathToFileURL(join(outdir, 'main.js')).href);
