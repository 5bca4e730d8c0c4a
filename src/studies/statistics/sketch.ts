/**
 * How the number line is cut: at every double with at most 14 bits of fraction. Each cut is a bin
 * of its own and so is the open interval between two cuts, so that small whole numbers are kept
 * exactly. Bins are numbered by the leading bits of the double: no logarithm, same on any machine.
 */
const FRACTION_BITS = 14;
const SHIFT = 20 - FRACTION_BITS;
const PAGE = 2 ** FRACTION_BITS;
const SIGNS_AND_EXPONENTS = 4096;

/** Width of an interval relative to its values is at most this, and so is the error of a quantile. */
export const SKETCH_ERROR: number = 2 ** -FRACTION_BITS;

/** Counts by leading bits; a page of them holds one power of two and exists once it has a value. */
type Pages = (Uint32Array | undefined)[];

/**
 * Histogram of a stream of numbers in memory that does not grow with it: at most 64 kB for every
 * power of two that holds values (twice that where values lie on cuts too). It holds whole counts
 * only, so chunks and the order of merging cannot change it.
 */
export interface Sketch {
  count: number;
  min: number;
  max: number;
  readonly points: Pages;
  readonly intervals: Pages;
}

/** An empty sketch. */
export function makeSketch(): Sketch {
  const pages = (): Pages =>
    new Array<Uint32Array | undefined>(SIGNS_AND_EXPONENTS).fill(undefined);
  return { count: 0, min: Infinity, max: -Infinity, points: pages(), intervals: pages() };
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
/** Which of the two words of a double is the high one depends on the machine. */
const HIGH = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/**
 * Adds a part of a column. Values that are not finite are left out.
 *
 * @param sketch - changed in place; it can hold up to 2^32 - 1 values
 * @param values - the column
 * @param from - first row
 * @param to - row after the last
 * @returns how many values were finite
 */
export function addToSketch(
  sketch: Sketch,
  values: Float64Array,
  from = 0,
  to: number = values.length,
): number {
  const { points, intervals } = sketch;
  let { min, max } = sketch;
  let added = 0;
  for (let i = from; i < to; i++) {
    // Adding 0 makes the negative zero a zero.
    const x = (values[i] ?? Number.NaN) + 0;
    if (!(x - x === 0)) continue;
    added++;
    if (x < min) min = x;
    if (x > max) max = x;
    double[0] = x;
    const high = words[HIGH] ?? 0;
    const exact = words[1 - HIGH] === 0 && (high & (2 ** SHIFT - 1)) === 0;
    const pages = exact ? points : intervals;
    const page = (pages[high >>> 20] ??= new Uint32Array(PAGE));
    const bin = (high >>> SHIFT) & (PAGE - 1);
    page[bin] = (page[bin] ?? 0) + 1;
  }
  sketch.count += added;
  sketch.min = min;
  sketch.max = max;
  return added;
}

/** Adds the counts of another sketch to the first. */
export function mergeSketch(into: Sketch, other: Sketch): void {
  into.count += other.count;
  into.min = Math.min(into.min, other.min);
  into.max = Math.max(into.max, other.max);
  for (const kind of ['points', 'intervals'] as const) {
    for (const [key, page] of other[kind].entries()) {
      if (page === undefined) continue;
      const sum = (into[kind][key] ??= new Uint32Array(PAGE));
      for (let bin = 0; bin < PAGE; bin++) sum[bin] = (sum[bin] ?? 0) + (page[bin] ?? 0);
    }
  }
}

/**
 * Visits the bins that hold values in ascending order.
 *
 * @param sketch - any sketch
 * @param visit - receives the least and the greatest value the bin may hold, and its count;
 * returns false to stop
 */
export function walkSketch(
  sketch: Sketch,
  visit: (low: number, high: number, count: number) => boolean,
): void {
  const { min, max, points, intervals } = sketch;
  const bounded = (x: number): number => Math.min(max, Math.max(min, x));
  const half = SIGNS_AND_EXPONENTS / 2;
  for (let step = 0; step < SIGNS_AND_EXPONENTS; step++) {
    // Negative numbers from the largest magnitude down, then positive ones up.
    const negative = step < half;
    const key = negative ? SIGNS_AND_EXPONENTS - 1 - step : step - half;
    const [exact, between] = [points[key], intervals[key]];
    if (exact === undefined && between === undefined) continue;
    for (let k = 0; k < PAGE; k++) {
      const bin = negative ? PAGE - 1 - k : k;
      const atCut = exact?.[bin] ?? 0;
      const inside = between?.[bin] ?? 0;
      if (atCut === 0 && inside === 0) continue;
      const cut = cutAt(key, bin);
      const next = cutAt(key, bin + 1);
      if (!negative && atCut > 0 && !visit(cut, cut, atCut)) return;
      const [low, high] = negative ? [next, cut] : [cut, next];
      if (inside > 0 && !visit(bounded(low), bounded(high), inside)) return;
      if (negative && atCut > 0 && !visit(cut, cut, atCut)) return;
    }
  }
}

/** The double whose leading bits are these; the bin after the last belongs to the next power. */
function cutAt(key: number, bin: number): number {
  words[HIGH] = (key * PAGE + bin) * 2 ** SHIFT;
  words[1 - HIGH] = 0;
  return double[0] ?? Number.NaN;
}
