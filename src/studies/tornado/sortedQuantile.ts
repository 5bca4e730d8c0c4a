/**
 * Quantile of values that are sorted, by linear interpolation between order statistics: type 7 of
 * Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996),
 * which is the default of R and NumPy.
 *
 * @param sorted - values in ascending order, without NaN
 * @param probability - from 0 to 1
 * @returns the quantile; NaN when there are no values
 * @example sortedQuantile([1, 2, 4], 0.75) // => 3
 */
export function sortedQuantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) return NaN;
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  // Not low * (1 - w) + high * w: that can leave the interval by a rounding error.
  return low + (place - below) * (high - low);
}
