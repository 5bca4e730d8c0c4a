import { friBytes } from '../proof/friBytes.ts';
import { verifierHashes } from '../proof/verifierHashes.ts';

/**
 * What a domain function does, in any thread.
 *
 * @param name of the function
 * @param data that it is made from: for `clock_retention`, the points of its curve
 * @throws Error for a name that there is not
 */
export function domainApply(name: string, data: unknown): (...args: number[]) => number {
  switch (name) {
    case 'fri_bytes':
      return friBytes;
    case 'verifier_hashes':
      return verifierHashes;
    case 'clock_retention':
      return piecewiseLinear(data as readonly (readonly [number, number])[]);
    default:
      throw new Error(`there is no domain function ${name}`);
  }
}

/** A function through the given points; beyond the last one it keeps the last slope, down to 0. */
function piecewiseLinear(points: readonly (readonly [number, number])[]): (x: number) => number {
  // Typed arrays and a plain loop: a study calls this millions of times.
  const xs = Float64Array.from(points, ([x]) => x);
  const ys = Float64Array.from(points, ([, y]) => y);
  const last = xs.length - 1;
  return (x) => {
    if (!(x >= 0 && x <= 1) || last < 1) return NaN;
    let above = 1;
    while (above < last && (xs[above] ?? NaN) < x) above++;
    const x0 = xs[above - 1] ?? NaN;
    const y0 = ys[above - 1] ?? NaN;
    const y = y0 + ((x - x0) / ((xs[above] ?? NaN) - x0)) * ((ys[above] ?? NaN) - y0);
    return Math.max(0, y);
  };
}
