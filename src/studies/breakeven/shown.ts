import { evaluateRows } from '../tornado/evaluateRows.ts';
import { pointColumns } from '../tornado/pointColumns.ts';
import type { BreakEvenRange } from './change.ts';
import type { Crossing } from './breakEven.ts';
import type { LogBox } from './rays.ts';
import type { Bracket, Curves } from './refineBrackets.ts';
import { roundTowards } from './roundTowards.ts';

/**
 * Both ends of every bracket as short decimal numbers of the unit they are read in. Each is evaluated,
 * and has as many digits as it takes to be on its own side of the threshold and of base.
 *
 * @param curves - the functions
 * @param brackets - narrowed brackets
 * @param ranges - of every curve
 * @param bases - of every curve
 * @param holds - test for the wanted side
 * @returns values in base units, one pair a bracket; the ends themselves where no short number does
 * @example shownOf(curves, [{ curve: 0, holds: 23.964, fails: 23.965, … }], ranges, [22], holds)
 * // => [{ value: 23.9, beyond: 24 }]
 */
export function shownOf(
  curves: Curves,
  brackets: readonly Bracket[],
  ranges: readonly BreakEvenRange[],
  bases: readonly number[],
  holds: (value: number) => boolean,
): Crossing['shown'][] {
  const ends = brackets.flatMap(({ curve, holds: good, fails: bad }) => [
    { curve, value: good, other: bad, wanted: true },
    { curve, value: bad, other: good, wanted: false },
  ]);
  const candidates = ends.map(({ curve, value, other }) => {
    const { low, high, whole, unit = 1 } = ranges[curve] as BreakEvenRange;
    if (whole === true) return [];
    const side = Math.sign(value - (bases[curve] as number));
    return roundTowards(value / unit, value > other)
      .map((rounded) => rounded * unit)
      .filter((rounded) => low <= rounded && rounded <= high)
      .filter((rounded) => Math.sign(rounded - (bases[curve] as number)) === side);
  });
  const which = candidates.flatMap((own, k) => own.map(() => ends[k]?.curve ?? 0));
  const values = curves(which, candidates.flat());
  let next = 0;
  const chosen = ends.map(({ value, wanted }, k) => {
    const own = candidates[k] ?? [];
    const outputs = values.subarray(next, (next += own.length));
    const found = own.findIndex((_, n) => {
      const output = outputs[n] as number;
      return Number.isFinite(output) && holds(output) === wanted;
    });
    return own[found] ?? value;
  });
  return brackets.map((_, k) => ({
    value: chosen[2 * k] as number,
    beyond: chosen[2 * k + 1] as number,
  }));
}

/**
 * The values of a joint change as short decimal numbers, rounded away from base, with as many digits
 * as it takes for the output to hold at all of them together.
 *
 * @param box - the box
 * @param values - one a moved input, at which the output holds
 * @param holds - test for the wanted side
 * @returns values in base units; the values themselves where no short ones do
 * @example roundedTogether(box, [1.23456, 7], holds) // => [1.24, 7]
 */
export function roundedTogether(
  box: LogBox,
  values: readonly number[],
  holds: (value: number) => boolean,
): number[] {
  const candidates = values.map((value, m) => {
    const { whole, unit = 1 } = box.ranges[m] as BreakEvenRange;
    const base = box.base[box.moved[m] as number] as number;
    const [low, high] = box.ends[m] as readonly [number, number];
    if (whole === true || value === base) return [value];
    return roundTowards(value / unit, value > base).map((rounded) =>
      Math.min(high, Math.max(low, rounded * unit)),
    );
  });
  const longest = Math.max(...candidates.map((own) => own.length));
  const points = Array.from({ length: longest }, (_, k) =>
    candidates.map((own) => own[Math.min(k, own.length - 1)] as number),
  );
  const columns = pointColumns(box.model, box.base, points.length);
  points.forEach((point, row) => {
    point.forEach((value, m) => {
      (columns[box.moved[m] as number] as Float64Array)[row] = value;
    });
  });
  const outputs = evaluateRows(box.model, columns, points.length)[box.output] as Float64Array;
  return points[outputs.findIndex((output) => holds(output))] ?? [...values];
}
