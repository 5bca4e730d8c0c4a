import { drawColumns } from '../sobol/drawColumns.ts';
import type { Quantile, UniformFill } from '../sobol/types.ts';
import type { ColumnModel } from '../types.ts';
import { evaluateRows } from './evaluateRows.ts';
import { positionOf } from './positionOf.ts';
import { summarise, type Summary } from './summarise.ts';
import { bySwing, swing, type SwingScale } from './swing.ts';
import type { TornadoRange } from './tornado.ts';

/** What `sampledTornado` works on. */
export interface SampledTornadoOptions {
  readonly model: ColumnModel;
  /** Quantile function of every input, in the order of `model.inputs`. */
  readonly quantiles: readonly Quantile[];
  /** Uniform numbers, one column an input. */
  readonly fill: UniformFill;
  /** Samples a bar end. */
  readonly samples: number;
  readonly ranges: readonly TornadoRange[];
  readonly output: string;
  /** Value of the output whose probability of not being exceeded is told. */
  readonly threshold?: number;
  /** Probabilities of the quantiles; 0.05, 0.5 and 0.95 when left out. */
  readonly probabilities?: readonly number[];
  /** What a swing is a swing of: the mean, or the quantile of some probability; the mean when left out. */
  readonly of?: 'mean' | number;
  readonly scale?: SwingScale;
  /** Called after every bar with the share of the work that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** One bar: the distribution of the output with one input held at either end. */
export interface SampledTornadoRow extends TornadoRange {
  readonly atLow: Summary;
  readonly atHigh: Summary;
  /** Difference between the two ends. */
  readonly swing: number;
}

/** Bars of a tornado with the other inputs sampled, the widest first. */
export interface SampledTornadoResult {
  readonly output: string;
  /** With nothing held. */
  readonly all: Summary;
  readonly rows: readonly SampledTornadoRow[];
}

/** One end of a bar. */
interface End {
  readonly end: number;
  readonly summary: Summary;
  readonly centre: number;
}

/**
 * Sensitivity to one input with the others in doubt: the distribution of the output with the input
 * held at the low and at the high end of its range while the others are drawn. Every bar sees the
 * same draws, so that bars differ by what they hold and not by chance.
 *
 * Costs `samples * (2 * ranges + 1)` evaluations and memory for `samples * (inputs + outputs)`.
 *
 * @param options - model, draws, ranges
 * @returns one row a range, sorted by swing, equal swings by name
 * @throws InputError for an unknown input or output
 * @example
 * import { columnModel, quantile, sampledTornado, sobolSampler } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['xy'], ({ x, y }) => ({ xy: x * y }));
 * const quantiles = ['x', 'y'].map(() => quantile({ kind: 'uniform', low: 0, high: 1 }));
 * const { fill } = sobolSampler(2, { seed: 0 });
 * const ranges = [{ input: 'x', low: 1, high: 3 }];
 * const held = sampledTornado({ model, quantiles, fill, samples: 1024, ranges, output: 'xy', of: 0.5 });
 * console.log(held.rows[0]?.swing.toFixed(2)); // 1.00
 */
export function sampledTornado(options: SampledTornadoOptions): SampledTornadoResult {
  const { model, ranges, output, samples, threshold, scale = 'linear' } = options;
  const { probabilities = [0.05, 0.5, 0.95], of = 'mean' } = options;
  const wanted = positionOf(model.outputs, output, 'output');
  const drawn = drawColumns(model.inputs, options.quantiles, options.fill, 0, samples);
  const held = new Float64Array(samples);
  const valuesAt = (columns: readonly Float64Array[]): Float64Array =>
    evaluateRows(model, columns, samples)[wanted] as Float64Array;
  const centre = (values: Float64Array, summary: Summary): number =>
    of === 'mean' ? summary.mean : (summarise(values, [of]).quantiles[0] as number);
  const rows = ranges.map((range, index): SampledTornadoRow => {
    const position = positionOf(model.inputs, range.input, 'input');
    const { values, ...own } = range;
    const ends = (values ?? [range.low, range.high]).map((end): End => {
      held.fill(end);
      const outputs = valuesAt(drawn.with(position, held));
      const summary = summarise(outputs, probabilities, threshold);
      return { end, summary, centre: centre(outputs, summary) };
    });
    const sorted = values === undefined ? ends : ends.sort((a, b) => a.centre - b.centre);
    const [low, high] = [sorted.at(0), sorted.at(-1)] as [End, End];
    options.onProgress?.((index + 1) / ranges.length);
    return {
      ...own,
      low: low.end,
      high: high.end,
      atLow: low.summary,
      atHigh: high.summary,
      swing: swing([low.centre, high.centre], scale),
    };
  });
  rows.sort(bySwing);
  return { output, all: summarise(valuesAt(drawn), probabilities, threshold), rows };
}
