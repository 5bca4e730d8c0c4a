import {
  makeBlockComputer,
  type BlockComputer,
  type BlockSummary,
} from '../montecarlo/blockComputer.ts';
import type { Settings } from '../montecarlo/options.ts';
import { drawOf, type DrawPlan } from '../sampling/draw.ts';
import { pagesOf } from '../statistics/sketch.ts';
import { settled, takeTask, waitForKept, type Board } from './board.ts';
import { holdBlocks } from './holdBlocks.ts';
import type { JobRunner } from './serve.ts';

/** What a worker needs for its share of a Monte Carlo study. */
export interface MontecarloShare {
  /** Names of inputs and outputs of the model. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly plan: DrawPlan;
  readonly settings: Settings;
  readonly board: Board;
  /** How many tasks may be taken beyond what is accumulated. */
  readonly ahead: number;
  /** Number of tasks, each of which is a block of a replicate. */
  readonly tasks: number;
}

/** What it reports: a block that it computed, or at the end its sketches. */
export type MontecarloNews =
  | { readonly task: number; readonly summary: BlockSummary }
  | { readonly sketches: BlockComputer['sketches'] };

/** A worker's share of a Monte Carlo study: blocks as long as there are any, then its sketches. */
export const montecarloJob: JobRunner = (data, columns, tell) => {
  const { inputs, outputs, plan, settings, board, tasks } = data as MontecarloShare;
  if (columns === undefined) throw new Error('a Monte Carlo study needs a model');
  const computer = makeBlockComputer({ inputs, outputs, columns }, drawOf(plan), settings);
  const held = holdBlocks(computer, settings.replicates);
  let task = takeTask(board, tasks);
  for (; task !== undefined; task = takeTask(board, tasks)) {
    tell({ task, summary: held.compute(task) });
    held.settle(settled(board));
  }
  // Only now is it known which of the blocks on hold belong to the result.
  held.settle(waitForKept(board));
  const pages = computer.sketches.flat().flatMap((sketch) => (sketch ? pagesOf(sketch) : []));
  tell({ sketches: computer.sketches }, pages);
};
