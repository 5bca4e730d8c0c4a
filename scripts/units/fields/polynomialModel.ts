/** Product of two polynomials over GF(2), bit i the coefficient of x^i. */
export function carrylessMultiply(a: bigint, b: bigint): bigint {
  let product = 0n;
  for (let [shifted, rest] = [a, b]; rest > 0n; rest >>= 1n, shifted <<= 1n) {
    if (rest & 1n) product ^= shifted;
  }
  return product;
}

/** Remainder of a polynomial over GF(2) by another one. */
export function reduce(a: bigint, modulus: bigint): bigint {
  const degree = degreeOf(modulus);
  let rest = a;
  for (let top = degreeOf(rest); top >= degree; top = degreeOf(rest)) {
    rest ^= modulus << BigInt(top - degree);
  }
  return rest;
}

/** Degree of a polynomial over GF(2); -1 for zero. */
export function degreeOf(a: bigint): number {
  if (a === 0n) return -1;
  // Hexadecimal is the quickest way to the length of a BigInt.
  const digits = a.toString(16);
  return 4 * digits.length - 1 - Math.clz32(parseInt(digits.charAt(0), 16)) + 28;
}
