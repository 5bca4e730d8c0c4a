import type { Distribution } from '../types.ts';
import { quantile } from './quantile.ts';

/** The value that is as likely exceeded as not: where a tornado holds the other inputs. */
export function median(distribution: Distribution): number {
  return quantile(distribution)(0.5);
}

/** The value that one draw in twenty stays below: the low end of a tornado's bar. */
export function p05(distribution: Distribution): number {
  return quantile(distribution)(0.05);
}

/** The value that one draw in twenty exceeds: the high end of a tornado's bar. */
export function p95(distribution: Distribution): number {
  return quantile(distribution)(0.95);
}

/** Whether every draw is the same. */
export function isConstant(distribution: Distribution): boolean {
  // Its quantile function takes long to fit, and its ends are known.
  if (distribution.kind === 'pert') return distribution.low === distribution.high;
  const q = quantile(distribution);
  return q(0) === q(1);
}
