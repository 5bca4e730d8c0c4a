import { columnQuantileOf } from '../distributions/columnQuantile.ts';
import type { QuantilePlan } from '../distributions/planQuantile.ts';
import { randomSampler } from '../sampling/random.ts';
import type { SamplingMethod } from '../sampling/sampler.ts';
import { sobolSampler } from '../sampling/sobol.ts';
import { nameRanks } from '../sobol/nameRanks.ts';
import { runSaltelli, saltelliRuns, type SaltelliDesign } from '../sobol/saltelli.ts';
import type { Columns } from '../types.ts';
import type { Board } from './board.ts';
import type { JobRunner } from './serve.ts';
import { takeShare } from './shareTasks.ts';

/** Evaluations of a task, roughly: some milliseconds, so that this thread stays responsive. */
const EVALUATIONS = 8192;
const MOST_ROWS = 1024;

/** What a worker needs to evaluate a Saltelli design. Values are shared. */
export interface SaltelliShare extends Omit<SaltelliDesign, 'model' | 'draw'> {
  readonly names: { readonly inputs: readonly string[]; readonly outputs: readonly string[] };
  /** Quantile function of every input. */
  readonly quantiles: readonly QuantilePlan[];
  readonly method: SamplingMethod;
  readonly seed: number;
  readonly values: readonly Float64Array[];
  readonly board: Board;
}

/** Rows of a task. */
function rowsOf(share: Pick<SaltelliShare, 'groups' | 'second'>): number {
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(EVALUATIONS / saltelliRuns(share))));
}

/** How many tasks it is. */
export function saltelliTasks(share: Pick<SaltelliShare, 'groups' | 'second' | 'samples'>): number {
  return Math.ceil(share.samples / rowsOf(share));
}

/** Does a task, in any thread. */
export function saltelliRunner(share: SaltelliShare, columns: Columns): (task: number) => void {
  const { names, quantiles, method, seed, values, samples, groups, outputs, second } = share;
  const transforms = quantiles.map(columnQuantileOf);
  const size = transforms.length;
  const sampler = (method === 'sobol' ? sobolSampler : randomSampler)(2 * size, { seed });
  const ranks = nameRanks(names.inputs);
  const rows = rowsOf(share);
  const design: SaltelliDesign = {
    model: { ...names, columns },
    samples,
    groups,
    outputs,
    second,
    draw: (from, count) => {
      const uniforms = Array.from({ length: 2 * size }, () => new Float64Array(count));
      sampler.fill(uniforms, from, count);
      // By name, so that the order of inputs changes nothing.
      const drawn = [0, size].flatMap((set) =>
        ranks.map((rank) => uniforms[set + rank] as Float64Array),
      );
      drawn.forEach((column, k) => transforms[k % size]?.(column, 0, count));
      return drawn;
    },
  };
  return (task) => {
    const from = task * rows;
    runSaltelli(design, values, from, Math.min(samples, from + rows), rows);
  };
}

/** A worker's share of a Saltelli design. */
export const saltelliJob: JobRunner = (data, columns, tell) => {
  if (columns === undefined) throw new Error('a Saltelli design needs a model');
  const share = data as SaltelliShare;
  takeShare(share.board, saltelliTasks(share), saltelliRunner(share, columns));
  tell(undefined);
};
