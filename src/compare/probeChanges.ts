/** Mixtures of two sides, as in `Game`. */
type Evaluate = (changed: readonly (readonly boolean[])[]) => readonly Float64Array[];

/** A pair of groups of changes, and how many failures it leaves. */
interface Joined {
  readonly i: number;
  readonly j: number;
  readonly left: number;
}

/**
 * Joins changes that can not be made one without the other where there are too many to try all
 * mixtures: a change that has no value alone, or that nothing can do without, is joined with the one
 * beside which it has.
 *
 * @param size number of changes
 * @returns groups of changes; mixtures in between may still have no value
 */
export function probeChanges(size: number, evaluate: Evaluate): number[][] {
  let groups = Array.from({ length: size }, (_, p) => [p]);
  for (;;) {
    const failures = failuresOf(
      groups.map((_, g) => [g]),
      groups,
      size,
      evaluate,
    );
    const failing = [...groups.keys()].filter((g) => (failures[g] ?? 0) > 0);
    if (failing.length === 0 || groups.length < 2) return groups;
    const pairs = failing.flatMap((i) =>
      [...groups.keys()].flatMap((j) => (i === j ? [] : [[i, j] as const])),
    );
    const left = failuresOf(pairs, groups, size, evaluate);
    let best: Joined | undefined;
    pairs.forEach(([i, j], k) => {
      const gain = (failures[i] ?? 0) + (failures[j] ?? 0) - (left[k] ?? 0);
      if (gain <= 0 || (best !== undefined && best.left <= -gain)) return;
      best = { i, j, left: -gain };
    });
    if (best === undefined) return groups;
    const { i, j } = best;
    const joined = [...(groups[i] ?? []), ...(groups[j] ?? [])].sort((a, b) => a - b);
    groups = [joined, ...groups.filter((_, g) => g !== i && g !== j)].sort(
      (a, b) => (a[0] ?? 0) - (b[0] ?? 0),
    );
  }
}

/** For each choice of groups: has the mixture with them alone no value (1), that without them (1)? */
function failuresOf(
  chosen: readonly (readonly number[])[],
  groups: readonly (readonly number[])[],
  size: number,
  evaluate: Evaluate,
): number[] {
  const with_ = chosen.map((own) => groups.map((_, g) => own.includes(g)));
  const without = with_.map((row) => row.map((has) => !has));
  const [values = new Float64Array(0)] = evaluate(spread([...with_, ...without], groups, size));
  const fails = (row: number): number => (Number.isFinite(values[row]) ? 0 : 1);
  return chosen.map((_, k) => fails(k) + fails(chosen.length + k));
}

/** Mixtures of groups as mixtures of their changes. */
export function spread(
  changed: readonly (readonly boolean[])[],
  groups: readonly (readonly number[])[],
  size: number,
): boolean[][] {
  return changed.map((row) => {
    const all = new Array<boolean>(size).fill(false);
    groups.forEach((group, g) => {
      for (const p of group) all[p] = row[g] === true;
    });
    return all;
  });
}
