import { better } from './choose.ts';
import type { Condition } from './condition.ts';
import type { DesignSpace } from './designSpace.ts';
import type { Searched } from './search.ts';
import type { ConstraintEntry, Direction, Relaxation } from './types.ts';

/**
 * What each condition costs: among the points that violate it and nothing else and are better than
 * the best design, the one for which it has to give way least, and the best one.
 *
 * @param best value of the objective of the best design; NaN where there is none
 */
export function relaxations(
  { objective, state, violator }: Searched,
  conditions: readonly Condition[],
  direction: Direction,
  space: DesignSpace,
  best: number,
): ConstraintEntry['relaxed'][] {
  const found = conditions.map(() => ({ least: -1, best: -1 }));
  for (let i = 0; i < state.length; i++) {
    const number = state[i] ?? -1;
    const [own, relation] = [found[number], conditions[number]?.relation];
    const value = objective[i] ?? NaN;
    if (own === undefined || relation === undefined || Number.isNaN(value)) continue;
    if (!Number.isNaN(best) && !better(value, best, direction)) continue;
    const upper = relation === '<=' || relation === '<';
    // How far the condition gives way, larger is further.
    const far = (at: number): number => (violator[at] ?? NaN) * (upper ? 1 : -1);
    const good = (at: number): number =>
      (objective[at] ?? NaN) * (direction === 'minimize' ? 1 : -1);
    if (own.least < 0 || before([far(i), good(i)], [far(own.least), good(own.least)]))
      own.least = i;
    if (own.best < 0 || before([good(i), far(i)], [good(own.best), far(own.best)])) own.best = i;
  }
  const entry = (index: number): Relaxation => ({
    bound: violator[index] ?? NaN,
    objective: objective[index] ?? NaN,
    labels: space.labels(index),
  });
  return found.map((own) =>
    own.least < 0 ? null : { least: entry(own.least), best: entry(own.best) },
  );
}

/** Whether a pair comes before another, by its first number and then by its second. */
function before(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}
