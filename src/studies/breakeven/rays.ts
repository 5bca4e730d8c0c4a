import { evaluateRows } from '../tornado/evaluateRows.ts';
import { pointColumns } from '../tornado/pointColumns.ts';
import type { ColumnModel } from '../types.ts';
import { changeOf, nearestIn, type BreakEvenRange } from './change.ts';
import { findBrackets } from './findBrackets.ts';
import { refineBrackets, type Curves } from './refineBrackets.ts';

/** Places on a ray at which a change of sides is looked for. */
const PLACES = 64;

/** The inputs that may move, as natural logarithms of factors from base. */
export interface LogBox {
  readonly model: ColumnModel;
  readonly base: readonly number[];
  /** Positions of the inputs. */
  readonly moved: readonly number[];
  /** What each of them is. */
  readonly ranges: readonly BreakEvenRange[];
  /** Their ends, at most and at least base. */
  readonly ends: readonly (readonly [low: number, high: number])[];
  /** The ends as logarithms of factors. */
  readonly logEnds: readonly (readonly [low: number, high: number])[];
  /** Position of the output. */
  readonly output: number;
}

/** Where a ray first reaches the wanted side. */
export interface RayEnd {
  readonly direction: readonly number[];
  /** Logarithm of the factor of every moved input. */
  readonly logs: readonly number[];
  /** Euclidean length of `logs`. */
  readonly norm: number;
  readonly output: number;
}

/**
 * Output at points of a box.
 *
 * @param box - the box
 * @param points - logarithms of the factors of the moved inputs, within the box
 * @returns one value a point
 * @example outputsAt(box, [[0, 0]]) // the output at base
 */
export function outputsAt(box: LogBox, points: readonly (readonly number[])[]): Float64Array {
  const columns = pointColumns(box.model, box.base, points.length);
  points.forEach((logs, row) => {
    logs.forEach((log, m) => {
      (columns[box.moved[m] as number] as Float64Array)[row] = valueOf(box, m, log);
    });
  });
  return evaluateRows(box.model, columns, points.length)[box.output] as Float64Array;
}

/** Value of moved input `m` at a factor, exactly its end where it is at one. */
export function valueOf(box: LogBox, m: number, log: number): number {
  const [low, high] = box.ends[m] as readonly [number, number];
  const [lowLog, highLog] = box.logEnds[m] as readonly [number, number];
  const base = box.base[box.moved[m] as number] as number;
  if (log === 0) return base;
  if (log <= lowLog || log >= highLog) return log < 0 ? low : high;
  const range = box.ranges[m] as BreakEvenRange;
  const value = Math.min(high, Math.max(low, changeOf(range, base).at(log)));
  return range.whole === true ? nearestIn(range, value) : value;
}

/** The logarithm that is meant by one: of a whole input, that of the whole value it stands for. */
function meant(box: LogBox, log: number, m: number): number {
  const range = box.ranges[m] as BreakEvenRange;
  if (range.whole !== true) return log;
  return changeOf(range, box.base[box.moved[m] as number] as number).of(valueOf(box, m, log));
}

/**
 * Follows directions from base until the output is on the wanted side. Where an input reaches its
 * end it stays there while the others go on, so that a ray is bent and its length still grows.
 *
 * @param box - the box
 * @param directions - one component a moved input, any length
 * @param holds - test for the wanted side
 * @returns for every direction the first place that was found, or undefined; the output holds there
 * @example castRays(box, [[-1, 0], [0, -1]], (overhead) => overhead <= 10000)
 */
export function castRays(
  box: LogBox,
  directions: readonly (readonly number[])[],
  holds: (value: number) => boolean,
): (RayEnd | undefined)[] {
  const ends = box.logEnds;
  const clamped = (direction: readonly number[], length: number): number[] =>
    direction.map((part, m) => {
      const [low, high] = ends[m] as readonly [number, number];
      return Math.min(high, Math.max(low, part * length));
    });
  const curves: Curves = (which, at) =>
    outputsAt(
      box,
      at.map((length, k) => clamped(directions[which[k] as number] as readonly number[], length)),
    );
  const scans = directions.map((direction) => {
    // Lengths at which inputs reach their ends; beyond the last nothing moves.
    const stops = direction
      .map((part, m) => ((ends[m] as readonly [number, number])[part > 0 ? 1 : 0] || 0) / part)
      .filter((length) => length > 0 && length < Infinity);
    if (stops.length === 0) return [];
    const [first, last] = [Math.min(...stops) / 1000, Math.max(...stops)];
    const step = (last / first) ** (1 / (PLACES - 1));
    return Array.from({ length: PLACES }, (_, k) => (k === PLACES - 1 ? last : first * step ** k));
  });
  const which = scans.flatMap((at, curve) => at.map(() => curve));
  const values = curves(which, scans.flat());
  const atBase = outputsAt(box, [box.moved.map(() => 0)])[0] as number;
  let start = 0;
  const brackets = scans.flatMap((at, curve) => {
    const own = values.subarray(start, (start += at.length));
    return findBrackets(curve, [0, ...at], [atBase, ...own], holds).slice(0, 1);
  });
  const found = directions.map((): RayEnd | undefined => undefined);
  for (const { curve, holds: length, valueHolds } of refineBrackets(curves, brackets, holds)) {
    const direction = directions[curve] as readonly number[];
    const logs = clamped(direction, length).map((log, m) => meant(box, log, m));
    found[curve] = { direction, logs, norm: Math.hypot(...logs), output: valueHolds };
  }
  return found;
}
