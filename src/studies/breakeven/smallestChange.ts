import { InputError } from '../../issues/issue.ts';
import { positionOf } from '../tornado/positionOf.ts';
import type { ColumnModel } from '../types.ts';
import { bestCorner } from './bestCorner.ts';
import { changeOf, endsOf, type BreakEvenRange } from './change.ts';
import { descentDirections, unit } from './descentDirections.ts';
import { castRays, outputsAt, valueOf, type LogBox, type RayEnd } from './rays.ts';
import { roundedTogether } from './shown.ts';
import { holdsTest, type Wanted } from './sides.ts';

/** Shares of a new direction in the next one; less than all of it damps oscillation. */
const SHARES = [1, 0.5, 0.25, 0.0625];

/** Rounds of following the gradient, and of turning the direction. */
const ROUNDS = 40;

/** Greatest and least turn of a direction, as a share of its length. */
const TURNS: readonly [number, number] = [0.25, 0.002];

/** A relative gain that is worth another round. */
const GAIN = 1e-9;

/** What `smallestChange` works on. */
export interface SmallestChangeOptions {
  readonly model: ColumnModel;
  /** One value an input, in the order of `model.inputs`; positive where an input is to move. */
  readonly base: readonly number[];
  /** The inputs that may move together; ends are positive (but of logarithms) and hold base. */
  readonly ranges: readonly BreakEvenRange[];
  readonly output: string;
  readonly threshold: number;
  readonly wanted?: Wanted;
}

/** The smallest joint change that was found. */
export interface SmallestChange {
  /** `holds at base` when nothing has to change; `not found` when no point was found that holds. */
  readonly status: 'found' | 'holds at base' | 'not found';
  /** Euclidean length of the natural logarithms of the factors; of the best point when not found. */
  readonly norm: number;
  /** The inputs at that point. */
  readonly inputs: readonly {
    readonly input: string;
    readonly base: number;
    readonly value: number;
    /** Value over base, or 2 to the power of the difference of a logarithm. */
    readonly factor: number;
    /** Rounded to few digits of the unit it is read in; the output holds at all of these together. */
    readonly shown: number;
  }[];
  /** Output at exactly those values: on the wanted side of the threshold unless not found. */
  readonly output: number;
}

/**
 * Smallest joint change of some inputs that brings an output to the wanted side of a threshold:
 * least Euclidean length of log(x / base), or of (x - base) log 2 for logarithms, within the ranges.
 * A local optimum, not a proven one.
 *
 * Every direction of change is followed from base to the first place where the output is on the
 * wanted side, which may be a step (`castRays`). From the best of some first directions (gradients
 * at base, every input alone, the best corner) the direction becomes the gradient at the place
 * found, damped, while that shortens the way: its fixed point satisfies the optimality conditions of
 * the problem with bounds. Then the direction is turned a little towards and away from every input,
 * by ever smaller turns, which also works on steps. No use is made of chance.
 *
 * Source: the problem is the design point of first-order reliability, and the first stage is the
 * iteration of Hasofer and Lind, Journal of the Engineering Mechanics Division 100 (1974), and
 * Rackwitz and Fiessler, Computers and Structures 9 (1978), with a line search; the second is a
 * pattern search, Hooke and Jeeves, Journal of the ACM 8 (1961).
 *
 * @param options - model, base point, ranges, threshold
 * @returns the change; its output is evaluated at the values that are returned
 * @throws InputError for an unknown name, or a range that is not positive or does not hold base
 * @example
 * import { columnModel, smallestChange } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['xy'], ({ x, y }) => ({ xy: x * y }));
 * const ranges = ['x', 'y'].map((input) => ({ input, low: 1, high: 9 }));
 * const found = smallestChange({ model, base: [4, 4], ranges, output: 'xy', threshold: 4 });
 * console.log(found.inputs.map(({ value }) => value.toFixed(3)).join()); // 2.000,2.000
 */
