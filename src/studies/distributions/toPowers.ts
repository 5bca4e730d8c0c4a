/**
 * Coefficients of powers from those of Chebyshev polynomials, by T(n + 1) = 2 t T(n) - T(n - 1).
 *
 * @param series - coefficients of T(0), T(1), …
 * @returns coefficients of 1, t, t^2, …, as many
 * @example toPowers(Float64Array.of(1, 0, 3)) // => [-2, 0, 6], as T(2) is 2 t^2 - 1
 */
export function toPowers(series: Float64Array): Float64Array {
  const n = series.length;
  const powers = new Float64Array(n);
  // T(0) = 1, and T(-1) = t makes the recurrence hold from the start.
  let before = new Float64Array(n + 1);
  let current = new Float64Array(n + 1);
  before[1] = 1;
  current[0] = 1;
  for (const c of series) {
    const next = new Float64Array(n + 1);
    for (let j = 0; j < n; j++) {
      powers[j] = (powers[j] as number) + c * (current[j] as number);
      next[j] = (j === 0 ? 0 : 2 * (current[j - 1] as number)) - (before[j] as number);
    }
    [before, current] = [current, next];
  }
  return powers;
}
