import { existsSync, readFileSync } from 'node:fs';

/**
 * The code that computes in a page, as text. A built package has it beside its own code; from source
 * it is bundled now.
 *
 * @example
 * import { loadLiveScript } from 'emuprove/report';
 *
 * console.log(typeof (await loadLiveScript())); // string
 */
export async function loadLiveScript(): Promise<string> {
  const built = new URL('./live.js', import.meta.url);
  if (existsSync(built)) return readFileSync(built, 'utf8');
  // A name that no bundler follows: only a working copy has this file, and what it needs.
  const source = new URL('../../../scripts/liveBundle.mjs', import.meta.url).href;
  const { liveBundle } = (await import(source)) as { liveBundle: () => Promise<string> };
  return liveBundle();
}
