// Builds dist/: the command line and the library as bundles that load a part only when it is used,
// and the models and datasets as one JSON file, parsed and checked here so that nobody else has to.
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { build } from 'esbuild';
import { liveBundle } from './liveBundle.mjs';

const root = new URL('..', import.meta.url).pathname;
rmSync(`${root}dist`, { recursive: true, force: true });

const options = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  absWorkingDir: root,
  // Some of what is bundled still calls require for Node's own modules.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

// These are large, or find files beside their own code, and change nothing about the start: they
// stay packages of their own.
const external = ['vega', 'vega-lite', '@resvg/resvg-js', 'dejavu-fonts-ttf', 'highs', 'open'];

const { metafile } = await build({
  ...options,
  metafile: true,
  entryPoints: {
    index: 'src/index.ts',
    cli: 'src/cli/main.ts',
    report: 'src/report/index.ts',
    studies: 'src/studies/index.ts',
    worker: 'src/worker.ts',
  },
  outdir: 'dist',
  splitting: true,
  minify: true,
  external,
});
chmodSync(`${root}dist/cli.js`, 0o755);
writeFileSync(`${root}dist/live.js`, await liveBundle());

await build({
  ...options,
  entryPoints: ['scripts/snapshot.ts'],
  outfile: 'dist/snapshot.mjs',
});
const { snapshot } = await import(`${root}dist/snapshot.mjs`);
writeFileSync(`${root}dist/builtin.json`, snapshot(root));
rmSync(`${root}dist/snapshot.mjs`);
cpSync(`${root}src/result/schemas`, `${root}dist/schemas`, { recursive: true });
writeFileSync(`${root}dist/THIRD-PARTY.txt`, licences(Object.keys(metafile.inputs)));

/** The licences of the packages that some files come from, as these demand of a bundle. */
function licences(files) {
  const packages = new Set(
    files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
  );
  return [...packages]
    .sort()
    .map((name) => {
      const directory = `${root}node_modules/${name}`;
      const { version, license } = JSON.parse(readFileSync(`${directory}/package.json`, 'utf8'));
      const texts = readdirSync(directory)
        .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
        .map((file) => `${directory}/${file}`)
        .filter((path) => existsSync(path))
        .map((path) => readFileSync(path, 'utf8').trim());
      return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
    })
    .join(`\n${'-'.repeat(78)}\n\n`);
}
