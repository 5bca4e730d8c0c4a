import type { ColumnModel } from '../types.ts';
import { positionOf } from '../tornado/positionOf.ts';
import { drawColumns } from './drawColumns.ts';
import { estimate, type Bootstrap } from './estimate.ts';
import { resolveGroups } from './resolveGroups.ts';
import { runSaltelli, saltelliRuns, type SaltelliDesign } from './saltelli.ts';
import type { InputGroup, OutputIndices, Quantile, SobolWarning, UniformFill } from './types.ts';
import { warningsOf } from './warnings.ts';

/** What `sobol` works on. */
export interface SobolOptions {
  readonly model: ColumnModel;
  /** Quantile function of every input, in the order of `model.inputs`; steps for discrete inputs. */
  readonly quantiles: readonly Quantile[];
  /**
   * Uniform numbers in two columns an input: matrix A, then matrix B, inputs in the order of their
   * names. Inputs may depend on one another only within a group.
   */
  readonly fill: UniformFill;
  /** Rows of the design; a power of two for a Sobol sequence. */
  readonly samples: number;
  /** Outputs to analyse; all when left out. */
  readonly outputs?: readonly string[];
  /** Inputs that are moved together; the others are moved alone. */
  readonly groups?: readonly InputGroup[];
  /** Whether pairs are analysed too, which nearly doubles the evaluations. */
  readonly second?: boolean;
  readonly bootstrap?: Bootstrap;
  /** Width from which an interval is worth a warning; 0.1 when left out. */
  readonly wide?: number;
  /** Rows evaluated at a time; changes no result. */
  readonly block?: number;
}

/** Sobol indices of some outputs. */
export interface SobolResult {
  readonly samples: number;
  /** Model evaluations. */
  readonly evaluations: number;
  readonly outputs: readonly OutputIndices[];
  readonly warnings: readonly SobolWarning[];
}

/**
 * Positions of groups of inputs, and of outputs.
 *
 * @throws InputError for an unknown output
 */
export function positionsIn(
  model: ColumnModel,
  groups: readonly InputGroup[],
  outputs: readonly string[],
): Pick<SaltelliDesign, 'groups' | 'outputs'> {
  return {
    groups: groups.map(({ inputs }) => inputs.map((name) => model.inputs.indexOf(name))),
    outputs: outputs.map((name) => positionOf(model.outputs, name, 'output')),
  };
}

/**
 * Variance-based sensitivity: first-order, total and optionally second-order Sobol indices of any
 * outputs, on one Saltelli design of `samples * (groups + 2)` evaluations (`2 * groups + 2` with
 * second order). The estimators are named in `terms.ts`.
 *
 * Evaluation is in blocks; memory is 8 bytes for every evaluation and output, and about as much
 * again while one output is analysed. `sobolThreads` does it in several threads.
 *
 * @param options - model, draws, what is wanted
 * @returns indices, groups in the order given and then the other inputs
 * @throws InputError for an unknown input or output, or an input in two groups
 * @example
 * import { columnModel, quantile, sobol, sobolSampler } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['sum'], ({ x, y }) => ({ sum: x + 2 * y }));
 * const quantiles = ['x', 'y'].map(() => quantile({ kind: 'uniform', low: 0, high: 1 }));
 * const { fill } = sobolSampler(4, { seed: 0 }); // two numbers an input
 * const { outputs } = sobol({ model, quantiles, fill, samples: 1024 });
 * console.log(outputs[0]?.groups.map(({ total }) => total.value.toFixed(2)).join()); // 0.20,0.80
 */
export function sobol(options: SobolOptions): SobolResult {
  const { model, samples, second = false, bootstrap, wide = 0.1 } = options;
  const names = options.outputs ?? model.outputs;
  const groups = resolveGroups(model.inputs, options.groups ?? []);
  const design: SaltelliDesign = {
    model,
    draw: (from, count) =>
      drawColumns(model.inputs, options.quantiles, options.fill, from, count, 2),
    samples,
    ...positionsIn(model, groups, names),
    second,
  };
  const evaluations = saltelliRuns(design) * samples;
  const values = names.map(() => new Float64Array(evaluations));
  runSaltelli(design, values, 0, samples, options.block);
  const warnings: SobolWarning[] = [];
  const outputs = names.map((name, k) => {
    const kept = values[k] as Float64Array;
    const { indices, terms } = estimate(name, kept, samples, groups, second, bootstrap);
    warnings.push(...warningsOf(indices, terms, wide));
    return indices;
  });
  return { samples, evaluations, outputs, warnings };
}
