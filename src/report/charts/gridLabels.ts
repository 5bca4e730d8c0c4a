import { textWidth } from '../render/textMetrics.ts';
import type { CellGrid, Region } from './gridCells.ts';

/** A rectangle in pixels, from the top left of the plot. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the name of a region is written: its middle in pixels. */
export interface RegionLabel {
  readonly region: Region;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const STYLE = { fontSize: 13, fontWeight: 'bold' } as const;

/** Height of a line of text with room around it. */
const HEIGHT = 22;

/** How the value of a line is written on it. */
export const LEVEL_STYLE = { fontSize: 12 } as const;

/**
 * Places the value of a line on it: of the points where the text lies within the plot and on nothing
 * else, the one nearest to the middle of the line.
 *
 * @param points of all lines in pixels
 * @param taken rectangles that are not free
 */
export function lineLabel(
  text: string,
  points: readonly (readonly [number, number])[],
  plot: { readonly width: number; readonly height: number },
  taken: readonly Box[],
): { readonly x: number; readonly y: number; readonly box: Box } | undefined {
  const [width, height] = [textWidth(text, LEVEL_STYLE) + 8, HEIGHT - 4];
  const middle = (points.length - 1) / 2;
  const free = points.flatMap(([x, y], i) => {
    const box = { x: x - width / 2, y: y - height / 2, width, height };
    const inside =
      box.x >= 0 && box.y >= 0 && box.x + width <= plot.width && box.y + height <= plot.height;
    return inside && !taken.some((other) => touch(box, other))
      ? [{ x, y, box, from: Math.abs(i - middle) }]
      : [];
  });
  return free.sort((a, b) => a.from - b.from)[0];
}

function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * Places the name of every region where it lies wholly within it and as far from its border as can
 * be. A region that is too small for each of its names has none.
 *
 * @param edges positions of the edges of cells in pixels: left to right, and bottom to top
 * @param taken rectangles that are not free
 */
export function regionLabels(
  { rows }: CellGrid,
  edges: { readonly x: readonly number[]; readonly y: readonly number[] },
  texts: Readonly<Record<Region, readonly string[]>>,
  taken: readonly Box[],
): RegionLabel[] {
  const centre = (at: readonly number[], i: number): number =>
    ((at[i] ?? 0) + (at[i + 1] ?? 0)) / 2;
  const size = (at: readonly number[], i: number): number =>
    Math.abs((at[i + 1] ?? 0) - (at[i] ?? 0));
  const cells = rows.flatMap((row, j) =>
    row.map(({ region }, i) => ({
      region,
      x: centre(edges.x, i),
      y: centre(edges.y, j),
      width: size(edges.x, i),
      height: size(edges.y, j),
    })),
  );
  const [right, bottom] = [edges.x.at(-1) ?? 0, edges.y[0] ?? 0];
  const place = (region: Region, text: string): RegionLabel | undefined => {
    const own = cells.filter((cell) => cell.region === region);
    const others = cells.filter((cell) => cell.region !== region);
    const width = textWidth(text, STYLE) + 10;
    let best: { x: number; y: number; room: number } | undefined;
    for (const { x, y } of own) {
      // Free on each side of the text, by the nearest cell of another region, border and box.
      const room = (box: { x: number; y: number }, w: number, h: number): number =>
        Math.max(Math.abs(box.x - x) - (width + w) / 2, Math.abs(box.y - y) - (HEIGHT + h) / 2);
      const frame = Math.min(
        Math.min(x, right - x) - width / 2,
        Math.min(y, bottom - y) - HEIGHT / 2,
      );
      const boxes = taken.map((box) =>
        room({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, box.width, box.height),
      );
      let free = Math.min(frame, ...boxes);
      const least = Math.max(0, best?.room ?? 0);
      for (const other of others) {
        if (free <= least) break;
        free = Math.min(free, room(other, other.width, other.height));
      }
      if (free > least) best = { x, y, room: free };
    }
    return best === undefined ? undefined : { region, text, x: best.x, y: best.y };
  };
  return (Object.keys(texts) as Region[]).flatMap((region) => {
    for (const text of texts[region]) {
      const label = place(region, text);
      if (label !== undefined) return [label];
    }
    return [];
  });
}
