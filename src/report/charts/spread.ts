/** Something with a place of its own and a size, that others must not lie on. */
export interface Spread {
  readonly at: number;
  readonly size: number;
}

/**
 * Moves things along a line as little as it takes for none to lie on another: the least sum of
 * squared moves that keeps their order (isotonic regression by pooling adjacent violators, Ayer et
 * al. 1955), and then all together to within the ends.
 *
 * @returns the middle of each, in the order given; null where they do not all fit
 */
export function spread(
  items: readonly Spread[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] | null {
  const order = items.map((_, i) => i).sort((a, b) => sizeOf(a, 'at') - sizeOf(b, 'at'));
  function sizeOf(i: number, key: keyof Spread): number {
    return items[i]?.[key] ?? 0;
  }
  // Where each would begin if all before it stood close together.
  let before = 0;
  const starts = order.map((i) => {
    const start = before;
    before += sizeOf(i, 'size') + gap;
    return start;
  });
  const total = before - gap;
  if (total > high - low) return null;
  const pools: { sum: number; count: number }[] = [];
  order.forEach((i, k) => {
    pools.push({ sum: sizeOf(i, 'at') - sizeOf(i, 'size') / 2 - (starts[k] ?? 0), count: 1 });
    for (;;) {
      const [a, b] = [pools.at(-2), pools.at(-1)];
      if (a === undefined || b === undefined || a.sum / a.count <= b.sum / b.count) break;
      pools.splice(-2, 2, { sum: a.sum + b.sum, count: a.count + b.count });
    }
  });
  const shifts = pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  const places = items.map(() => 0);
  order.forEach((i, k) => {
    const shift = Math.min(high - total, Math.max(low, shifts[k] ?? 0));
    places[i] = shift + (starts[k] ?? 0) + sizeOf(i, 'size') / 2;
  });
  return places;
}
