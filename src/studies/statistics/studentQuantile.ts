import { betaQuantile } from '../distributions/betaQuantile.ts';

/**
 * Quantile of Student's t distribution, by its relation to the beta distribution:
 * P(|T| > t) = I_x(n / 2, 1 / 2) with x = n / (n + t^2).
 *
 * Source: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.7.1.
 *
 * @param u - probability, 0 to 1
 * @param freedom - degrees of freedom, above 0
 * @returns the t with P(T <= t) = u
 * @example studentQuantile(0.975, 7) // => 2.364624251
 */
export function studentQuantile(u: number, freedom: number): number {
  if (u === 0.5) return 0;
  if (u !== last.u || freedom !== last.freedom) {
    const x = betaQuantile(2 * Math.min(u, 1 - u), freedom / 2, 0.5);
    last = { u, freedom, t: Math.sign(u - 0.5) * Math.sqrt((freedom * (1 - x)) / x) };
  }
  return last.t;
}

/** A study asks for the same quantile at every interval that it reports. */
let last = { u: NaN, freedom: NaN, t: NaN };
