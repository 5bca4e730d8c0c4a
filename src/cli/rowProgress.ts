import type { Streams } from './streams.ts';

/** Work that takes no longer than this needs no progress, in milliseconds. */
const PATIENCE = 1_000;

/** Signals that end a run with what is done: Ctrl-C, and how schedulers stop a job. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Shows how far a run over rows is, and ends it early when it is interrupted. */
export interface RowProgress {
  readonly onProgress: (done: number) => boolean;
  /** Removes the progress line and the signal handlers. */
  readonly end: () => void;
}

/**
 * Progress on standard error for work of more than a second. The first interruption ends the run
 * with what is done; the second one ends the program.
 *
 * @param total how many rows there are in all
 * @param shown whether to show it; false while rows go to the same terminal
 */
export function rowProgress(total: number, shown: boolean, streams: Streams): RowProgress {
  const started = performance.now();
  let stopped = false;
  let last = 0;
  const stop = (): void => {
    stopped = true;
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  return {
    onProgress: (done) => {
      const now = performance.now();
      if (shown && now - started > PATIENCE && now - last > 100) {
        last = now;
        const percent = Math.floor((100 * done) / total);
        const [a, b] = [done, total].map((rows) => rows.toLocaleString('en-US'));
        streams.err(`\r${percent} %, ${a} of ${b} rows `);
      }
      return !stopped;
    },
    end: () => {
      for (const signal of SIGNALS) process.off(signal, stop);
      if (last > 0) streams.err('\n');
    },
  };
}
