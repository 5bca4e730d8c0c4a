/**
 * Quantile of a sample by linear interpolation between its order statistics: definition 7 of
 * R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician
 * 50 (1996) 361-365, the default of R and NumPy.
 *
 * @param sorted - the sample in ascending order, not empty
 * @param u - probability, 0 to 1
 * @returns the quantile
 * @example sortedQuantile([1, 2, 4], 0.75) // => 3
 */
export function sortedQuantile(sorted: ArrayLike<number>, u: number): number {
  const place = u * (sorted.length - 1);
  const i = Math.floor(place);
  const low = sorted[i] ?? Number.NaN;
  const high = sorted[i + 1] ?? low;
  return place === i ? low : low + (place - i) * (high - low);
}

/**
 * Inverse of `sortedQuantile`: the largest u whose quantile is not above x.
 *
 * @param sorted - the sample in ascending order, not empty
 * @param x - any number
 * @returns probability, 0 to 1
 * @example sortedCdf([1, 2, 4], 3) // => 0.75
 */
export function sortedCdf(sorted: readonly number[], x: number): number {
  let below = 0;
  let above = sorted.length;
  // The number of values that are not above x.
  while (below < above) {
    const middle = (below + above) >> 1;
    if ((sorted[middle] ?? Infinity) <= x) below = middle + 1;
    else above = middle;
  }
  const low = sorted[below - 1];
  const high = sorted[below];
  if (low === undefined) return 0;
  if (high === undefined) return 1;
  return (below - 1 + (x - low) / (high - low)) / (sorted.length - 1);
}
