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
type Pages = (Uint32Array<ArrayBuffer> | undefined)[];

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
    new Array<Uint32Array<ArrayBuffer> | undefined>(SIGNS_AND_EXPONENTS).fill(undefined);
  return { count: 0, min: Infinity, max: -Infinity, points: pages(), intervals: pages() };
}

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
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  // V8 would look up what belongs to the module for every value.
  const [odd, shift, binMask] = [HIGH, SHIFT, PAGE - 1];
  const restMask = 2 ** shift - 1;
  for (let i = from; i < to; i++) {
    const low = words[2 * i + 1 - odd] as number;
    let high = words[2 * i + odd] as number;
    if ((high & 0x7ff00000) === 0x7ff00000) continue;
    const x = values[i] as number;
    added++;
    if (x < min) min = x;
    if (x > max) max = x;
    // The negative zero is a zero.
    if (x === 0) high = 0;
    const pages = low === 0 && (high & restMask) === 0 ? points : intervals;
    const page = (pages[high >>> 20] ??= new Uint32Array(PAGE));
    const bin = (high >>> shift) & binMask;
    page[bin] = (page[bin] as number) + 1;
  }
  sketch.count += added;
  // Adding 0 makes the negative zero a zero.
  sketch.min = min + 0;
  sketch.max = max + 0;
  return added;
}

/** The memory of a sketch, which can be given to another thread with it. */
export function pagesOf({ points, intervals }: Sketch): ArrayBuffer[] {
  return [...points, ...intervals].flatMap((page) => page?.buffer ?? []);
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
 * @param visit - receives the place of the bin, which rises with its values, and its count; returns
 * false to stop
 */
export function walkSketch(sketch: Sketch, visit: (place: number, count: number) => boolean): void {
  const { points, intervals } = sketch;
  const half = SIGNS_AND_EXPONENTS / 2;
  for (let step = 0; step < SIGNS_AND_EXPONENTS; step++) {
    // Negative numbers from the largest magnitude down, then positive ones up.
    const negative = step < half;
    const key = negative ? SIGNS_AND_EXPONENTS - 1 - step : step - half;
    const [exact, between] = [points[key], intervals[key]];
    if (exact === undefined && between === undefined) continue;
    const first = negative ? between : exact;
    const second = negative ? exact : between;
    for (let k = 0; k < PAGE; k++) {
      const bin = negative ? PAGE - 1 - k : k;
      const a = first === undefined ? 0 : (first[bin] as number);
      const b = second === undefined ? 0 : (second[bin] as number);
      if (a === 0 && b === 0) continue;
      const place = placeOf(key * PAGE + bin, negative ? 1 : 0);
      if (a > 0 && !visit(place, a)) return;
      if (b > 0 && !visit(place + 1, b)) return;
    }
  }
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** Bits of a bin's leading word, and whether it is an interval or a cut, as a number that rises. */
function placeOf(leading: number, interval: number): number {
  const magnitude = 2 * (leading % (PAGE * (SIGNS_AND_EXPONENTS / 2))) + interval;
  return leading < PAGE * (SIGNS_AND_EXPONENTS / 2) ? magnitude : -1 - magnitude;
}

/**
 * The place of the bin that a number lies in.
 *
 * @param x - finite
 */
export function placeIn(x: number): number {
  double[0] = x + 0;
  const high = words[HIGH] as number;
  const exact = words[1 - HIGH] === 0 && (high & (2 ** SHIFT - 1)) === 0;
  return placeOf(high >>> SHIFT, exact ? 0 : 1);
}

/**
 * The least and the greatest value that a bin may hold.
 *
 * @param sketch - whose least and greatest value bound them too
 * @param place - of the bin
 */
export function boundsAt({ min, max }: Sketch, place: number): [low: number, high: number] {
  const bounded = (x: number): number => Math.min(max, Math.max(min, x));
  const magnitude = place < 0 ? -1 - place : place;
  const leading = Math.floor(magnitude / 2);
  const sign = place < 0 ? -1 : 1;
  const cut = sign * cutAt(leading);
  if (magnitude % 2 === 0) return [bounded(cut), bounded(cut)];
  // The bin after the last of a power of two belongs to the next power.
  const next = sign * cutAt(leading + 1);
  return sign < 0 ? [bounded(next), bounded(cut)] : [bounded(cut), bounded(next)];
}

/** The positive double whose leading bits are these. */
function cutAt(leading: number): number {
  words[HIGH] = leading * 2 ** SHIFT;
  words[1 - HIGH] = 0;
  return double[0] as number;
}
