import type { Distribution } from '../types.ts';
import { plainCdf } from './cdf.ts';
import { stepQuantile, stepsOf } from './choice.ts';
import { sortedQuantile } from './empirical.ts';
import { normalQuantile } from './normalQuantile.ts';
import { betaSeriesQuantile, fitBetaQuantile, pertShapes } from './pert.ts';
import { simplify, type Simplified } from './simplify.ts';
import { triangularQuantile } from './triangular.ts';

/**
 * The quantile function of a distribution: the x with P(X <= x) = u. Rises with u for every kind,
 * so that a uniform point becomes a draw and a correlation keeps its sign; choices are ordered by
 * value, whatever the order they are given in.
 *
 * A truncated distribution maps u into [F(low), F(high)] first.
 *
 * @param distribution - one that `validate` finds nothing wrong with
 * @returns a function of u in 0 to 1; at 0 and 1 it gives the ends of the support
 * @example
 * import { quantile } from 'emuprove/studies';
 *
 * console.log(quantile({ kind: 'uniform', low: 2, high: 4 })(0.25)); // 2.5
 */
export function quantile(distribution: Distribution): (u: number) => number {
  const { of, low, high } = simplify(distribution);
  if (of.kind === 'choice') {
    const steps = stepsOf(of.values, of.weights, low, high);
    return (u) => stepQuantile(steps, u);
  }
  const whole = plainQuantile(of);
  if ((low === -Infinity && high === Infinity) || of.kind === 'constant') return whole;
  const F = plainCdf(of);
  const from = low === -Infinity ? 0 : F(low);
  const share = (high === Infinity ? 1 : F(high)) - from;
  // Rounding in F may lead out of the bounds by a last digit.
  return (u) => Math.min(high, Math.max(low, whole(from + share * u)));
}

function plainQuantile(of: Simplified['of']): (u: number) => number {
  switch (of.kind) {
    case 'constant': {
      const { value } = of;
      return () => value;
    }
    case 'uniform': {
      const { low, high } = of;
      return (u) => low + (high - low) * u;
    }
    case 'loguniform': {
      const { low, high } = of;
      const [from, width] = [Math.log(low), Math.log(high) - Math.log(low)];
      return (u) => (u === 1 ? high : Math.min(high, Math.max(low, Math.exp(from + width * u))));
    }
    case 'triangular': {
      const { low, mode, high } = of;
      return (u) => triangularQuantile(u, low, mode, high);
    }
    case 'pert': {
      const { low, high } = of;
      const beta = betaSeriesQuantile(fitBetaQuantile(...pertShapes(low, of.mode, high)));
      return (u) => low + (high - low) * beta(u);
    }
    case 'normal': {
      const { mean, sd } = of;
      return (u) => mean + sd * normalQuantile(u);
    }
    case 'lognormal': {
      const { median, sigma } = of;
      return (u) => median * Math.exp(sigma * normalQuantile(u));
    }
    case 'choice': {
      const steps = stepsOf(of.values, of.weights);
      return (u) => stepQuantile(steps, u);
    }
    case 'empirical': {
      const sorted = Float64Array.from(of.values).sort();
      return (u) => sortedQuantile(sorted, u);
    }
  }
}
