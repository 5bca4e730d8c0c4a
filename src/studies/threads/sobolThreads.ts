import { InputError } from '../../issues/issue.ts';
import { checkShare, checkWhole } from '../checkNumber.ts';
import { checkInputs } from '../sampling/checkInputs.ts';
import { planDraw } from '../sampling/draw.ts';
import type { SamplingMethod } from '../sampling/sampler.ts';
import { MOST_DIMENSIONS } from '../sampling/sobolDirections.ts';
import { outputIndices, varies } from '../sobol/estimate.ts';
import { resolveGroups } from '../sobol/resolveGroups.ts';
import { saltelliRuns } from '../sobol/saltelli.ts';
import { positionsIn, type SobolResult } from '../sobol/sobol.ts';
import { sobolTerms, type SobolTerms } from '../sobol/terms.ts';
import type { InputGroup, OutputIndices, SobolWarning } from '../sobol/types.ts';
import { warningsOf } from '../sobol/warnings.ts';
import type { ColumnModel, StudyInput } from '../types.ts';
import { makeBoard } from './board.ts';
import {
  checkThreads,
  soloCrew,
  startCrew,
  threadCount,
  type Crew,
  type ThreadOptions,
} from './crew.ts';
import { resampleRunner, resampleTasks, type ResampleShare } from './resampleJob.ts';
import { saltelliRunner, saltelliTasks, type SaltelliShare } from './saltelliJob.ts';
import { sharedColumn } from './sharedBuffer.ts';
import { shareTasks } from './shareTasks.ts';

/** What may be asked of a Sobol study. */
export interface SobolStudyOptions extends ThreadOptions {
  /** Rows of the design; a power of two is best. */
  readonly samples: number;
  /** Whole number, 0 to 2^53 - 1; 0 where left out. */
  readonly seed?: number;
  /** Scrambled Sobol points where left out, or random ones where there are too many inputs. */
  readonly method?: SamplingMethod;
  /** Outputs to analyse; all where left out. */
  readonly outputs?: readonly string[];
  /** Inputs that are moved together; the others are moved alone. */
  readonly groups?: readonly InputGroup[];
  /** Whether pairs are analysed too, which nearly doubles the evaluations. */
  readonly second?: boolean;
  /** How often rows are resampled for intervals; no intervals where left out. */
  readonly resamples?: number;
  /** Share of intervals that should hold the truth; 0.95 where left out. */
  readonly level?: number;
  /** Width from which an interval is worth a warning; 0.1 where left out. */
  readonly wide?: number;
}

/** Most samples, and resamples: beyond it memory is short long before. */
const MOST = 2 ** 28;
/** A thread that has fewer evaluations than this to do does not make up for its start. */
const EVALUATIONS_PER_THREAD = 300_000;
/** Products of a term and a count that take as long as an evaluation. */
const PRODUCTS_PER_EVALUATION = 4000;

/**
 * Sobol indices from the distributions of the inputs, in several threads; the result is the same to
 * the last bit for any number of them. Other things can happen in between, also with one thread.
 *
 * @param model - function of columns; one whose `columns` have a recipe can use several threads
 * @param inputs - a distribution for every input of the model, in any order
 * @param options - how many samples, what of, and how many threads
 * @param onProgress - called now and then with the share of the work that is done, 0 to 1
 * @returns what `sobol` returns
 * @throws InputError for inputs, outputs and groups that are wrong
 * @throws Error where a worker fails
 * @example
 * import { columnModel, sobolThreads } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['sum'], ({ x, y }) => ({ sum: x + 2 * y }));
 * const inputs = ['x', 'y'].map((name) => {
 *   const distribution = { kind: 'uniform', low: 0, high: 2 } as const;
 *   return { name, base: 1, distribution };
 * });
 * const { outputs } = await sobolThreads(model, inputs, { samples: 1024, resamples: 100 });
 * console.log(outputs[0]?.groups.map(({ total }) => total.value.toFixed(2)).join()); // 0.20,0.80
 */
export async function sobolThreads(
  model: ColumnModel,
  inputs: readonly StudyInput[],
  options: SobolStudyOptions,
  onProgress?: (share: number) => void,
): Promise<SobolResult> {
  const { samples, seed = 0, second = false, resamples = 0, level = 0.95, wide = 0.1 } = options;
  const issues = [
    ...checkWhole('samples', samples, 1, MOST),
    ...checkWhole('seed', seed, 0, Number.MAX_SAFE_INTEGER),
    ...checkWhole('resamples', resamples, 0, MOST),
    ...checkShare('level', level),
    ...checkInputs(model.inputs, inputs),
    ...checkThreads(options),
  ];
  if (issues.length > 0) throw new InputError(issues);
  const names = options.outputs ?? model.outputs;
  const groups = resolveGroups(model.inputs, options.groups ?? []);
  const positions = positionsIn(model, groups, names);
  const design = { samples, ...positions, second };
  const evaluations = saltelliRuns(design) * samples;
  const work = evaluations + (names.length * resamples * evaluations) / PRODUCTS_PER_EVALUATION;
  const threads = threadCount(options, work / EVALUATIONS_PER_THREAD);
  const recipe = threads > 1 ? model.columns.recipe : undefined;
  const crew = startCrew(recipe === undefined ? 0 : threads - 1, options) ?? soloCrew();
  const total = saltelliTasks(design) + names.length * resampleTasks(resamples);
  let before = 0;
  const report = (done: number): void => onProgress?.((before + done) / total);
  try {
    const share: SaltelliShare = {
      ...design,
      names: { inputs: model.inputs, outputs: model.outputs },
      quantiles: planDraw(model.inputs, inputs).quantiles,
      method: options.method ?? (2 * inputs.length <= MOST_DIMENSIONS ? 'sobol' : 'random'),
      seed,
      values: names.map(() => sharedColumn(evaluations)),
      board: makeBoard(),
    };
    const tasks = saltelliTasks(design);
    const job = { job: 'saltelli', ...(recipe && { recipe }), data: share };
    await shareTasks(crew, job, share.board, tasks, saltelliRunner(share, model.columns), report);
    before += tasks;
    const outputs: OutputIndices[] = [];
    const warnings: SobolWarning[] = [];
    for (const [k, name] of names.entries()) {
      const terms = sobolTerms(share.values[k] as Float64Array, samples, groups.length, second);
      const drawn =
        resamples > 0 && varies(terms)
          ? await resample(crew, terms, resamples, seed, report)
          : undefined;
      before += resampleTasks(resamples);
      const indices = outputIndices(name, terms, groups, drawn, level);
      outputs.push(indices);
      warnings.push(...warningsOf(indices, terms, wide));
      await crew.pause();
    }
    return { samples, evaluations, outputs, warnings };
  } finally {
    crew.end();
  }
}

/** `resampleSums` in all threads, with random numbers of the seed. */
async function resample(
  crew: Crew,
  terms: SobolTerms,
  resamples: number,
  seed: number,
  report: (done: number) => void,
): Promise<Float64Array[]> {
  const columns = terms.columns.map((column) => {
    const shared = sharedColumn(column.length);
    shared.set(column);
    return shared;
  });
  const sums = columns.map(() => sharedColumn(resamples));
  const share: ResampleShare = { columns, sums, resamples, seed, board: makeBoard() };
  const job = { job: 'resample', data: share };
  const tasks = resampleTasks(resamples);
  await shareTasks(crew, job, share.board, tasks, resampleRunner(share), report);
  return sums;
}
