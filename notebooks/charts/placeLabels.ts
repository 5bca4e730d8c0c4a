import { CHARACTER, GAP } from './parts.ts';

/** Something at a place in pixels, from the lower left, with its name. */
export interface Named {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

/** Where a label stands from its point, in the words of Vega-Lite. */
export interface Placement {
  readonly align: 'left' | 'right';
  readonly dx: number;
  readonly dy: number;
}

type Box = readonly [left: number, right: number, bottom: number, top: number];

/** Half the height of a line of text, and what a dot takes up. */
const HALF = 8;
const PLACEMENTS: readonly Placement[] = [-11, 13].flatMap((dy) => [
  { align: 'left', dx: GAP, dy },
  { align: 'right', dx: -GAP, dy },
]);

/**
 * A place for each label that hides as few points and other labels as there is room for.
 *
 * @param size of the plot, which no label leaves if it can stay
 */
export function placeLabels(
  named: readonly Named[],
  others: readonly { readonly x: number; readonly y: number }[],
  size: { readonly width: number; readonly height: number },
): Placement[] {
  const taken: Box[] = [...named, ...others].map(({ x, y }) => [
    x - HALF,
    x + HALF,
    y - HALF,
    y + HALF,
  ]);
  return named.map((point) => {
    const costs = PLACEMENTS.map((placement) => {
      const box = boxOf(point, placement);
      const inside = box[0] >= 0 && box[1] <= size.width && box[2] >= 0 && box[3] <= size.height;
      return taken.filter((other) => overlap(box, other)).length + (inside ? 0 : taken.length);
    });
    const best = PLACEMENTS[costs.indexOf(Math.min(...costs))] ?? { align: 'left', dx: GAP, dy: 0 };
    taken.push(boxOf(point, best));
    return best;
  });
}

function boxOf({ x, y, name }: Named, { align, dx, dy }: Placement): Box {
  const [start, length] = [x + dx, CHARACTER * name.length];
  const [left, right] = align === 'left' ? [start, start + length] : [start - length, start];
  return [left, right, y - dy - HALF, y - dy + HALF];
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3];
}
