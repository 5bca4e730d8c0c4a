/**
 * Joins changes that can not be made one without the other: as long as mixtures have no value, the
 * two groups of changes whose joining takes most of these out of play become one.
 *
 * @param values value of each mixture; bit p of its index says whether change p is made
 * @param size number of changes
 * @returns groups of changes; one group where only the two ends have values
 * @example mergeChanges([0, NaN, NaN, 1], 2) // => [[0, 1]]
 */
export function mergeChanges(values: Float64Array, size: number): number[][] {
  let groups = Array.from({ length: size }, (_, p) => [p]);
  let failing = [...values.keys()].filter((set) => !Number.isFinite(values[set]));
  while (failing.length > 0 && groups.length > 1) {
    const masks = groups.map((group) => group.reduce((mask, p) => mask | (1 << p), 0));
    let best: { i: number; j: number; left: number } | undefined;
    for (let j = 1; j < masks.length; j++) {
      for (let i = 0; i < j; i++) {
        const [one, other] = [masks[i] ?? 0, masks[j] ?? 0];
        const left = count(failing, one, other);
        if (best === undefined || left < best.left) best = { i, j, left };
      }
    }
    if (best === undefined) break;
    const { i, j } = best;
    const [one, other] = [masks[i] ?? 0, masks[j] ?? 0];
    failing = failing.filter((set) => together(set, one, other));
    const joined = [...(groups[i] ?? []), ...(groups[j] ?? [])];
    groups = [joined, ...groups.filter((_, k) => k !== i && k !== j)];
  }
  return groups.map((group) => group.toSorted((a, b) => a - b)).sort(byFirst);
}

/** Whether all changes of both masks are made, or none. */
function together(set: number, one: number, other: number): boolean {
  return (set & one) === 0 ? (set & other) === 0 : (set & other) === other;
}

function count(failing: readonly number[], one: number, other: number): number {
  let left = 0;
  for (const set of failing) if (together(set, one, other)) left++;
  return left;
}

function byFirst(a: readonly number[], b: readonly number[]): number {
  return (a[0] ?? 0) - (b[0] ?? 0);
}
