/**
 * Distribution function of the triangular distribution.
 *
 * Source: M. Evans, N. Hastings, B. Peacock, "Statistical Distributions" (2000), chapter 40.
 *
 * @returns P(X <= x), 0 to 1
 * @example triangularCdf(1, 0, 1, 2) // => 0.5
 */
export function triangularCdf(x: number, low: number, mode: number, high: number): number {
  if (x <= low) return 0;
  if (x >= high) return 1;
  return x <= mode
    ? ((x - low) / (high - low)) * ((x - low) / (mode - low))
    : 1 - ((high - x) / (high - low)) * ((high - x) / (high - mode));
}

/**
 * Quantile of the triangular distribution, the inverse of `triangularCdf`.
 *
 * @returns the x with P(X <= x) = u
 * @example triangularQuantile(0.5, 0, 1, 2) // => 1
 */
export function triangularQuantile(u: number, low: number, mode: number, high: number): number {
  const range = high - low;
  return u * range < mode - low
    ? low + Math.sqrt(u * range * (mode - low))
    : high - Math.sqrt((1 - u) * range * (high - mode));
}
