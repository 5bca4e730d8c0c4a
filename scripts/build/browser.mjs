// Bundles the library for browsers: the same code, but for the files that have a neighbour for them.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * @param {object} options of esbuild that all bundles share
 * @param {Record<string, string>} entryPoints by the name of their file
 * @param {Record<string, string>} data JSON of what `build:NAME` is imported as
 * @returns what esbuild says of them
 */
export function browserBundles(options, entryPoints, data) {
  return build({
    ...options,
    // Node's own modules are an error here.
    platform: 'browser',
    target: 'es2022',
    entryPoints,
    outdir: 'dist/browser',
    splitting: true,
    // What reads tables calls Node's Buffer, and has another build.
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
    plugins: [browserFiles, buildData(data)],
  });
}

/** `x.browser.ts` takes the place of the `x.ts` beside it. */
const browserFiles = {
  name: 'browser-files',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir }) => {
      const own = resolve(resolveDir, path.replace(/\.ts$/, '.browser.ts'));
      return existsSync(own) ? { path: own } : undefined;
    });
  },
};

/** What browsers can not read from files, as modules that are left out where nobody imports them. */
const buildData = (data) => ({
  name: 'build-data',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^build:/ }, ({ path }) => ({ path, namespace: 'build-data' }));
    onLoad({ filter: /^build:/, namespace: 'build-data' }, ({ path }) => {
      const text = JSON.stringify(data[path.slice('build:'.length)]);
      // Engines read JSON faster than the same as code.
      return { contents: `export default /* @__PURE__ */ JSON.parse(${text});` };
    });
  },
});
