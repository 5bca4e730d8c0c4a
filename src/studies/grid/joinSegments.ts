import type { Segment } from './cellSegments.ts';

/** Edges along a line; those of a closed line end with the first. */
export interface EdgePath {
  readonly closed: boolean;
  readonly edges: readonly number[];
}

/**
 * Joins segments that share an edge into lines. An edge borders at most two cells, so that it ends
 * at most two segments and lines do not branch.
 *
 * @param segments - pieces of line between edges
 * @returns lines, in the order of the first segment of each; open ones begin at an end
 * @example joinSegments([[2, 3], [1, 2]]) // => [{ closed: false, edges: [3, 2, 1] }]
 */
export function joinSegments(segments: readonly Segment[]): EdgePath[] {
  const at = new Map<number, number[]>();
  segments.forEach((segment, k) => {
    for (const edge of segment) at.set(edge, [...(at.get(edge) ?? []), k]);
  });
  const used = new Set<number>();
  const walk = (first: number, from: number): number[] => {
    const edges = [from];
    let next: number | undefined = first;
    let edge = from;
    while (next !== undefined) {
      used.add(next);
      const [a, b] = segments[next] as Segment;
      edge = edge === a ? b : a;
      edges.push(edge);
      next = at.get(edge)?.find((other) => !used.has(other));
    }
    return edges;
  };
  const paths: EdgePath[] = [];
  segments.forEach(([a], k) => {
    if (used.has(k)) return;
    const onward = walk(k, a);
    const closed = onward.at(-1) === a && onward.length > 2;
    const before = closed ? undefined : at.get(a)?.find((other) => !used.has(other));
    const backward = before === undefined ? [a] : walk(before, a);
    // Its own first edge stands in both halves.
    const edges = [...onward.reverse(), ...backward.slice(1)];
    paths.push({ closed, edges });
  });
  return paths;
}
