/** Mirrors the bits of a 32-bit word. */
export function reverseBits(x: number): number {
  x = ((x & 0x55555555) << 1) | ((x >>> 1) & 0x55555555);
  x = ((x & 0x33333333) << 2) | ((x >>> 2) & 0x33333333);
  x = ((x & 0x0f0f0f0f) << 4) | ((x >>> 4) & 0x0f0f0f0f);
  x = ((x & 0x00ff00ff) << 8) | ((x >>> 8) & 0x00ff00ff);
  return (x << 16) | (x >>> 16);
}

/**
 * Owen's nested uniform scrambling of a binary fraction whose bits are mirrored: bit k is flipped
 * or not by a hash of the bits below it. Every step carries information upwards only, which makes
 * it a permutation that keeps the digital net.
 *
 * Source: B. Burley, "Practical hash-based Owen scrambling", Journal of Computer Graphics
 * Techniques 9 (2020) 1-20, after S. Laine and T. Karras (2011), with the constants of N. Vegdahl,
 * "Building a better LK hash" (2021), which leave less structure.
 *
 * @param mirrored - the fraction with its most significant bit lowest
 * @param seed - 32 bits, as a signed word
 * @param factor - `scrambleFactor(seed)`: the same for all points, and so not to be computed again
 * @returns the scrambled fraction, mirrored too, as a signed word
 */
export function owenScramble(mirrored: number, seed: number, factor: number): number {
  const a = mirrored ^ Math.imul(mirrored, LK_FACTORS[0]);
  const b = Math.imul((a + seed) | 0, factor);
  const c = b ^ Math.imul(b, LK_FACTORS[1]);
  return c ^ Math.imul(c, LK_FACTORS[2]);
}

/** The constants of N. Vegdahl, see {@link owenScramble}. */
export const LK_FACTORS = [0x3d20adea, 0x05526c56, 0x53a22864] as const;

/** The odd number that `owenScramble` multiplies by. */
export function scrambleFactor(seed: number): number {
  return (seed >>> 16) | 1;
}
