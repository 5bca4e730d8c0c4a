// Bundles the code that computes in a report's page: one classic script, without any import.
import { build } from 'esbuild';

/** @returns {Promise<string>} the script */
export async function liveBundle() {
  const { outputFiles } = await build({
    absWorkingDir: new URL('..', import.meta.url).pathname,
    entryPoints: ['src/report/live/page/main.ts'],
    bundle: true,
    write: false,
    // Node's own modules are an error here: nothing of them may be on the way.
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text.trim();
}
