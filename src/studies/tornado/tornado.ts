import type { ColumnModel } from '../types.ts';
import { evaluateRows } from './evaluateRows.ts';
import { pointColumns } from './pointColumns.ts';
import { positionOf } from './positionOf.ts';
import { bySwing, swing, type SwingScale } from './swing.ts';

/** The two values between which an input is moved, usually its 5 % and 95 % quantiles. */
export interface TornadoRange {
  readonly input: string;
  readonly low: number;
  readonly high: number;
  /**
   * Of a discrete input: every value that it is moved to, instead of the ends. Its row then has the
   * values with the least and the greatest output as `low` and `high`.
   */
  readonly values?: readonly number[];
}

/** What `tornado` works on. */
export interface TornadoOptions {
  readonly model: ColumnModel;
  /** One value an input, in the order of `model.inputs`: where the others stay. */
  readonly base: readonly number[];
  /** The inputs that are moved, each alone. */
  readonly ranges: readonly TornadoRange[];
  readonly output: string;
  /** Value of the output between its two sides, e.g. 10,000; it belongs to the lower side. */
  readonly threshold?: number;
  /** How swings are measured and compared; `linear` when left out. */
  readonly scale?: SwingScale;
}

/** One bar. */
export interface TornadoRow extends TornadoRange {
  /** Value of the input that the other bars keep. */
  readonly base: number;
  readonly outputAtLow: number;
  readonly outputAtHigh: number;
  /** Greatest less least output at low, base and high; NaN when one of them has no value. */
  readonly swing: number;
  /** Whether the three outputs lie on both sides of the threshold; false without one. */
  readonly crosses: boolean;
}

/** Bars of a tornado, the widest first. */
export interface TornadoResult {
  readonly output: string;
  readonly outputAtBase: number;
  readonly threshold?: number;
  readonly scale: SwingScale;
  readonly rows: readonly TornadoRow[];
}

/**
 * One-at-a-time sensitivity: every input at the low and at the high end of its range while the
 * others stay at base. All points are computed in one call.
 *
 * Says nothing of interactions, and depends on the base point; `sampledTornado` and `sobol` do not.
 * Source: Eschenbach, "Spiderplots versus tornado diagrams for sensitivity analysis", Interfaces
 * 22 (1992).
 *
 * @param options - model, base point, ranges
 * @returns one row a range, sorted by swing, equal swings by name
 * @throws InputError for an unknown input or output
 * @example
 * import { columnModel, tornado } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['xy'], ({ x, y }) => ({ xy: x * y }));
 * const ranges = [{ input: 'x', low: 1, high: 4 }];
 * const { outputAtBase, rows } = tornado({ model, base: [2, 3], ranges, output: 'xy' });
 * console.log(outputAtBase, rows[0]?.outputAtLow, rows[0]?.outputAtHigh); // 6 3 12
 */
export function tornado(options: TornadoOptions): TornadoResult {
  const { model, base, ranges, output, threshold, scale = 'linear' } = options;
  const moved = ranges.map((range) => positionOf(model.inputs, range.input, 'input'));
  const wanted = positionOf(model.outputs, output, 'output');
  const points = ranges.map(({ low, high, values }) => values ?? [low, high]);
  const starts = points.map((_, r) => 1 + points.slice(0, r).flat().length);
  const count = 1 + points.flat().length;
  const columns = pointColumns(model, base, count);
  points.forEach((own, r) => {
    columns[moved[r] as number]?.set(own, starts[r]);
  });
  const values = evaluateRows(model, columns, count)[wanted] as Float64Array;
  const outputAtBase = values[0] as number;
  const rows = ranges.map(({ values: discrete, ...ends }, r): TornadoRow => {
    const own = [...values.subarray(starts[r], (starts[r] as number) + (points[r]?.length ?? 0))];
    const places = discrete === undefined ? [0, 1] : extremes(own);
    const [outputAtLow, outputAtHigh] = places.map((place) => own[place] as number) as [
      number,
      number,
    ];
    const [low, high] = places.map((place) => points[r]?.[place] as number) as [number, number];
    const range = discrete === undefined ? ends : { ...ends, low, high };
    const three = [outputAtLow, outputAtBase, outputAtHigh];
    return {
      ...range,
      base: base[moved[r] as number] as number,
      outputAtLow,
      outputAtHigh,
      swing: swing(three, scale),
      crosses:
        threshold !== undefined &&
        three.some((value) => value <= threshold) &&
        three.some((value) => value > threshold),
    };
  });
  rows.sort(bySwing);
  return { output, outputAtBase, ...(threshold === undefined ? {} : { threshold }), scale, rows };
}

/** Places of the least and the greatest value; of the first one where there is none. */
function extremes(values: readonly number[]): [number, number] {
  const place = (better: (a: number, b: number) => boolean): number =>
    values.reduce((best, value, k) => (better(value, values[best] as number) ? k : best), 0);
  return [place((a, b) => a < b), place((a, b) => a > b)];
}
