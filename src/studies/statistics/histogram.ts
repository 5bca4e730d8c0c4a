import { sketchQuantiles } from './sketchQuantiles.ts';
import { boundsAt, walkSketch, type Sketch } from './sketch.ts';

/** Bars of a chart. */
export interface Histogram {
  /** Whether the edges are equally far apart as logarithms. */
  readonly logarithmic: boolean;
  /** One more than there are counts. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** Values below the first edge, and above the last. */
  readonly below: number;
  readonly above: number;
}

const BINS = 60;
/** The bars cover all but this share of the values at either end, or a few would set the scale. */
const LEFT_OUT = 0.001;

/**
 * Histogram of a sketch between its 0.1 % and 99.9 % quantiles.
 *
 * @param sketch - any sketch
 * @param logarithmic - bars of equal width as logarithms; only where all of them are above 0
 * @param bins - number of bars; there is one where all values are the same
 * @returns edges and counts; no bars where the sketch is empty
 */
export function histogram(sketch: Sketch, logarithmic = false, bins: number = BINS): Histogram {
  const [low = Number.NaN, high = Number.NaN] = sketchQuantiles(sketch, [LEFT_OUT, 1 - LEFT_OUT]);
  const log = logarithmic && low > 0;
  if (sketch.count === 0) return { logarithmic: log, edges: [], counts: [], below: 0, above: 0 };
  const scale = log ? Math.log : (x: number): number => x;
  const unscale = log ? Math.exp : (x: number): number => x;
  const n = high > low ? bins : 1;
  const [from, width] = [scale(low), scale(high) - scale(low)];
  const counts = new Array<number>(n).fill(0);
  let below = 0;
  let above = 0;
  walkSketch(sketch, (place, count) => {
    const [a, b] = boundsAt(sketch, place);
    const x = (a + b) / 2;
    const bin = width > 0 ? Math.floor(((scale(x) - from) / width) * n) : 0;
    if (b < low) below += count;
    else if (a > high) above += count;
    // Bins of the sketch are far narrower than bars; those across an end belong inside.
    else {
      const k = Math.min(n - 1, Math.max(0, bin));
      counts[k] = (counts[k] ?? 0) + count;
    }
    return true;
  });
  const edges = Array.from({ length: n + 1 }, (_, i) =>
    i === 0 ? low : i === n ? high : unscale(from + (width * i) / n),
  );
  return { logarithmic: log, edges, counts, below, above };
}
