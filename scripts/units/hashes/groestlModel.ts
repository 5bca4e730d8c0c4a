import { packWords, unpackWords } from '../designs/words.ts';
import { AES_SBOX, aesMultiply } from './aesSbox.ts';

/** The two permutations of Groestl. */
export type Permutation = 'p' | 'q';

/** By how many columns ShiftBytes moves every row, to the left (Groestl 2.0, 3.4.4). */
export const GROESTL_SHIFTS: Readonly<Record<Permutation, readonly number[]>> = {
  p: [0, 1, 2, 3, 4, 5, 6, 7],
  q: [1, 3, 5, 7, 0, 2, 4, 6],
};

/** First row of the circulant matrix of MixBytes (3.4.5). */
const MIX = [2n, 2n, 3n, 4n, 5n, 3n, 5n, 7n];
const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7];

/** Rounds of the 512-bit permutations. */
export const GROESTL_ROUNDS = 10;

/** What AddRoundConstant adds to the byte in this row and column, but for the round number (3.4.2). */
export function groestlConstant(permutation: Permutation, row: number, column: number): bigint {
  if (permutation === 'p') return row === 0 ? BigInt(column << 4) : 0n;
  return row === 7 ? BigInt(column << 4) ^ 0xffn : 0xffn;
}

/** The row that the round number is added to. */
export function groestlRoundRow(permutation: Permutation): number {
  return permutation === 'p' ? 0 : 7;
}

/** One round on 64 bytes, those of a column beside each other, the first byte lowest. */
export function groestlRound(permutation: Permutation, state: bigint, round: bigint): bigint {
  const bytes = unpackWords(state, 8, 64);
  const substituted = bytes.map((byte, index) => {
    const [row, column] = [index % 8, Math.floor(index / 8)];
    const number = row === groestlRoundRow(permutation) ? round : 0n;
    return AES_SBOX[Number(byte ^ groestlConstant(permutation, row, column) ^ number)] ?? 0n;
  });
  const shifted = (row: number, column: number): bigint =>
    substituted[8 * ((column + (GROESTL_SHIFTS[permutation][row] ?? 0)) % 8) + row] ?? 0n;
  const mixed = EIGHT.flatMap((column) =>
    EIGHT.map((row) =>
      EIGHT.map((k) => aesMultiply(MIX[(k - row + 8) % 8] ?? 0n, shifted(k, column))).reduce(
        (sum, value) => sum ^ value,
      ),
    ),
  );
  return packWords(mixed, 8);
}

/** The permutation P or Q of 512 bits. */
export function groestlPermutation(permutation: Permutation, state: bigint): bigint {
  let result = state;
  for (let round = 0n; round < GROESTL_ROUNDS; round++) {
    result = groestlRound(permutation, result, round);
  }
  return result;
}
