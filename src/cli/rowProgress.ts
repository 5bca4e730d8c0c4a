import { progressLine } from './progressLine.ts';
import type { Streams } from './streams.ts';
import { grouped } from '../text/grouped.ts';

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
 * @param shown whether to show it where it can be; false while rows go to the same terminal
 */
export function rowProgress(total: number, shown: boolean, streams: Streams): RowProgress {
  const line = progressLine(streams);
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  return {
    onProgress: (done) => {
      if (shown)
        line.show(() => {
          const percent = Math.floor((100 * done) / total);
          const [a, b] = [done, total].map((rows) => grouped(rows));
          return `${percent} %, ${a} of ${b} rows `;
        });
      return !stopped;
    },
    end: () => {
      for (const signal of SIGNALS) process.off(signal, stop);
      line.end();
    },
  };
}
