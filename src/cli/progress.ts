import { progressLine } from './progressLine.ts';
import type { Streams } from './streams.ts';
import { grouped } from '../text/grouped.ts';

/** Shows how far a study is, and ends it early when the user interrupts it. */
export interface Progress {
  readonly onProgress: (done: number, halfWidth?: number) => boolean;
  /** Removes the progress line and the signal handler. */
  readonly end: () => void;
}

/**
 * Progress on standard error for work of more than a second. The first Ctrl-C ends the study with
 * what is done; the second one ends the program.
 *
 * @param total how many there are in all
 * @param what what is counted
 */
export function progress(total: number, streams: Streams, what = 'samples'): Progress {
  const line = progressLine(streams);
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  return {
    onProgress: (done, halfWidth) => {
      line.show(() => {
        const percent = Math.floor((100 * done) / total);
        const width = halfWidth === undefined ? '' : `, ± ${halfWidth.toFixed(4)}`;
        return `${percent} %, ${grouped(done)} ${what}${width}  `;
      });
      return !stopped;
    },
    end: () => {
      process.off('SIGINT', stop);
      line.end();
    },
  };
}
