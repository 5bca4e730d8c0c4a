import { InputError } from '../../issues/issue.ts';

/** How nodes are spaced: by equal differences or by equal factors. */
export type Spacing = 'linear' | 'log';

/**
 * Nodes from `low` to `high`, both of them exactly included.
 *
 * @param low - first node
 * @param high - last node, above `low`
 * @param count - number of nodes, at least 2
 * @param spacing - `log` needs positive ends; when left out it is `log` where they are
 * @returns the nodes, ascending
 * @throws InputError when there are no such nodes
 * @example nodes(1, 100, 3) // => Float64Array [1, 10, 100]
 */
export function nodes(
  low: number,
  high: number,
  count: number,
  spacing: Spacing = low > 0 ? 'log' : 'linear',
): Float64Array {
  const log = spacing === 'log';
  const finite = Number.isFinite(low) && Number.isFinite(high) && low < high;
  if (!finite || (log && low <= 0) || !Number.isInteger(count) || count < 2) {
    throw new InputError([
      {
        code: 'bad-range',
        message: 'this is not a range that can be divided',
        expected: `low < high${log ? ', both positive' : ''}, and at least 2 nodes`,
        received: `${low} to ${high}, ${count} nodes`,
      },
    ]);
  }
  const last = count - 1;
  return Float64Array.from({ length: count }, (_, k) => {
    if (k === 0 || k === last) return k === 0 ? low : high;
    const value = log ? low * (high / low) ** (k / last) : low + (high - low) * (k / last);
    return Math.min(high, Math.max(low, value));
  });
}
