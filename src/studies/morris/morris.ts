import { nameRanks } from '../sobol/nameRanks.ts';
import type { Quantile, UniformFill } from '../sobol/types.ts';
import { evaluateRows } from '../tornado/evaluateRows.ts';
import { positionOf } from '../tornado/positionOf.ts';
import type { ColumnModel } from '../types.ts';
import { trajectory } from './trajectory.ts';

/** What `morris` works on. */
export interface MorrisOptions {
  readonly model: ColumnModel;
  /** Quantile function of every input, in the order of `model.inputs`. */
  readonly quantiles: readonly Quantile[];
  /** Pseudo-random numbers in three columns an input, one row a trajectory. */
  readonly fill: UniformFill;
  /** Number of trajectories; 10 to 50 are usual. */
  readonly trajectories: number;
  readonly output: string;
  /** Levels of an input, even; 4 when left out. */
  readonly levels?: number;
  /** Probabilities of the lowest and the highest level; 0.05 and 0.95 when left out. */
  readonly range?: readonly [low: number, high: number];
}

/** Elementary effects of one input, in output per move over its whole range of probability. */
export interface MorrisRow {
  readonly input: string;
  /** Mean effect. */
  readonly mean: number;
  /** Mean of the absolute effects, which opposite effects do not cancel: how much the input matters. */
  readonly meanAbsolute: number;
  /** Standard deviation of the effects: how much they depend on where the others are. */
  readonly deviation: number;
  /** Standard error of `meanAbsolute`. */
  readonly standardError: number;
  /** Effects behind these numbers: trajectories, less those that are not finite. */
  readonly effects: number;
}

/** Screening of all inputs, in the order of `model.inputs`. */
export interface MorrisResult {
  readonly output: string;
  readonly evaluations: number;
  readonly rows: readonly MorrisRow[];
}

/**
 * Screening by elementary effects: a cheap first look at which inputs matter at all, for
 * `trajectories * (inputs + 1)` evaluations. Inputs move by half their levels of probability, from
 * low to high quantiles; ends are cut (5-95 %) because many distributions have none.
 *
 * Source: Morris, Technometrics 33 (1991); the mean of absolute effects is mu* of Campolongo,
 * Cariboni and Saltelli, Environmental Modelling and Software 22 (2007).
 *
 * @param options - model, draws, number of trajectories
 * @returns one row an input
 * @throws InputError for an unknown output
 * @example
 * import { columnModel, morris, quantile, randomSampler } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['sum'], ({ x, y }) => ({ sum: x + 3 * y }));
 * const quantiles = ['x', 'y'].map(() => quantile({ kind: 'uniform', low: 0, high: 1 }));
 * const { fill } = randomSampler(6, { seed: 0 }); // three numbers an input
 * const { rows } = morris({ model, quantiles, fill, trajectories: 20, output: 'sum' });
 * console.log(rows.map(({ meanAbsolute }) => meanAbsolute.toFixed(1)).join()); // 0.9,2.7
 */
export function morris(options: MorrisOptions): MorrisResult {
  const { model, quantiles, fill, trajectories, levels = 4, range = [0.05, 0.95] } = options;
  const wanted = positionOf(model.outputs, options.output, 'output');
  const size = model.inputs.length;
  const uniforms = Array.from({ length: 3 * size }, () => new Float64Array(trajectories));
  fill(uniforms, 0, trajectories);
  const ranks = nameRanks(model.inputs);
  // By name, so that the order of inputs changes nothing.
  const own = [0, size, 2 * size].flatMap((set) => ranks.map((rank) => uniforms[set + rank]));
  const evaluations = trajectories * (size + 1);
  const columns = model.inputs.map(() => new Float64Array(evaluations));
  const paths = Array.from({ length: trajectories }, (_, t) => {
    const path = trajectory(
      own.map((column) => column?.[t] as number),
      levels,
    );
    const at = [...path.start];
    for (let move = 0; move <= size; move++) {
      at.forEach((level, i) => {
        const u = range[0] + level * (range[1] - range[0]);
        const quantile = quantiles[i] as Quantile;
        (columns[i] as Float64Array)[t * (size + 1) + move] = quantile(u);
      });
      const input = path.order[move];
      if (input !== undefined) at[input] = (at[input] as number) + (path.steps[input] as number);
    }
    return path;
  });
  const values = evaluateRows(model, columns, evaluations)[wanted] as Float64Array;
  const effects = model.inputs.map((): number[] => []);
  paths.forEach(({ order, steps }, t) => {
    order.forEach((input, move) => {
      const row = t * (size + 1) + move;
      const rise = (values[row + 1] as number) - (values[row] as number);
      effects[input]?.push(rise / (steps[input] as number));
    });
  });
  const rows = effects.map((all, i) => effectsRow(model.inputs[i] as string, all));
  return { output: options.output, evaluations, rows };
}

/** Mean, mean of absolutes and deviation of the finite effects. */
function effectsRow(input: string, all: readonly number[]): MorrisRow {
  const finite = all.filter(Number.isFinite);
  const absolute = moments(finite.map(Math.abs));
  const signed = moments(finite);
  return {
    input,
    mean: signed.mean,
    meanAbsolute: absolute.mean,
    deviation: signed.deviation,
    standardError: absolute.deviation / Math.sqrt(finite.length),
    effects: finite.length,
  };
}

/** Mean and standard deviation with Bessel's correction. */
function moments(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}
