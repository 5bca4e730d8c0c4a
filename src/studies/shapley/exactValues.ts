import type { Mixtures } from './types.ts';

/**
 * Exact Shapley values by enumeration of all subsets: the contribution of a change, averaged over
 * all orders in which the changes can be made.
 *
 * Source: Shapley, "A value for n-person games", Contributions to the Theory of Games II (1953):
 * `sum over S of |S|! (n - |S| - 1)! / n! * (f(S + i) - f(S))`.
 *
 * @param mixtures - values of mixtures, called once
 * @param size - number of changes; the cost is 2^size
 * @returns one value a change, and all values that were computed
 * @example exactValues(mixtures, 2).parts // for f(x, y) = x y from (0, 0) to (1, 1): [0.5, 0.5]
 */
export function exactValues(
  mixtures: Mixtures,
  size: number,
): { readonly parts: number[]; readonly values: Float64Array } {
  const subsets = Array.from({ length: 2 ** size }, (_, set) =>
    Array.from({ length: size }, (_, p) => ((set >> p) & 1) === 1),
  );
  const values = mixtures(subsets);
  // weights[s] = s! (n - s - 1)! / n!, from one to the next.
  const weights = [1 / size];
  for (let s = 1; s < size; s++) {
    weights.push(((weights[s - 1] as number) * s) / (size - s));
  }
  const members = subsets.map((subset) => subset.filter(Boolean).length);
  const parts = Array.from({ length: size }, (_, p) => {
    let sum = 0;
    for (let set = 0; set < values.length; set++) {
      if ((set >> p) & 1) continue;
      const gain = (values[set | (1 << p)] as number) - (values[set] as number);
      sum += (weights[members[set] as number] as number) * gain;
    }
    return sum;
  });
  return { parts, values };
}