export function smallestChange(options: SmallestChangeOptions): SmallestChange {
  const { model, base, ranges, output, threshold, wanted = 'at most' } = options;
  const moved = ranges.map((range) => positionOf(model.inputs, range.input, 'input'));
  const bases = moved.map((position) => base[position] as number);
  const changes = ranges.map((range, m) => changeOf(range, bases[m] as number));
  const ends = ranges.map((range, m): readonly [number, number] => {
    const [low, high] = endsOf(range);
    const own = bases[m] as number;
    // Base itself may be where it is, though it be no whole number.
    return range.whole === true ? [Math.min(low, own), Math.max(high, own)] : [low, high];
  });
  const logOf = (end: number, m: number): number => changes[m]?.of(end) ?? NaN;
  const box: LogBox = {
    model,
    base,
    moved,
    ranges,
    ends,
    logEnds: ends.map(([low, high], m) => [logOf(low, m), logOf(high, m)] as const),
    output: positionOf(model.outputs, output, 'output'),
  };
  checkRanges(box, ranges);
  const holds = holdsTest(wanted, threshold);
  const told = (status: SmallestChange['status'], logs: readonly number[]): SmallestChange => {
    const values = logs.map((log, m) => valueOf(box, m, log));
    const shown = status === 'found' ? roundedTogether(box, values, holds) : values;
    return {
      status,
      norm: Math.hypot(...logs),
      inputs: ranges.map(({ input }, m) => {
        const value = values[m] as number;
        const factor = changes[m]?.factor(value) ?? NaN;
        return { input, base: bases[m] as number, value, factor, shown: shown[m] as number };
      }),
      output: outputsAt(box, [logs])[0] as number,
    };
  };
  const still = ranges.map(() => 0);
  if (holds(outputsAt(box, [still])[0] as number)) return told('holds at base', still);
  const sign = wanted === 'at most' ? 1 : -1;
  const corner = bestCorner(box, sign);
  const alone = still.flatMap((_, m) => [still.with(m, 1), still.with(m, -1)]);
  const first = [...descentDirections(box, still, sign), corner.logs, ...alone];
  const start = shortest(castRays(box, first, holds));
  if (start === undefined) return told('not found', corner.logs);
  return told('found', turn(box, follow(box, start, sign, holds), holds).logs);
}

/** Makes the direction the gradient where it ends, for as long as that shortens the way. */
function follow(
  box: LogBox,
  start: RayEnd,
  sign: 1 | -1,
  holds: (value: number) => boolean,
): RayEnd {
  let best = start;
  for (let round = 0; round < ROUNDS; round++) {
    const old = unit(best.direction);
    const next = descentDirections(box, best.logs, sign).flatMap((direction) =>
      SHARES.map((share) => old.map((part, m) => part + share * ((direction[m] as number) - part))),
    );
    const found = shortest(castRays(box, next, holds));
    if (found === undefined || found.norm >= best.norm * (1 - GAIN)) break;
    best = found;
  }
  return best;
}

/** Turns the direction towards and away from every input, for as long as that shortens the way. */
function turn(box: LogBox, start: RayEnd, holds: (value: number) => boolean): RayEnd {
  let best = start;
  let [size] = TURNS;
  for (let round = 0; round < ROUNDS && size >= TURNS[1]; round++) {
    // What is seen of a direction is where it ends: an input beyond its end may as well stop there.
    const old = unit(best.logs);
    const next = old.flatMap((part, m) => [
      old.with(m, part + size),
      old.with(m, part - size),
      old.with(m, 0),
    ]);
    const found = shortest(castRays(box, next, holds));
    if (found !== undefined && found.norm < best.norm * (1 - GAIN)) best = found;
    else size /= 2;
  }
  return best;
}

/** The shortest of some ways; the first of equal ones. */
function shortest(ends: readonly (RayEnd | undefined)[]): RayEnd | undefined {
  let best: RayEnd | undefined;
  for (const end of ends) {
    if (end !== undefined && (best === undefined || end.norm < best.norm)) best = end;
  }
  return best;
}

/** Logarithms need positive numbers, and rays begin inside. */
function checkRanges(box: LogBox, ranges: readonly BreakEvenRange[]): void {
  const issues = ranges.flatMap(({ input, low, high, scale }, m) => {
    const own = box.base[box.moved[m] as number] as number;
    const finite = scale === 'log2' ? low > -Infinity : low > 0;
    if (finite && low <= own && own <= high && high < Infinity) return [];
    const message = `the range of ${input} cannot be searched by factors`;
    const expected = '0 < low <= base <= high';
    return [{ code: 'bad-range', message, expected, received: `${low}, ${own}, ${high}` }];
  });
  if (issues.length > 0) throw new InputError(issues);
}
