import { cellSegments } from './cellSegments.ts';
import type { Grid } from './grid.ts';
import { joinSegments } from './joinSegments.ts';

/** A line in data coordinates; closed when its last point is its first. */
export interface Polyline {
  readonly closed: boolean;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/**
 * Lines along which a grid has some value, by marching squares. Between nodes, positions are
 * interpolated linearly in the logarithm of an axis with log spacing, and in the logarithm of the
 * value where level and values are positive: overheads spread over decades are nearly straight there.
 *
 * Cells with a corner that is not finite have no line; lines end at their border. At or below the
 * level is one side, above it the other. A line of a stepwise output runs between the nodes of a
 * step: it is within one cell of the true one, like any.
 *
 * Source: Lorensen and Cline, "Marching cubes", SIGGRAPH 1987, in two dimensions; see `cellSegments`
 * for ambiguous cells.
 *
 * @param grid - nodes and values
 * @param level - the value along the lines
 * @returns open lines, then closed ones; empty when all nodes are on one side
 * @example
 * import { columnModel, grid, isoline } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['xy'], ({ x, y }) => ({ xy: x * y }));
 * const side = { low: 1, high: 100, count: 5 };
 * const x = { input: 'x', ...side };
 * const y = { input: 'y', ...side };
 * const [line] = isoline(grid({ model, base: [1, 1], x, y, output: 'xy' }), 100);
 * console.log(line?.points.every(([a, b]) => Math.abs(a * b - 100) < 1e-9)); // true
 */
export function isoline(grid: Grid, level: number): Polyline[] {
  const { x, y, values } = grid;
  const log = level > 0 && values.every((value) => value > 0 || !Number.isFinite(value));
  const scaled = log ? values.map(Math.log10) : values;
  const at = log ? Math.log10(level) : level;
  // The side of a node is taken unscaled: a logarithm may round across the level.
  const above = values.map((value) => (Number.isFinite(value) ? (value > level ? 1 : 0) : NaN));
  const edges = joinSegments(cellSegments(above, scaled, at, x.length, y.length));
  const [width, size] = [x.length, values.length];
  const point = (edge: number): readonly [number, number] => {
    // Edges to the right of a node are numbered like it; those to the next row follow them.
    const node = edge % size;
    const upward = edge >= size;
    const [i, j] = [node % width, Math.floor(node / width)];
    const first = scaled[node] as number;
    const second = scaled[node + (upward ? width : 1)] as number;
    const part = Math.min(1, Math.max(0, (at - first) / (second - first)));
    return upward
      ? [x[i] as number, between(y[j] as number, y[j + 1] as number, part, grid.ySpacing === 'log')]
      : [
          between(x[i] as number, x[i + 1] as number, part, grid.xSpacing === 'log'),
          y[j] as number,
        ];
  };
  return edges
    .map(({ closed, edges }) => ({ closed, points: edges.map(point) }))
    .sort((a, b) => Number(a.closed) - Number(b.closed));
}

/** The place that is `part` of the way from `a` to `b`, which both ends bound. */
function between(a: number, b: number, part: number, log: boolean): number {
  const place = log ? a * (b / a) ** part : a + (b - a) * part;
  return Math.min(b, Math.max(a, place));
}
