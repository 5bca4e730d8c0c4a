import { betaQuantile } from './betaQuantile.ts';
import { chebyshevValue, fitChebyshev, type ChebyshevSeries } from './chebyshev.ts';
import { recent } from './recent.ts';

const DEGREE = 40;

/** Series that are kept: more than scenarios have inputs. */
const fitted = recent<BetaSeries>(1024);

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

/** Series for the quantile of a beta distribution, as plain data. */
export interface BetaSeries {
  readonly alpha: number;
  readonly beta: number;
  /** x / t for u up to 0.5, where t = u^(1/alpha). */
  readonly below: ChebyshevSeries;
  /** The same for 1 - x and 1 - u, with beta. */
  readonly above: ChebyshevSeries;
}

/**
 * Fits the quantile of a beta distribution, since `betaQuantile` takes microseconds: below the split
 * x is an analytic function of u^(1/alpha), above it 1 - x is one of (1 - u)^(1/beta), so a
 * Chebyshev series gives each to about 1e-14, relative at the ends too.
 *
 * @param alpha - first shape, 0.5 to 10
 * @param beta - second shape, 0.5 to 10
 * @returns the series for `betaSeriesQuantile`
 */
export function fitBetaQuantile(alpha: number, beta: number): BetaSeries {
  const key = `${alpha} ${beta}`;
  const known = fitted.get(key);
  if (known !== undefined) return known;
  const series = { alpha, beta, below: fitHalf(alpha, beta), above: fitHalf(beta, alpha) };
  fitted.set(key, series);
  return series;
}

/** t = u^(1/alpha) times a series for x / t, which does not vanish at 0. */
function fitHalf(alpha: number, beta: number): ChebyshevSeries {
  const ratio = (t: number): number => betaQuantile(t ** alpha, alpha, beta) / t;
  return fitChebyshev(ratio, 0, 0.5 ** (1 / alpha), DEGREE);
}

/**
 * Quantile of a beta distribution as a function that is quick to call.
 *
 * @param series - from `fitBetaQuantile`
 * @returns u to x, both 0 to 1
 * @example betaSeriesQuantile(fitBetaQuantile(3, 3))(0.5) // => 0.5
 */
export function betaSeriesQuantile({
  alpha,
  beta,
  below,
  above,
}: BetaSeries): (u: number) => number {
  const half = (v: number, power: number, series: ChebyshevSeries): number => {
    const t = v ** power;
    return t * chebyshevValue(series, t);
  };
  return (u) => (u <= 0.5 ? half(u, 1 / alpha, below) : 1 - half(1 - u, 1 / beta, above));
}
