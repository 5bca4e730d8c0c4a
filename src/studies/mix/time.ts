import type { MixProblem } from './types.ts';

/** Resource time per unit of product of each resource, for shares of the activities. */
export function needsOf(
  { resources, demands }: MixProblem,
  shares: readonly (readonly number[])[],
): number[] {
  return resources.map((_, r) => {
    let sum = 0;
    demands.forEach(({ activities }, d) => {
      activities.forEach(({ need }, i) => {
        sum += (shares[d]?.[i] ?? 0) * (need[r] ?? 0);
      });
    });
    return sum;
  });
}

/** Time per unit of product: the scarcest resource decides. Infinite where one is not there at all. */
export function timeOf(problem: MixProblem, shares: readonly (readonly number[])[]): number {
  return needsOf(problem, shares).reduce((time, need, r) => {
    if (need === 0) return time;
    return Math.max(time, need / (problem.resources[r]?.available ?? 0));
  }, 0);
}

/**
 * A time per unit of product that no mix stays below, by weak duality: whatever mixture of the
 * resources one looks at, its capacity has to hold the cheapest activity of every demand. The bound
 * holds for any weights; the best weights are the dual prices.
 *
 * @param weights at least 0, one a resource, in shares of what is available
 */
export function timeBound({ resources, demands }: MixProblem, weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return 0;
  const cost = (need: readonly number[]): number =>
    need.reduce((sum, amount, r) => {
      const weight = weights[r] ?? 0;
      // A resource there is none of can not be weighed; activities that need it are impossible.
      const available = resources[r]?.available ?? 0;
      if (amount === 0) return sum;
      return available === 0 ? Infinity : sum + (weight / total) * (amount / available);
    }, 0);
  return demands.reduce(
    (sum, { activities }) => sum + Math.min(...activities.map(({ need }) => cost(need))),
    0,
  );
}
