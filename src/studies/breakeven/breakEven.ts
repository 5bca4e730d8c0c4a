import { evaluateRows } from '../tornado/evaluateRows.ts';
import { pointColumns } from '../tornado/pointColumns.ts';
import { positionOf } from '../tornado/positionOf.ts';
import type { TornadoRange } from '../tornado/tornado.ts';
import type { ColumnModel } from '../types.ts';
import { findBrackets } from './findBrackets.ts';
import { refineBrackets, type Bracket, type Curves } from './refineBrackets.ts';
import { scanRanges, type Scan } from './scanRanges.ts';
import { holdsTest, type Wanted } from './sides.ts';

/** What `breakEven` works on. */
export interface BreakEvenOptions {
  readonly model: ColumnModel;
  /** One value an input, in the order of `model.inputs`: where the others stay. */
  readonly base: readonly number[];
  /** Inputs to solve for, each alone, and where a solution may lie. */
  readonly ranges: readonly TornadoRange[];
  readonly output: string;
  /** 0.5 for a truth output. */
  readonly threshold: number;
  /** The side that is wanted; `at most` when left out. */
  readonly wanted?: Wanted;
  /** Places in a range at which changes are looked for, at least 2; 129 when left out. */
  readonly points?: number;
  /** The model over these ranges, where it is known already; then `points` is not read. */
  readonly scan?: Scan;
}

/** A place where the output changes sides. */
export interface Crossing {
  /** Value of the input on the wanted side, as near to the other as numbers go. */
  readonly value: number;
  /** Value over base; left out when they differ in sign or one is 0. */
  readonly factor?: number;
  /** Output at `value`: at the threshold, or on the wanted side of a step. */
  readonly output: number;
  /** The nearest value of the input found on the other side, and the output there. */
  readonly beyond: number;
  readonly outputBeyond: number;
  /** Whether the output has no value anywhere between: the crossing itself is not known. */
  readonly gap: boolean;
}

/** A bracket that stays wider than this share of what it was spans a gap. */
const GAP = 1e-6;

/** Break-even of one input. */
export interface BreakEvenRow extends TornadoRange {
  readonly base: number;
  /**
   * `crosses` when there is a crossing; else `always` or `never` when the output is on the wanted
   * side at all or none of the places, or `no value`.
   */
  readonly status: 'crosses' | 'always' | 'never' | 'no value';
  /** The nearest to base first: by factor where the range is positive, else by difference. */
  readonly crossings: readonly Crossing[];
  /** The place with the best output among those looked at, for an answer of `never`. */
  readonly best: { readonly value: number; readonly output: number };
  /** Places without a finite output. */
  readonly notFinite: number;
}

/** Break-even of some inputs, in the order of the ranges. */
export interface BreakEvenResult {
  readonly output: string;
  readonly threshold: number;
  readonly wanted: Wanted;
  readonly outputAtBase: number;
  readonly holdsAtBase: boolean;
  readonly rows: readonly BreakEvenRow[];
}

/**
 * For every input, the values at which an output crosses a threshold while the others stay at base.
 * The range is looked at from end to end (by factors where it is positive) and at base, for all
 * inputs in one call, then every change of sides is narrowed down by `refineBrackets`. The output
 * may be stepwise and need not be monotone; two changes between neighbouring places go unseen.
 *
 * @param options - model, base point, ranges, threshold
 * @returns crossings of every input, or that there is none and the best that was seen
 * @throws InputError for an unknown name or a range without an inside
 * @example breakEven({ model, base: [2, 3], ranges: [{ input: 'x', low: 1, high: 9 }], output: 'xy', threshold: 12 })
 * // => { rows: [{ status: 'crosses', crossings: [{ value: 4, factor: 2, … }], … }], … }
 */
export function breakEven(options: BreakEvenOptions): BreakEvenResult {
  const { model, base, ranges, output, threshold, wanted = 'at most' } = options;
  const moved = ranges.map((range) => positionOf(model.inputs, range.input, 'input'));
  const place = positionOf(model.outputs, output, 'output');
  const holds = holdsTest(wanted, threshold);
  const curves: Curves = (which, at) => {
    const columns = pointColumns(model, base, at.length);
    which.forEach((curve, row) => {
      (columns[moved[curve] as number] as Float64Array)[row] = at[row] as number;
    });
    return evaluateRows(model, columns, at.length)[place] as Float64Array;
  };
  const { at: scans, outputs } = options.scan ?? scanRanges(options);
  const outputAtBase = evaluateRows(model, pointColumns(model, base, 1), 1)[place]?.[0] as number;
  const all = outputs[place] as Float64Array;
  let start = 0;
  const values = scans.map((at) => all.subarray(start, (start += at.length)));
  const brackets = scans.flatMap((at, curve) =>
    findBrackets(curve, at, values[curve] as Float64Array, holds),
  );
  const refined = refineBrackets(curves, brackets, holds);
  const rows = ranges.map((range, curve) => {
    const own = refined.flatMap((bracket, k) =>
      bracket.curve === curve
        ? [{ ...bracket, gap: widthOf(bracket) > GAP * widthOf(brackets[k] as Bracket) }]
        : [],
    );
    const at = scans[curve] as Float64Array;
    const scan = { at, values: values[curve] as Float64Array };
    return row(range, base[moved[curve] as number] as number, own, scan, wanted, holds);
  });
  return { output, threshold, wanted, outputAtBase, holdsAtBase: holds(outputAtBase), rows };
}

function widthOf({ holds, fails }: Bracket): number {
  return Math.abs(holds - fails);
}

/** What is told of one input. */
function row(
  range: TornadoRange,
  base: number,
  brackets: readonly (Bracket & { readonly gap: boolean })[],
  scan: { readonly at: Float64Array; readonly values: Float64Array },
  wanted: Wanted,
  holds: (value: number) => boolean,
): BreakEvenRow {
  const byFactor = range.low > 0 && base > 0;
  const distance = (value: number): number =>
    Math.abs(byFactor ? Math.log(value / base) : value - base);
  const crossings = brackets
    .map((bracket): Crossing => {
      const factor = bracket.holds / base;
      return {
        value: bracket.holds,
        ...(factor > 0 && factor < Infinity ? { factor } : {}),
        output: bracket.valueHolds,
        beyond: bracket.fails,
        outputBeyond: bracket.valueFails,
        gap: bracket.gap,
      };
    })
    .sort((a, b) => distance(a.value) - distance(b.value));
  const finite = [...scan.values.keys()].filter((k) => Number.isFinite(scan.values[k]));
  const sign = wanted === 'at most' ? 1 : -1;
  let best = { value: NaN, output: NaN };
  for (const k of finite) {
    const output = scan.values[k] as number;
    if (!(sign * output >= sign * best.output)) best = { value: scan.at[k] as number, output };
  }
  return {
    ...range,
    base,
    status:
      crossings.length > 0
        ? 'crosses'
        : finite.length === 0
          ? 'no value'
          : holds(best.output)
            ? 'always'
            : 'never',
    crossings,
    best,
    notFinite: scan.values.length - finite.length,
  };
}
