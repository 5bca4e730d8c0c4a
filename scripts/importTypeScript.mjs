import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;

/**
 * Bundles a TypeScript file of this project, and imports it.
 *
 * @param {string} entry from the root of the project
 */
export async function importTypeScript(entry) {
  const outfile = `${root}node_modules/.cache/emuprove-${entry.replaceAll(/\W/g, '-')}.mjs`;
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['prettier'],
    // Some of what is bundled still calls require for Node's own modules.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'warning',
    outfile,
  });
  try {
    return await import(outfile);
  } finally {
    rmSync(outfile);
  }
}
