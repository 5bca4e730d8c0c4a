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
  return [Math.min(rows, startOf(block)), Math.min(rows, startOf(block + 1))];
}

/** First row of a block. */
function startOf(block: number): number {
  if (block === 0) return 0;
  return block <= DOUBLINGS + 1 ? FIRST * 2 ** (block - 1) : LARGEST * (block - DOUBLINGS);
}

/** How many blocks so many rows are, at least 1. */
export function blockCount(rows: number): number {
  if (rows > LARGEST) return DOUBLINGS + Math.ceil(rows / LARGEST);
  let blocks = 1;
  while (startOf(blocks) < rows) blocks++;
  return blocks;
}

/** Rows that a block has at most. */
export const BLOCK_ROWS: number = LARGEST;
