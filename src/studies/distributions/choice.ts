/** The values of a discrete distribution in ascending order and P(X <= value) for each. */
export interface Steps {
  readonly values: readonly number[];
  readonly upTo: readonly number[];
}

/**
 * Puts choices in ascending order, so that their quantile rises with the probability, and drops
 * those outside the bounds and those without weight.
 *
 * @param values - the choices
 * @param weights - probabilities up to a factor; equal where left out
 * @param low - lowest value that stays
 * @param high - highest value that stays
 * @returns values and cumulative probabilities, of which the last is 1; empty if nothing stays
 * @example stepsOf([3, 1]) // => { values: [1, 3], upTo: [0.5, 1] }
 */
export function stepsOf(
  values: readonly number[],
  weights?: readonly number[],
  low = -Infinity,
  high = Infinity,
): Steps {
  const kept = values
    .map((value, i) => ({ value, weight: weights === undefined ? 1 : (weights[i] ?? 0) }))
    .filter(({ value, weight }) => value >= low && value <= high && weight > 0)
    .sort((a, b) => a.value - b.value);
  const total = kept.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  const upTo = kept.map(({ weight }) => (sum += weight) / total);
  return { values: kept.map(({ value }) => value), upTo };
}

/** The least value with P(X <= value) of at least u. */
export function stepQuantile({ values, upTo }: Steps, u: number): number {
  if (Number.isNaN(u)) return u;
  let below = 0;
  let above = values.length - 1;
  while (below < above) {
    const middle = (below + above) >> 1;
    if ((upTo[middle] ?? 1) < u) below = middle + 1;
    else above = middle;
  }
  return values[below] ?? Number.NaN;
}

/** P(X <= x). */
export function stepCdf({ values, upTo }: Steps, x: number): number {
  let result = 0;
  for (let i = 0; i < values.length && (values[i] ?? Infinity) <= x; i++) result = upTo[i] ?? 1;
  return result;
}
