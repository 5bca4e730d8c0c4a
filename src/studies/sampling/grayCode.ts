/**
 * The Sobol point of a row, in the order of the Gray code: the sum, without carries, of the
 * directions that the Gray code of the row names.
 *
 * Source: I. A. Antonov and V. M. Saleev, "An economic method of computing LP-tau sequences", USSR
 * Computational Mathematics and Mathematical Physics 19 (1979) 252-256.
 *
 * @param directions - direction numbers of a coordinate
 * @param row - index of the point, below 2^32
 * @returns its coordinate, with the bits in the order that the directions have them
 */
export function grayCodeState(directions: Int32Array, row: number): number {
  let state = 0;
  for (let bits = (row ^ (row >>> 1)) >>> 0, k = 0; bits !== 0; bits >>>= 1, k++) {
    if (bits & 1) state ^= directions[k] as number;
  }
  return state;
}

/** Which direction leads to a row from the one before it: the number of zeros that the row ends in. */
export function grayCodeStep(row: number): number {
  return 31 - Math.clz32(row & -row);
}
