import assert from 'node:assert/strict';
import { build } from 'esbuild';

/**
 * One function of each entry point, and the most bytes that a bundle of it alone may have. That of a
 * chart has the widths of the font in a browser.
 */
const ALONE = [
  ["import { quantile } from 'emuprove/studies'; console.log(quantile);", 12_000],
  ["import { boundsChart } from 'emuprove/report'; console.log(boundsChart);", 100_000],
  ["import { rowsOf } from 'emuprove/datasets'; console.log(rowsOf);", 4_000],
  ["import { evaluate } from 'emuprove'; console.log(evaluate);", 150_000],
];

/** Bundles one function at a time, for browsers and for Node.js: the others have to stay out. */
export async function shaken(directory) {
  const said = [];
  for (const [contents, most] of ALONE) {
    for (const platform of ['browser', 'node']) {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: directory },
        bundle: true,
        write: false,
        minify: true,
        format: 'esm',
        // What is loaded when it is first used, and is a file of its own.
        external: ['highs', 'vega', 'vega-lite', '@resvg/resvg-js'],
        platform,
        logLevel: 'silent',
      });
      const size = outputFiles[0].contents.length;
      assert.ok(size < most, `${contents} makes ${size} bytes for ${platform}, not ${most}`);
      said.push(
        `${/\{ (\w+) \}/.exec(contents)?.[1]} ${(size / 1000).toFixed(1)} kB (${platform})`,
      );
    }
  }
  return { said: said.join(', ') };
}
