import type { Streams } from './streams.ts';

/** Shows a file in the default program for its kind, and says so where there is none. */
export async function openFile(file: string, streams: Streams): Promise<void> {
  const { default: open } = await import('open');
  try {
    const child = await open(file);
    child.once('error', () => {
      streams.err(`no browser was found: open ${file} yourself\n`);
    });
  } catch {
    streams.err(`no browser was found: open ${file} yourself\n`);
  }
}
