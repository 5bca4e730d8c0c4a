import type { Histogram } from '../../studies/statistics/histogram.ts';

/** A bar of a histogram, on one side of a limit. */
export interface HistogramBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Of all values. */
  readonly share: number;
  /** What the share would be if the bar were as wide as the others: its height. */
  readonly density: number;
  readonly side: 'within' | 'above';
}

/** A bar of a single value is drawn this wide. */
const POINT = 1.01;

/**
 * Bars on a logarithmic axis. A bar across the limit is divided there, as if its values were evenly
 * spread in it; bars that reach down to 0 are left out.
 *
 * @param limit positive; values up to it are within
 * @param total all values that were counted
 */
export function histogramBars(
  { edges, counts }: Histogram,
  limit: number,
  total: number,
): HistogramBar[] {
  const bars = counts.flatMap((count, k) => {
    const [from = NaN, to = NaN] = [edges[k], edges[k + 1]];
    if (!(from > 0) || !(to >= from) || to === Infinity || !(count > 0)) return [];
    const ends = to > from ? [from, to] : [from / POINT, to * POINT];
    return [{ from: ends[0] ?? from, to: ends[1] ?? to, count }];
  });
  return bars.flatMap(({ from, to, count }): HistogramBar[] => {
    const density = count / total;
    const bar = (low: number, high: number, side: HistogramBar['side']): HistogramBar => {
      const part = Math.log(high / low) / Math.log(to / from);
      return { from: low, to: high, count: count * part, share: density * part, density, side };
    };
    if (to <= limit) return [bar(from, to, 'within')];
    if (from > limit) return [bar(from, to, 'above')];
    return [bar(from, limit, 'within'), bar(limit, to, 'above')].filter((one) => one.to > one.from);
  });
}
