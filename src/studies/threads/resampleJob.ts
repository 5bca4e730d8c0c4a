import { randomSampler } from '../sampling/random.ts';
import { resampleInto } from '../sobol/resampleSums.ts';
import type { Board } from './board.ts';
import type { JobRunner } from './serve.ts';
import { takeShare } from './shareTasks.ts';

/** Resamples of a task. */
const RESAMPLES = 16;

/** What a worker needs to resample terms of a Sobol study. Columns are shared. */
export interface ResampleShare {
  readonly columns: readonly Float64Array[];
  readonly sums: readonly Float64Array[];
  readonly resamples: number;
  readonly seed: number;
  readonly board: Board;
}

/** How many tasks it is. */
export function resampleTasks(resamples: number): number {
  return Math.ceil(resamples / RESAMPLES);
}

/** Does a task, in any thread. */
export function resampleRunner(share: ResampleShare): (task: number) => void {
  const { columns, sums, resamples, seed } = share;
  // A replicate of its own: its numbers must not be those of the design.
  const { fill } = randomSampler(4, { seed, replicate: 1 });
  return (task) => {
    const from = task * RESAMPLES;
    resampleInto(sums, columns, fill, from, Math.min(resamples, from + RESAMPLES));
  };
}

/** A worker's share of a bootstrap. */
export const resampleJob: JobRunner = (data, _, tell) => {
  const share = data as ResampleShare;
  takeShare(share.board, resampleTasks(share.resamples), resampleRunner(share));
  tell(undefined);
};
