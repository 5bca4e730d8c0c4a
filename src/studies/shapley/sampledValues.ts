import type { UniformFill } from '../sobol/types.ts';
import type { Mixtures } from './types.ts';

/**
 * Shapley values by sampling orders: changes are made one after the other in a random order, and
 * each is credited with what it adds; every order is taken backwards too, which cancels much of
 * the noise. Values of any one order sum to the difference, so their means do.
 *
 * Source: Castro, Gomez and Tejada, "Polynomial calculation of the Shapley value based on sampling",
 * Computers and Operations Research 36 (2009); backwards: Mitchell et al., "Sampling permutations
 * for Shapley value estimation", JMLR 23 (2022).
 *
 * @param mixtures - values of mixtures
 * @param size - number of changes
 * @param permutations - number of orders, at least 2
 * @param fill - one column a change: an order is that of a row's numbers
 * @returns value and standard error of every change, and all values that were computed; orders with
 * a value that is not finite are left out
 * @example sampledValues(mixtures, 20, 500, fill).errors[0]
 */
export function sampledValues(
  mixtures: Mixtures,
  size: number,
  permutations: number,
  fill: UniformFill,
): { readonly parts: number[]; readonly errors: number[]; readonly values: Float64Array } {
  const uniforms = Array.from({ length: size }, () => new Float64Array(permutations));
  fill(uniforms, 0, permutations);
  const orders = Array.from({ length: permutations }, (_, row) => {
    const order = uniforms.map((_, p) => p);
    return order.sort((a, b) => (uniforms[a]?.[row] as number) - (uniforms[b]?.[row] as number));
  }).flatMap((order) => [order, order.toReversed()]);
  const steps = orders.flatMap((order) =>
    [...order.keys(), size].map((done) => {
      const first = new Set(order.slice(0, done));
      return order.map((_, p) => first.has(p));
    }),
  );
  const values = mixtures(steps);
  const gains = uniforms.map((): number[] => []);
  for (let pair = 0; pair < permutations; pair++) {
    const start = 2 * pair * (size + 1);
    const own = values.subarray(start, start + 2 * (size + 1));
    if (!own.every(Number.isFinite)) continue;
    const sums = uniforms.map(() => 0);
    for (const half of [0, 1]) {
      orders[2 * pair + half]?.forEach((p, done) => {
        const at = half * (size + 1) + done;
        sums[p] = (sums[p] as number) + (own[at + 1] as number) - (own[at] as number);
      });
    }
    sums.forEach((sum, p) => gains[p]?.push(sum / 2));
  }
  const parts = gains.map((all) => all.reduce((sum, gain) => sum + gain, 0) / all.length);
  const errors = gains.map((all, p) => {
    const squares = all.reduce((sum, gain) => sum + (gain - (parts[p] as number)) ** 2, 0);
    return Math.sqrt(squares / (all.length - 1) / all.length);
  });
  return { parts, errors, values };
}
