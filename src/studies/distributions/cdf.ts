import type { Distribution } from '../types.ts';
import { betaCdf } from './betaCdf.ts';
import { stepCdf, stepsOf } from './choice.ts';
import { sortedCdf } from './empirical.ts';
import { normalCdf } from './normalCdf.ts';
import { pertShapes } from './pert.ts';
import { simplify, type Simplified } from './simplify.ts';
import { triangularCdf } from './triangular.ts';

/**
 * The distribution function of a distribution, P(X <= x): the inverse of `quantile`.
 *
 * @param distribution - one that `validate` finds nothing wrong with
 * @returns a function of any number x to a probability, 0 to 1
 * @example
 * import { cdf } from 'emuprove/studies';
 *
 * console.log(cdf({ kind: 'uniform', low: 2, high: 4 })(2.5)); // 0.25
 */
export function cdf(distribution: Distribution): (x: number) => number {
  const { of, low, high } = simplify(distribution);
  if (of.kind === 'choice') {
    const steps = stepsOf(of.values, of.weights, low, high);
    return (x) => stepCdf(steps, x);
  }
  const F = plainCdf(of);
  if ((low === -Infinity && high === Infinity) || of.kind === 'constant') return F;
  const from = low === -Infinity ? 0 : F(low);
  const share = (high === Infinity ? 1 : F(high)) - from;
  return (x) => (x < low ? 0 : x >= high ? 1 : Math.min(1, (F(x) - from) / share));
}

/** The distribution function without bounds; `quantile` needs it to find them. */
export function plainCdf(of: Simplified['of']): (x: number) => number {
  switch (of.kind) {
    case 'constant': {
      const { value } = of;
      return (x) => (x < value ? 0 : 1);
    }
    case 'uniform': {
      const { low, high } = of;
      return (x) => Math.min(1, Math.max(0, (x - low) / (high - low)));
    }
    case 'loguniform': {
      const { low, high } = of;
      const [from, width] = [Math.log(low), Math.log(high) - Math.log(low)];
      return (x) => (x <= low ? 0 : Math.min(1, (Math.log(x) - from) / width));
    }
    case 'triangular': {
      const { low, mode, high } = of;
      return (x) => triangularCdf(x, low, mode, high);
    }
    case 'pert': {
      const { low, high } = of;
      const [alpha, beta] = pertShapes(low, of.mode, high);
      return (x) => betaCdf((x - low) / (high - low), alpha, beta);
    }
    case 'normal': {
      const { mean, sd } = of;
      return (x) => normalCdf((x - mean) / sd);
    }
    case 'lognormal': {
      const { median, sigma } = of;
      return (x) => (x <= 0 ? 0 : normalCdf(Math.log(x / median) / sigma));
    }
    case 'choice': {
      const steps = stepsOf(of.values, of.weights);
      return (x) => stepCdf(steps, x);
    }
    case 'empirical': {
      const sorted = [...of.values].sort((a, b) => a - b);
      return (x) => sortedCdf(sorted, x);
    }
  }
}
