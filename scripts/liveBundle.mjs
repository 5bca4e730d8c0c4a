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
    plugins: [withoutWebAssembly],
    logLevel: 'warning',
  });
  return outputFiles[0].text.trim();
}

/** The page's policy forbids WebAssembly: trying would only fill the console. Its twins are there instead. */
const withoutWebAssembly = {
  name: 'without-webassembly',
  setup({ onLoad }) {
    const contents = {
      machine: 'export const machine = () => undefined;',
      nativeRunner: 'export const nativeRunner = undefined;',
      nativeScramble: 'export const nativeScramble = () => false;',
      nativeTable: 'export const nativeTable = () => undefined;',
      space: 'export const makeSpace = undefined;',
    };
    onLoad(
      { filter: /\/(?:wasm\/(?:machine|nativeRunner|space)|native(?:Scramble|Table))\.ts$/ },
      (file) => ({
        contents: contents[file.path.replace(/^.*\/|\.ts$/g, '')],
      }),
    );
  },
};
