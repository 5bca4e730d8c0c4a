import { betaCdf, lnBeta } from './betaCdf.ts';

const MOST_STEPS = 200;

/**
 * Quantile of the beta distribution: the x with I_x(alpha, beta) = u.
 *
 * Newton's method on the distribution function, kept inside a bracket that every step narrows;
 * a step that would leave it is replaced by a bisection. Above the value at the mean the mirrored
 * problem is solved, so that both ends keep their relative accuracy (about 1e-13).
 *
 * @param u - probability, 0 to 1
 * @param alpha - first shape, above 0
 * @param beta - second shape, above 0
 * @returns the quantile, 0 to 1; `NaN` for arguments out of range
 * @example betaQuantile(0.5, 3, 3) // => 0.5
 */
export function betaQuantile(u: number, alpha: number, beta: number): number {
  if (!(u >= 0 && u <= 1 && alpha > 0 && beta > 0)) return Number.NaN;
  if (u === 0 || u === 1) return u;
  const logBeta = lnBeta(alpha, beta);
  const middle = betaCdf(alpha / (alpha + beta), alpha, beta, logBeta);
  return u <= middle ? lower(u, alpha, beta, logBeta) : 1 - lower(1 - u, beta, alpha, logBeta);
}

function lower(u: number, alpha: number, beta: number, logBeta: number): number {
  let low = 0;
  let high = 1;
  // What the leading term x^alpha / (alpha B) of the distribution function gives.
  let x = Math.min(0.5, Math.exp((Math.log(u) + Math.log(alpha) + logBeta) / alpha));
  for (let step = 0; step < MOST_STEPS; step++) {
    const error = betaCdf(x, alpha, beta, logBeta) - u;
    if (error === 0) return x;
    if (error > 0) high = x;
    else low = x;
    const density = Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x) - logBeta);
    let next = x - error / density;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - x) <= 1e-16 * x || next === low || next === high) return next;
    x = next;
  }
  return x;
}
