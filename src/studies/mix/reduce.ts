import type { Activity, MixProblem } from './types.ts';

/** What is left to choose between, by demand: positions of activities. */
export type Open = readonly (readonly number[])[];

/**
 * Positions of the activities that can be part of a best mix: not those that need a resource there
 * is none of, nor those that need at least as much of everything as another one. Of equals the
 * first is kept.
 */
export function openActivities({ resources, demands }: MixProblem): Open {
  return demands.map(({ activities }) => {
    const possible = activities.flatMap((activity, i) =>
      activity.need.some((need, r) => need > 0 && resources[r]?.available === 0) ? [] : [i],
    );
    return possible.filter((i) => !possible.some((j) => j !== i && dominates(activities, j, i)));
  });
}

/** Whether activity `j` makes `i` superfluous. */
function dominates(activities: readonly Activity[], j: number, i: number): boolean {
  const [needs, others] = [activities[i]?.need ?? [], activities[j]?.need ?? []];
  if (!needs.every((need, r) => (others[r] ?? 0) <= need)) return false;
  return j < i || needs.some((need, r) => (others[r] ?? 0) < need);
}
