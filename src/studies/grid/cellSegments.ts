/** A piece of line through one cell, from one edge of the grid to another. */
export type Segment = readonly [edge: number, edge: number];

/**
 * Pieces of an isoline, cell by cell: marching squares. A cell has a piece between the two of its
 * edges whose ends are on different sides. Where all four are, the centre decides which corners are
 * connected: the saddle value of the bilinear interpolant, after Nielson and Hamann, "The asymptotic
 * decider", IEEE Visualization 1991.
 *
 * Edges are numbered: from a node to the next in its row by the node, to the node in the next row by
 * the node plus the number of nodes.
 *
 * @param above - for every node, 1 above the level, 0 at or below it, NaN for no value
 * @param values - for every node, the value that is interpolated
 * @param level - the level on the scale of `values`
 * @param width - nodes a row
 * @param height - rows
 * @returns segments; none in a cell with a corner without value
 * @example cellSegments(Float64Array.of(0, 1, 0, 1), Float64Array.of(0, 2, 0, 2), 1, 2, 2)
 * // => [[0, 2]]: from the middle of the lower edge to that of the upper
 */
export function cellSegments(
  above: Float64Array,
  values: Float64Array,
  level: number,
  width: number,
  height: number,
): Segment[] {
  const size = width * height;
  const segments: Segment[] = [];
  for (let j = 0; j + 1 < height; j++) {
    for (let i = 0; i + 1 < width; i++) {
      const node = j * width + i;
      // Counter-clockwise from the lower left corner; the edge after each corner in the same order.
      const corners = [node, node + 1, node + width + 1, node + width];
      const edges = [node, size + node + 1, node + width, size + node];
      const sides = corners.map((corner) => above[corner] as number);
      if (sides.some(Number.isNaN)) continue;
      const crossed = edges.filter((_, k) => sides[k] !== sides[(k + 1) % 4]);
      if (crossed.length === 2) segments.push(crossed as [number, number]);
      if (crossed.length < 4) continue;
      const [a, b, c, d] = corners.map((corner) => (values[corner] as number) - level) as [
        number,
        number,
        number,
        number,
      ];
      const saddle = (a * c - b * d) / (a + c - b - d);
      const [e, f, g, h] = edges as [number, number, number, number];
      // The first corner is cut off, with its opposite, when the centre is on the other side.
      const alone = saddle > 0 !== (sides[0] === 1);
      segments.push(
        ...((alone
          ? [
              [h, e],
              [f, g],
            ]
          : [
              [e, f],
              [g, h],
            ]) as Segment[]),
      );
    }
  }
  return segments;
}
