import { nodes } from '../grid/nodes.ts';
import { changeOf, endsOf, nearestIn, type BreakEvenRange } from './change.ts';

/** Steps of the scan, as natural logarithms of factors: 1 % up to twice or half of base, 3 % beyond. */
const FINE = 0.01;
const FINE_REACH = Math.LN2;
const COARSE = 0.03;

/** Even steps where changes are differences. */
const EVEN = 401;

/** Whole values that are all looked at; of more, as many as there are steps. */
const MOST_WHOLE = 4096;

/**
 * The places of a range at which an output is looked at for changes of sides: every value of a whole
 * input, else 1 % apart near base and 3 % further away; base among them where it is inside.
 *
 * @param range - the range
 * @param base - where the input stays otherwise
 * @param points - this many evenly spaced ones instead
 * @returns the places, ascending
 * @throws InputError for a range without an inside
 * @example placesOf({ input: 'n', low: 1, high: 4, whole: true }, 2) // => Float64Array [1, 2, 3, 4]
 */
export function placesOf(range: BreakEvenRange, base: number, points?: number): Float64Array {
  const { low, high, whole, unit = 1 } = range;
  const [first, last] = endsOf(range);
  const count = Math.round((last - first) / unit) + 1;
  const all =
    points !== undefined
      ? nodes(low, high, points, range.scale === 'log2' ? 'linear' : undefined)
      : whole === true && count <= MOST_WHOLE && low < high
        ? Array.from({ length: Math.max(0, count) }, (_, k) => first + k * unit)
        : spread(range, base);
  const own = base >= low && base <= high ? [base] : [];
  const allowed = whole === true ? [...all].map((value) => nearestIn(range, value)) : all;
  return Float64Array.from(new Set([...allowed, ...own])).sort();
}

/** Both ends, and places between them that are denser near base. */
function spread(range: BreakEvenRange, base: number): ArrayLike<number> & Iterable<number> {
  const { low, high } = range;
  const change = changeOf(range, base);
  // A range that begins beyond base is all far away.
  if (!change.byFactor || base < low || base > high || !(low < high)) return nodes(low, high, EVEN);
  const side = (end: number): number[] => {
    const reach = Math.abs(change.of(end));
    const steps: number[] = [];
    for (let k = 1; k * FINE < Math.min(reach, FINE_REACH); k++) steps.push(k * FINE);
    for (let k = 1; FINE_REACH + k * COARSE < reach; k++) steps.push(FINE_REACH + k * COARSE);
    return steps.map((step) => change.at(Math.sign(end - base) * step));
  };
  return [low, ...side(low), ...side(high), high];
}
