// Builds dist/: the command line and the library as bundles that load a part only when it is used,
// and the models and datasets as one JSON file, parsed and checked here so that nobody else has to.
import { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { browserBundles } from './build/browser.mjs';
import { thirdParty } from './build/thirdParty.mjs';
import { importTypeScript } from './importTypeScript.mjs';
import { liveBundle } from './liveBundle.mjs';

const root = new URL('..', import.meta.url).pathname;
rmSync(`${root}dist`, { recursive: true, force: true });

const options = {
  bundle: true,
  format: 'esm',
  absWorkingDir: root,
  minify: true,
  metafile: true,
  // These are large, or find files beside their own code, and change nothing about the start: they
  // stay packages of their own.
  external: ['vega', 'vega-lite', '@resvg/resvg-js', 'dejavu-fonts-ttf', 'highs', 'open'],
  logLevel: 'warning',
};

const library = {
  index: 'src/index.ts',
  datasets: 'src/library/datasets/index.ts',
  report: 'src/report/index.ts',
  studies: 'src/studies/index.ts',
};

const nodeOptions = {
  ...options,
  platform: 'node',
  target: 'node20',
  outdir: 'dist',
  // Some of what is bundled still calls require for Node's own modules.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
};
const node = await build({
  ...nodeOptions,
  entryPoints: { ...library, cli: 'src/cli/main.ts', worker: 'src/worker.ts' },
  splitting: true,
});
// The thread that draws has Vega in its one file: 250 modules by themselves take longer to load than
// a chart to draw.
const second = await build({
  ...nodeOptions,
  entryPoints: { second: 'src/cli/secondThread/worker.ts' },
  external: options.external.filter((name) => !name.startsWith('vega')),
});
chmodSync(`${root}dist/cli.js`, 0o755);
writeFileSync(`${root}dist/live.js`, await liveBundle());

const { snapshot, published, widths } = await importTypeScript('scripts/snapshot.ts');
const builtin = snapshot(root);
writeFileSync(`${root}dist/builtin.json`, builtin);
const ttf = (name) => `${root}node_modules/dejavu-fonts-ttf/ttf/${name}.ttf`;
const browser = await browserBundles(
  options,
  { ...library, ...oneByOne('src/library') },
  {
    builtin,
    published: published(root),
    widths: widths({ regular: ttf('DejaVuSans'), bold: ttf('DejaVuSans-Bold') }),
  },
);

cpSync(`${root}src/result/schemas`, `${root}dist/schemas`, { recursive: true });
const inputs = [node, second, browser].flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync(`${root}dist/THIRD-PARTY.txt`, thirdParty(root, inputs));

/**
 * Entry points for the functions of a folder one by one: a file each, so that whoever imports one
 * gets no other.
 */
function oneByOne(folder) {
  const files = readdirSync(`${root}${folder}`, { recursive: true }).filter(
    (file) => /^(?:datasets\/)?\w+\.ts$/.test(file) && !file.endsWith('index.ts'),
  );
  return Object.fromEntries(
    files.map((file) => [`library/${file.replace(/\.ts$/, '')}`, `${folder}/${file}`]),
  );
}
