import { add, rotateRight } from './arithmetic.ts';

/** Rounds of the compression function. */
export const BLAKE3_ROUNDS = 7;

/** Order in which the words of a message go into the next round (BLAKE3, table 2). */
export const BLAKE3_ORDER: readonly number[] = [
  2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8,
];

/** Which four words of the state the eight G of a round work on: the columns, then the diagonals. */
export const BLAKE3_QUARTERS: readonly (readonly [number, number, number, number])[] = [
  ...[0, 1, 2, 3].map((i) => quarter(i, 0)),
  ...[0, 1, 2, 3].map((i) => quarter(i, 1)),
];

/** Column `i` of the state, or the diagonal from its top when every row is turned by one more place. */
function quarter(i: number, turn: number): [number, number, number, number] {
  const at = (row: number): number => 4 * row + ((i + turn * row) % 4);
  return [at(0), at(1), at(2), at(3)];
}

/** The quarter-round G. */
export function blake3Quarter(words: readonly bigint[], x: bigint, y: bigint): bigint[] {
  let [a = 0n, b = 0n, c = 0n, d = 0n] = words;
  for (const [message, first, second] of [
    [x, 16, 12],
    [y, 8, 7],
  ] as const) {
    a = add(a, b, message);
    d = rotateRight(d ^ a, first);
    c = add(c, d);
    b = rotateRight(b ^ c, second);
  }
  return [a, b, c, d];
}

/** One round: eight G on a state of 16 words with a message of 16 words. */
export function blake3Round(state: readonly bigint[], message: readonly bigint[]): bigint[] {
  const words = [...state];
  BLAKE3_QUARTERS.forEach((at, index) => {
    const [x = 0n, y = 0n] = message.slice(2 * index);
    const mixed = blake3Quarter(
      at.map((i) => words[i] ?? 0n),
      x,
      y,
    );
    at.forEach((i, k) => (words[i] = mixed[k] ?? 0n));
  });
  return words;
}

/** The compression function; the first eight words are the chaining value. */
export function blake3Compress(state: readonly bigint[], message: readonly bigint[]): bigint[] {
  let [words, order] = [[...state], [...message]];
  for (let round = 0; round < BLAKE3_ROUNDS; round++) {
    words = blake3Round(words, order);
    order = BLAKE3_ORDER.map((i) => order[i] ?? 0n);
  }
  const [low, high] = [words.slice(0, 8), words.slice(8)];
  return [
    ...low.map((word, i) => word ^ (high[i] ?? 0n)),
    ...high.map((word, i) => word ^ (state[i] ?? 0n)),
  ];
}
