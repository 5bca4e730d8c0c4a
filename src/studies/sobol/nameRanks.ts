/**
 * Rank of every name in code-unit order. Inputs take their column of random numbers by it, so that
 * the order in which a model lists its inputs changes nothing.
 *
 * @param names - distinct names
 * @returns 0-based rank of each
 * @example nameRanks(['b', 'c', 'a']) // => [1, 2, 0]
 */
export function nameRanks(names: readonly string[]): number[] {
  const sorted = [...names].sort();
  return names.map((name) => sorted.indexOf(name));
}
