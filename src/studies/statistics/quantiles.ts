import { select } from './select.ts';

/**
 * Quantiles of a column, definition 7 of Hyndman and Fan (1996), the default of R and NumPy:
 * linear interpolation at rank (n - 1) p. Only the ranks asked for are put in place, on one copy.
 *
 * @param values - the column
 * @param probabilities - each 0 to 1, in any order
 * @param options - `inPlace` reorders the column itself instead of a copy
 * @returns one quantile per probability; all `NaN` where the column is empty or holds a NaN
 * @example quantiles(Float64Array.of(4, 1, 2), [0.5, 0.75]) // => [2, 3]
 */
export function quantiles(
  values: Float64Array,
  probabilities: readonly number[],
  options: { readonly inPlace?: boolean } = {},
): number[] {
  const n = values.length;
  if (n === 0 || values.some(Number.isNaN)) return probabilities.map(() => Number.NaN);
  const column = options.inPlace === true ? values : values.slice();
  const result = new Array<number>(probabilities.length).fill(Number.NaN);
  const order = probabilities.map((_, i) => i);
  order.sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0));
  // Everything before `left` is in its place relative to what follows.
  let left = 0;
  for (const i of order) {
    const place = (probabilities[i] ?? Number.NaN) * (n - 1);
    if (!(place >= 0 && place <= n - 1)) continue;
    const rank = Math.floor(place);
    const low = select(column, rank, Math.min(left, rank));
    left = rank;
    if (place === rank) {
      result[i] = low;
      continue;
    }
    // The next order statistic is the least of what follows.
    let high = Infinity;
    for (let j = rank + 1; j < n; j++) high = Math.min(high, column[j] ?? Infinity);
    result[i] = low + (place - rank) * (high - low);
  }
  return result;
}
