import { evaluateRows } from '../tornado/evaluateRows.ts';
import { pointColumns } from '../tornado/pointColumns.ts';
import { positionOf } from '../tornado/positionOf.ts';
import type { ColumnModel } from '../types.ts';
import { changeOf, type BreakEvenRange } from './change.ts';
import { findBrackets } from './findBrackets.ts';
import { refineBrackets, type Bracket, type Curves } from './refineBrackets.ts';
import { scanRanges, type Scan } from './scanRanges.ts';
import { holdsTest, type Wanted } from './sides.ts';
import { shownOf } from './shown.ts';

/** What `breakEven` works on. */
export interface BreakEvenOptions {
  readonly model: ColumnModel;
  /** One value an input, in the order of `model.inputs`: where the others stay. */
  readonly base: readonly number[];
  /** Inputs to solve for, each alone, and where a solution may lie. */
  readonly ranges: readonly BreakEvenRange[];
  readonly output: string;
  /** 0.5 for a truth output. */
  readonly threshold: number;
  /** The side that is wanted; `at most` when left out. */
  readonly wanted?: Wanted;
  /**
   * This many evenly spaced places in a range at which changes are looked for, at least 2. When left
   * out, they are 1 % apart up to twice or half of base and 3 % beyond; of whole inputs, all values.
   */
  readonly points?: number;
  /** What `scanRanges` found for the same model, base and ranges, where several thresholds are asked. */
  readonly scan?: Scan;
}

/** A place where the output changes sides. */
export interface Crossing {
  /** Value of the input on the wanted side, as near to the other as numbers, or whole ones, go. */
  readonly value: number;
  /**
   * What the change from base means: value over base, or 2 to the power of the difference of a
   * logarithm; of a whole input, of the nearest value on the other side than base. Left out when they
   * differ in sign or one is 0.
   */
  readonly factor?: number;
  /** Output at `value`: at the threshold, or on the wanted side of a step. */
  readonly output: number;
  /** The nearest value of the input found on the other side, and the output there. */
  readonly beyond: number;
  readonly outputBeyond: number;
  /** Both values rounded to few digits of the unit they are read in, each still on its side. */
  readonly shown: { readonly value: number; readonly beyond: number };
  /** Whether the output has no value anywhere between: the crossing itself is not known. */
  readonly gap: boolean;
}

/** A bracket that stays wider than this share of what it was spans a gap. */
const GAP = 1e-6;

/** Break-even of one input. */
export interface BreakEvenRow extends Omit<BreakEvenRange, 'unit'> {
  readonly base: number;
  /**
   * `crosses` when there is a crossing; else `always` or `never` when the output is on the wanted
   * side at all or none of the places, or `no value`.
   */
  readonly status: 'crosses' | 'always' | 'never' | 'no value';
  /** The nearest to base first: by factor where there is one, else by difference. */
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
 * The range is looked at from end to end (`scanRanges`) and at base, then every change of sides is
 * narrowed down by `refineBrackets`. The output may be stepwise and need not be monotone; two changes
 * between neighbouring places go unseen.
 *
 * @param options - model, base point, ranges, threshold
 * @returns crossings of every input, or that there is none and the best that was seen
 * @throws InputError for an unknown name or a range without an inside
 * @example
 * import { breakEven, columnModel } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['xy'], ({ x, y }) => ({ xy: x * y }));
 * const ranges = [{ input: 'x', low: 1, high: 9 }];
 * const { rows } = breakEven({ model, base: [2, 3], ranges, output: 'xy', threshold: 12 });
 * console.log(rows[0]?.crossings[0]?.value); // 4
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
  const bases = moved.map((position) => base[position] as number);
  const { at: scans, outputs } = options.scan ?? scanRanges(options);
  const outputAtBase = evaluateRows(model, pointColumns(model, base, 1), 1)[place]?.[0] as number;
  const all = outputs[place] as Float64Array;
  let start = 0;
  const values = scans.map((at) => all.subarray(start, (start += at.length)));
  const brackets = scans.flatMap((at, curve) =>
    findBrackets(curve, at, values[curve] as Float64Array, holds),
  );
  const units = ranges.map(({ whole, unit = 1 }) => (whole === true ? unit : undefined));
  const refined = refineBrackets(curves, brackets, holds, units);
  const shown = shownOf(curves, refined, ranges, bases, holds);
  const rows = ranges.map((range, curve) => {
    const own = refined.flatMap((bracket, k) => {
      if (bracket.curve !== curve) return [];
      const least = units[curve] ?? GAP * widthOf(brackets[k] as Bracket);
      const gap = widthOf(bracket) > least * (1 + GAP);
      return [{ ...bracket, gap, shown: shown[k] as Crossing['shown'] }];
    });
    const at = scans[curve] as Float64Array;
    const scan = { at, values: values[curve] as Float64Array };
    return row(range, bases[curve] as number, own, scan, wanted, holds);
  });
  return { output, threshold, wanted, outputAtBase, holdsAtBase: holds(outputAtBase), rows };
}

function widthOf({ holds, fails }: Bracket): number {
  return Math.abs(holds - fails);
}

/** What is told of one input. */
function row(
  range: BreakEvenRange,
  base: number,
  brackets: readonly (Bracket & Pick<Crossing, 'gap' | 'shown'>)[],
  scan: { readonly at: Float64Array; readonly values: Float64Array },
  wanted: Wanted,
  holds: (value: number) => boolean,
): BreakEvenRow {
  const change = changeOf(range, base);
  const distance = (value: number): number => Math.abs(change.of(value));
  const crossings = brackets
    .map((bracket): Crossing => {
      const { holds: value, fails } = bracket;
      const further = range.whole === true && distance(fails) > distance(value);
      const factor = change.factor(further ? fails : value);
      return {
        value,
        ...(factor === undefined ? {} : { factor }),
        output: bracket.valueHolds,
        beyond: bracket.fails,
        outputBeyond: bracket.valueFails,
        shown: bracket.shown,
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
  const { input, low, high, scale, whole } = range;
  return {
    input,
    low,
    high,
    ...(scale === undefined ? {} : { scale }),
    ...(whole === undefined ? {} : { whole }),
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
