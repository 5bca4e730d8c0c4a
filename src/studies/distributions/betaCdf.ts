import { lnGamma } from './lnGamma.ts';

const TINY = 1e-300;
const MOST_STEPS = 10_000;

/** Logarithm of the beta function B(alpha, beta). */
export function lnBeta(alpha: number, beta: number): number {
  return lnGamma(alpha) + lnGamma(beta) - lnGamma(alpha + beta);
}

/** Continued fraction DLMF 8.17.22 by the modified Lentz method; converges for x below the mean. */
function fraction(x: number, alpha: number, beta: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((alpha + beta) * x) / (alpha + 1));
  let value = d;
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (beta - m) * x) / ((alpha + 2 * m - 1) * (alpha + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    const odd = (-(alpha + m) * (alpha + beta + m) * x) / ((alpha + 2 * m) * (alpha + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return value;
}

function nonZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}

/**
 * Distribution function of the beta distribution: the regularised incomplete beta function
 * I_x(alpha, beta).
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4
 * (reflection where it converges slowly); evaluation by W. J. Lentz, Applied Optics 15 (1976) 668.
 *
 * @param x - any number; 0 below the range, 1 above it
 * @param alpha - first shape, above 0
 * @param beta - second shape, above 0
 * @param logBeta - `lnBeta(alpha, beta)`, where it is known already
 * @returns P(X <= x), 0 to 1; `NaN` for shapes that are not above 0
 * @example betaCdf(0.5, 2, 2) // => 0.5
 */
export function betaCdf(
  x: number,
  alpha: number,
  beta: number,
  logBeta: number = lnBeta(alpha, beta),
): number {
  if (!(alpha > 0 && beta > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(alpha * Math.log(x) + beta * Math.log1p(-x) - logBeta);
  return x < (alpha + 1) / (alpha + beta + 2)
    ? (front * fraction(x, alpha, beta)) / alpha
    : 1 - (front * fraction(1 - x, beta, alpha)) / beta;
}
