import { betaQuantile } from './betaQuantile.ts';
import { chebyshevValue, fitChebyshev } from './chebyshev.ts';

const DEGREE = 40;

/**
 * Shapes of the beta distribution behind a PERT distribution: alpha = 1 + 4 (mode - low) / range
 * and beta = 1 + 4 (high - mode) / range, which sum to 6.
 *
 * Source: D. G. Malcolm et al., "Application of a technique for research and development program
 * evaluation", Operations Research 7 (1959) 646-669; D. Vose, "Risk Analysis" (2008), modified
 * PERT with lambda = 4.
 *
 * @returns `[alpha, beta]`
 * @example pertShapes(0, 1, 4) // => [2, 4]
 */
export function pertShapes(low: number, mode: number, high: number): [number, number] {
  const range = high - low;
  return [1 + (4 * (mode - low)) / range, 1 + (4 * (high - mode)) / range];
}

/**
 * Quantile of a beta distribution as a function that is quick to call (`betaQuantile` takes
 * microseconds): below the split x is an analytic function of u^(1/alpha), above it 1 - x is one
 * of (1 - u)^(1/beta), so a Chebyshev series gives each to about 1e-14, relative at the ends too.
 *
 * @param alpha - first shape, 0.5 to 10
 * @param beta - second shape, 0.5 to 10
 * @returns u to x, both 0 to 1
 * @example quickBetaQuantile(3, 3)(0.5) // => 0.5
 */
export function quickBetaQuantile(alpha: number, beta: number): (u: number) => number {
  const below = half(alpha, beta);
  const above = half(beta, alpha);
  return (u) => (u <= 0.5 ? below(u) : 1 - above(1 - u));
}

/** x for u up to 0.5: t = u^(1/alpha) times a series for x / t, which does not vanish at 0. */
function half(alpha: number, beta: number): (u: number) => number {
  const power = 1 / alpha;
  const ratio = (t: number): number => betaQuantile(t ** alpha, alpha, beta) / t;
  const series = fitChebyshev(ratio, 0, 0.5 ** power, DEGREE);
  return (u) => {
    const t = u ** power;
    return t * chebyshevValue(series, t);
  };
}
