/**
 * Positions of the points that no other point dominates: none is at least as good by every
 * objective and better by one. Of points that are equal by every objective the first one counts.
 * Points without a value take no part.
 *
 * @param columns a value for each point, one column an objective; less is better
 * @returns positions, the best by the first objective first
 * @example paretoFront([[1, 2, 3], [3, 1, 2]]) // => [0, 1]
 */
export function paretoFront(columns: readonly ArrayLike<number>[]): number[] {
  const [first] = columns;
  if (first === undefined) return [];
  const candidates: number[] = [];
  for (let i = 0; i < first.length; i++) {
    if (columns.every((column) => !Number.isNaN(column[i] ?? NaN))) candidates.push(i);
  }
  // A point can only be dominated by, or equal to, one that comes before it in this order.
  candidates.sort((a, b) => {
    for (const column of columns) {
      const difference = (column[a] ?? NaN) - (column[b] ?? NaN);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const front: number[] = [];
  const others = columns.slice(1);
  const beats = (a: number, b: number): boolean =>
    others.every((column) => (column[a] ?? NaN) <= (column[b] ?? NaN));
  for (const i of candidates) {
    // With two objectives the last one found is the best by the second.
    const rivals = columns.length === 2 ? front.slice(-1) : front;
    if (!rivals.some((rival) => beats(rival, i))) front.push(i);
  }
  return front;
}
