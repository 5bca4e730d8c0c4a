import { InputError } from '../../issues/issue.ts';
import { montecarloAsync, type OnProgress } from '../montecarlo/montecarlo.ts';
import {
  makeBlockComputer,
  type BlockComputer,
  type BlockSummary,
} from '../montecarlo/blockComputer.ts';
import { blockCount } from '../montecarlo/blocks.ts';
import { makeCollector } from '../montecarlo/collector.ts';
import { readSettings, type MontecarloOptions } from '../montecarlo/options.ts';
import type { MontecarloResult } from '../montecarlo/types.ts';
import { checkInputs } from '../sampling/checkInputs.ts';
import { drawOf, planDraw } from '../sampling/draw.ts';
import { mergeSketch } from '../statistics/sketch.ts';
import type { ColumnModel, StudyInput } from '../types.ts';
import { keep, makeBoard, settle, tryTask } from './board.ts';
import { checkThreads, startCrew, threadCount, type Crew, type ThreadOptions } from './crew.ts';
import { holdBlocks } from './holdBlocks.ts';
import type { MontecarloNews, MontecarloShare } from './montecarloJob.ts';

/** A thread that has fewer samples than this to compute does not make up for its start. */
const SAMPLES_PER_THREAD = 100_000;
/** Blocks that each thread may be ahead of what is accumulated. */
const AHEAD = 8;

/**
 * `montecarlo` in several threads: the result is the same to the last bit for any number of them,
 * also if the study is stopped. Where the model cannot be built in another thread, no threads are
 * to be had, or the study is too short for them (fewer than 200,000 samples, unless a number of
 * threads is given), this thread does it all, and lets other things happen between rounds.
 *
 * @param model - function of columns; one whose `columns` have a recipe can use several threads
 * @param inputs - a distribution for every input of the model, in any order
 * @param options - how many samples, which, what the outputs are, and how many threads
 * @param onProgress - called between rounds
 * @returns the result as plain data, the same as that of `montecarlo`
 * @throws InputError with everything that is wrong with inputs and options
 * @throws Error where a worker fails
 * @example
 * import { compileScenario, loadBuiltin, resolveScenario } from 'emuprove';
 * import { montecarloThreads } from 'emuprove/studies';
 *
 * const model = compileScenario(resolveScenario(await loadBuiltin()), ['unit_busy'], ['overhead']);
 * const distribution = { kind: 'uniform', low: 0.5, high: 0.9 } as const;
 * const inputs = [{ name: 'unit_busy', base: 0.7, distribution }];
 * // A compiled scenario has a recipe, so that it can use all threads.
 * const { outputs } = await montecarloThreads(model, inputs, { samples: 4096 });
 * console.log(outputs[0]?.mean.value);
 */
export async function montecarloThreads(
  model: ColumnModel,
  inputs: readonly StudyInput[],
  options: MontecarloOptions & ThreadOptions = {},
  onProgress?: OnProgress,
): Promise<MontecarloResult> {
  const settings = readSettings(options, model.outputs);
  const issues = [...checkThreads(options), ...checkInputs(model.inputs, inputs)];
  if (issues.length > 0) throw new InputError(issues);
  const { replicates } = settings;
  const tasks = blockCount(settings.rows) * replicates;
  const threads = threadCount(options, (settings.rows * replicates) / SAMPLES_PER_THREAD);
  const most = Math.min(threads, tasks) - 1;
  const workers = most > 0 && model.columns.recipe !== undefined ? most : 0;
  const crew = startCrew(workers, options);
  if (crew === undefined) return montecarloAsync(model, inputs, options, onProgress);
  try {
    const plan = planDraw(model.inputs, inputs, options.correlation);
    const { inputs: names, outputs } = model;
    const ahead = AHEAD * threads;
    const board = makeBoard(ahead);
    const share = { inputs: names, outputs, plan, settings, board, ahead, tasks };
    return await withCrew(crew, model, share, onProgress);
  } finally {
    crew.end();
  }
}

/** This thread's part: a share of the blocks, and what to make of all of them. */
async function withCrew(
  crew: Crew,
  model: ColumnModel,
  share: MontecarloShare,
  onProgress?: OnProgress,
): Promise<MontecarloResult> {
  const { plan, settings, board, ahead, tasks } = share;
  const { recipe } = model.columns;
  const summaries = new Map<number, BlockSummary>();
  /** Workers that have computed something, and the sketches of those that are done. */
  const active = new Set<number>();
  const sketches = new Map<number, Sketches>();
  crew.start({ job: 'montecarlo', ...(recipe && { recipe }), data: share }, (news, worker) => {
    const found = news as MontecarloNews;
    if ('sketches' in found) sketches.set(worker, found.sketches);
    else {
      active.add(worker);
      summaries.set(found.task, found.summary);
    }
  });
  const computer = makeBlockComputer(model, drawOf(plan), settings);
  const held = holdBlocks(computer, settings.replicates);
  const collector = makeCollector(model.outputs, plan.varying, settings);
  let next = 0;
  let stopped = false;
  /** Accumulates what has come in, in the order of the tasks. */
  const collect = (): void => {
    for (let found = summaries.get(next); found !== undefined; found = summaries.get(next)) {
      summaries.delete(next++);
      const progress = collector.add(found);
      if (progress === undefined || next === tasks) continue;
      stopped = onProgress?.(progress.done, progress.halfWidth) === false;
      if (stopped) return;
    }
    settle(board, next, next + ahead);
    held.settle(next);
  };
  while (next < tasks && !stopped) {
    const task = tryTask(board, tasks);
    if (task !== undefined) summaries.set(task, held.compute(task));
    await (task === undefined && !summaries.has(next) ? crew.news() : crew.pause());
    collect();
  }
  keep(board, next);
  held.settle(next);
  // A worker that came too late for any block reports as well, and must not be counted for another.
  while ([...active].some((worker) => !sketches.has(worker))) await crew.news();
  for (const one of sketches.values()) mergeAll(computer.sketches, one);
  return collector.result(computer.sketches);
}

type Sketches = BlockComputer['sketches'];

/** Adds the sketches of a worker to those of this thread. */
function mergeAll(into: Sketches, from: Sketches): void {
  into.forEach((replicate, r) => {
    replicate.forEach((sketch, i) => {
      const other = from[r]?.[i];
      if (sketch !== undefined && other !== undefined) mergeSketch(sketch, other);
    });
  });
}
