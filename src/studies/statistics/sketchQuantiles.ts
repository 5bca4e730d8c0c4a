import { boundsAt, placeIn, walkSketch, type Sketch } from './sketch.ts';

/**
 * Quantiles from a sketch, at rank (n - 1) p as in `quantiles`. An order statistic is off by at
 * most `SKETCH_ERROR` of its value, as its bin is no wider; it is exact for the least and the
 * greatest value and for numbers of at most 14 bits of fraction.
 *
 * @param sketch - any sketch
 * @param probabilities - each 0 to 1, in any order
 * @returns one quantile per probability; `NaN` where the sketch is empty
 */
export function sketchQuantiles(sketch: Sketch, probabilities: readonly number[]): number[] {
  const places = probabilities.map((p) => Math.min(1, Math.max(0, p)) * (sketch.count - 1));
  if (sketch.count === 0) return places.map(() => Number.NaN);
  const ranks = new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]));
  const values = orderStatistics(
    sketch,
    [...ranks].sort((a, b) => a - b),
  );
  return places.map((place) => {
    const low = values.get(Math.floor(place)) ?? Number.NaN;
    const high = values.get(Math.ceil(place)) ?? Number.NaN;
    return low === high ? low : low + (place - Math.floor(place)) * (high - low);
  });
}

/** Values of ascending ranks, as if those of a bin were spread over it evenly. */
function orderStatistics(sketch: Sketch, ranks: readonly number[]): Map<number, number> {
  const values = new Map<number, number>();
  let next = 0;
  let before = 0;
  walkSketch(sketch, (place, count) => {
    for (let rank = ranks[next]; rank !== undefined && rank < before + count; rank = ranks[next]) {
      const [low, high] = boundsAt(sketch, place);
      const inside = low + ((high - low) * (rank - before + 0.5)) / count;
      const last = rank === sketch.count - 1;
      values.set(rank, rank === 0 ? sketch.min : last ? sketch.max : inside);
      next++;
    }
    before += count;
    return next < ranks.length;
  });
  return values;
}

/**
 * Share of the values of a sketch that are not above x, interpolated within the bin of x.
 *
 * @param sketch - any sketch
 * @param xs - numbers in ascending order
 * @returns one share per number, 0 to 1; `NaN` where the sketch is empty
 */
export function sketchShares(sketch: Sketch, xs: readonly number[]): number[] {
  if (sketch.count === 0) return xs.map(() => Number.NaN);
  const places = xs.map(placeIn);
  const shares: number[] = [];
  let before = 0;
  walkSketch(sketch, (place, count) => {
    // Of the bins before this one it is known by now how many values they hold.
    for (let i = shares.length; i < xs.length && (places[i] as number) <= place; i++) {
      const inBin = places[i] === place ? count * shareOfBin(sketch, place, xs[i] as number) : 0;
      shares.push((before + inBin) / sketch.count);
    }
    before += count;
    return shares.length < xs.length;
  });
  return xs.map((_, i) => shares[i] ?? 1);
}

/** Share of a bin that is not above a number in it. */
function shareOfBin(sketch: Sketch, place: number, x: number): number {
  const [low, high] = boundsAt(sketch, place);
  if (!(high > low)) return x < low ? 0 : 1;
  return Math.min(1, Math.max(0, (x - low) / (high - low)));
}
