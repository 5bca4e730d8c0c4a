// Makes openturns.json anew: node test/doubt/reference/make.mjs [PYTHON]
//
// PYTHON needs OpenTURNS and NumPy. On Debian: apt-get install python3-openturns python3-numpy, and
// /usr/bin/python3 is what runs when nothing else is named. Takes about a minute.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const here = import.meta.dirname;
const root = join(here, '../../..');
const python = process.argv[2] ?? '/usr/bin/python3';
const work = mkdtempSync(join(tmpdir(), 'emuprove-openturns-'));
try {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'exportModel.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  const bundle = join(work, 'exportModel.mjs');
  writeFileSync(bundle, outputFiles[0].contents);
  const { exportModel } = await import(bundle);
  const exported = exportModel(root);
  writeFileSync(join(work, 'model.py'), exported.python);
  writeFileSync(join(work, 'start.json'), JSON.stringify(exported.start));
  execFileSync(python, [join(here, 'openturns_reference.py'), work], { stdio: 'inherit' });

  const target = join(here, 'openturns.json');
  const text = readFileSync(join(work, 'reference.json'), 'utf8');
  const options = await resolveConfig(target);
  writeFileSync(target, await format(text, { ...options, filepath: target }));
  console.log(`wrote ${target}`);
} finally {
  rmSync(work, { recursive: true });
}
