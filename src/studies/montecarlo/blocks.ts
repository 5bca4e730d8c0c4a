/** Blocks double until they have this many rows, and stay so. */
const LARGEST = 4096;
const FIRST = 16;
const DOUBLINGS = Math.log2(LARGEST / FIRST);

/**
 * The rows of a block of a replicate. Results are accumulated block by block in the order of
 * their numbers, so which rows form a block must depend on nothing else: 0-15, 16-31, 32-63, and
 * so on up to blocks of 4096 rows. Powers of two of rows end a block, where convergence is noted.
 *
 * @param block - number from 0
 * @param rows - rows of the replicate, which cut the last block short
 * @returns first row and row after the last
 * @example blockRows(9, 1e6) // => [4096, 8192]
 */
export function blockRows(block: number, rows: number): [number, number] {
  const start = (k: number): number =>
    k === 0 ? 0 : k <= DOUBLINGS + 1 ? FIRST * 2 ** (k - 1) : LARGEST * (k - DOUBLINGS);
  return [Math.min(rows, start(block)), Math.min(rows, start(block + 1))];
}

/** Rows that a block has at most. */
export const BLOCK_ROWS: number = LARGEST;
