import type { DesignSpace } from './designSpace.ts';
import type { OwnPlace } from './ownPositions.ts';
import { FEASIBLE, type Searched } from './search.ts';
import type { Direction, EdgeEntry } from './types.ts';

/** Whether an objective is better than another. */
export function better(a: number, b: number, direction: Direction): boolean {
  return direction === 'minimize' ? a < b : a > b;
}

/**
 * The best of the points that meet every condition. Of equals the one that changes least of the
 * scenario wins, then the first.
 */
export function bestPoint(
  { objective, state }: Searched,
  direction: Direction,
  space: DesignSpace,
  own: readonly OwnPlace[],
): number | undefined {
  const changes = (index: number): number =>
    space.positions(index).filter((position, i) => position !== own[i]?.position).length;
  let best: number | undefined;
  for (let i = 0; i < objective.length; i++) {
    const value = objective[i] ?? NaN;
    if (state[i] !== FEASIBLE || Number.isNaN(value)) continue;
    if (best === undefined) best = i;
    else {
      const least = objective[best] ?? NaN;
      const tied = value === least && changes(i) < changes(best);
      if (tied || better(value, least, direction)) best = i;
    }
  }
  return best;
}

/**
 * The ends of ranges that a point stands at, where the last step towards the end changed the
 * objective: more of the same might help, and the range ends there.
 */
export function edgesOf(
  { objective, state }: Searched,
  direction: Direction,
  space: DesignSpace,
  best: number,
): EdgeEntry[] {
  const positions = space.positions(best);
  const value = objective[best] ?? NaN;
  return space.axes.flatMap((axis, i): EdgeEntry[] => {
    if (axis.kind !== 'quantity' || axis.labels.length < 2) return [];
    const ordered = [...axis.numbers.keys()].sort(
      (a, b) => (axis.numbers[a] ?? NaN) - (axis.numbers[b] ?? NaN),
    );
    const position = positions[i] ?? 0;
    const rank = ordered.indexOf(position);
    const least = rank === 0;
    if (!least && rank !== ordered.length - 1) return [];
    const inner = space.moved(best, i, ordered[least ? 1 : rank - 1] ?? position);
    const known = state[inner] === FEASIBLE && !Number.isNaN(objective[inner]);
    const before = objective[inner] ?? NaN;
    // A step that changes nothing says nothing about a further one.
    if (known && !better(value, before, direction)) return [];
    const edge = least ? 'least' : 'greatest';
    const label = axis.labels[position] ?? '';
    return [{ axis: axis.name, label, edge, factor: known ? value / before : null }];
  });
}
