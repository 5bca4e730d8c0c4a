/** The two multipliers and the two Weyl increments of Philox4x32. */
const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const ROUNDS = 10;

/** High word of the product of two 32-bit words, by halves: no product leaves 32 bits. */
function high(ah: number, al: number, b: number): number {
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const middle = (Math.imul(ah, bl) >>> 0) + (Math.imul(al, bl) >>> 16);
  const cross = (Math.imul(al, bh) >>> 0) + (middle & 0xffff);
  return (Math.imul(ah, bh) + (middle >>> 16) + (cross >>> 16)) | 0;
}

/**
 * Philox4x32-10, a counter-based pseudo-random generator: four words that look random, computed
 * from a counter and a key without any state.
 *
 * Source: J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC '11,
 * doi:10.1145/2063384.2063405.
 *
 * @param c0 - first word of the counter; all words are taken modulo 2^32
 * @param c1 - second word of the counter
 * @param c2 - third word of the counter
 * @param c3 - fourth word of the counter
 * @param k0 - first word of the key
 * @param k1 - second word of the key
 * @param out - receives the four words
 * @example philox(0, 0, 0, 0, 0, 0, out) // out[0] => 0x6627e8d5
 */
export function philox(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): void {
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = high(M0 >>> 16, M0 & 0xffff, c0);
    const low0 = Math.imul(M0, c0);
    const high1 = high(M1 >>> 16, M1 & 0xffff, c2);
    const low1 = Math.imul(M1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}
