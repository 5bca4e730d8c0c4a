import { EXIT } from './exitCodes.ts';
import type { Streams } from './streams.ts';

/** Work that takes no longer than this needs no progress, in milliseconds. */
const PATIENCE = 1_000;

/** How long a line stands before the next one takes its place, in milliseconds. */
const STANDS = 100;

/** A line on standard error that is written over and over. */
export interface ProgressLine {
  /** Shows a text, if it is time to. */
  readonly show: (text: () => string) => void;
  /** Leaves the last text, if there was one, on a line of its own. */
  readonly end: () => void;
}

/** A progress line for work of more than a second, where standard error is a terminal. */
export function progressLine({ live = false, err }: Streams): ProgressLine {
  const started = performance.now();
  let shown = 0;
  return {
    show: (text) => {
      const now = performance.now();
      if (!live || now - started <= PATIENCE || now - shown <= STANDS) return;
      shown = now;
      err(`\r${text()}`);
    },
    end: () => {
      if (shown > 0) err('\n');
    },
  };
}

/**
 * A progress line of a study that is whole or nothing, which an interruption therefore ends at once.
 *
 * @param what what it is a share of
 * @param waits whether the study lets signals in as it goes, so that an interruption can be answered;
 *   one that does not is ended by the signal itself
 */
export function shareLine(
  what: string,
  streams: Streams,
  waits = false,
): { readonly onProgress: (share: number) => void; readonly end: () => void } {
  const line = progressLine(streams);
  const stop = (): void => {
    line.end();
    streams.err('interrupted, nothing to keep\n');
    process.exit(EXIT.interrupted);
  };
  if (waits) process.once('SIGINT', stop);
  return {
    onProgress: (share) => {
      line.show(() => `${Math.floor(100 * share)} % of ${what} `);
    },
    end: () => {
      process.off('SIGINT', stop);
      line.end();
    },
  };
}
