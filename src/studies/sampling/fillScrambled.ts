import { owenScramble, reverseBits, scrambleFactor } from './owenScramble.ts';
import { nativeScramble } from './nativeScramble.ts';
import { grayCodeState, grayCodeStep } from './grayCode.ts';

/**
 * Writes one coordinate of scrambled Sobol points: Owen scrambling, then a digital shift, then the
 * middle of the cell of 2^-32, which is never 0 and never 1.
 *
 * @param column - written to, from row `at` on
 * @param at - row of the column for the first point
 * @param directions - direction numbers of the coordinate, mirrored
 * @param from - index of the first point, below 2^32
 * @param count - number of points
 * @param seed - 32 bits for the scrambling
 * @param shift - 32 bits for the shift
 */
export const fillScrambled: (
  column: Float64Array,
  at: number,
  directions: Int32Array,
  from: number,
  count: number,
  seed: number,
  shift: number,
) => void = (() => {
  // What each byte of a mirrored fraction adds to it, lowest byte first; multiples of 2^-33, whose
  // sums are exact. V8 takes a table for a constant only in a scope of its own, together with the
  // loop that uses it: half of the time is won by that.
  const parts = Float64Array.from({ length: 4 * 256 }, (_, k) => {
    const bits = reverseBits((k & 255) << (8 * (k >> 8))) >>> 0;
    return (k < 256 ? bits + 0.5 : bits) * 2 ** -32;
  });
  const fraction = (mirrored: number): number =>
    (parts[mirrored & 255] as number) +
    (parts[256 + ((mirrored >>> 8) & 255)] as number) +
    (parts[512 + ((mirrored >>> 16) & 255)] as number) +
    (parts[768 + (mirrored >>> 24)] as number);
  return (column, at, directions, from, count, seed, shift) => {
    if (nativeScramble(column.subarray(at, at + count), directions, from, seed, shift)) return;
    // Told to be 32-bit words, they are computed with as such.
    const seedWord = seed | 0;
    const shiftWord = shift | 0;
    const next = (from + 1) | 0;
    const factor = scrambleFactor(seed);
    let state = grayCodeState(directions, from) | 0;
    for (let i = 0; i < count; i++) {
      column[at + i] = fraction(owenScramble(state, seedWord, factor) ^ shiftWord);
      state ^= directions[grayCodeStep((next + i) | 0)] as number;
    }
  };
})();
