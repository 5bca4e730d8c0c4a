import { DIRECTION_NUMBERS } from './directionNumbers.ts';

const BITS = 32;

/** Most dimensions that the table of direction numbers covers. */
export const MOST_DIMENSIONS = 256;

let table: readonly string[] | undefined;

/**
 * The 32 direction numbers of a dimension of the Sobol sequence, as binary fractions of 2^32.
 *
 * Source: P. Bratley and B. L. Fox, "Algorithm 659", ACM TOMS 14 (1988) 88-100, recurrence (2),
 * with the primitive polynomials and initial numbers of Joe and Kuo.
 *
 * @param dimension - from 0, below `MOST_DIMENSIONS`
 * @returns v_1 to v_32
 * @throws RangeError for a dimension beyond the table
 * @example sobolDirections(0)[0] // => 2 ** 31
 */
export function sobolDirections(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) return v.map((_, i) => 2 ** (BITS - 1 - i));
  table ??= DIRECTION_NUMBERS.trim().split('\n');
  const line = table[dimension - 1];
  if (line === undefined) throw new RangeError(`no direction numbers for dimension ${dimension}`);
  const [s = 0, a = 0, ...m] = line.split(' ').map(Number);
  for (let i = 0; i < BITS; i++) {
    if (i < s) {
      v[i] = (m[i] ?? 0) << (BITS - 1 - i);
      continue;
    }
    const before = v[i - s] ?? 0;
    let next = before ^ (before >>> s);
    for (let k = 1; k < s; k++) if ((a >>> (s - 1 - k)) & 1) next ^= v[i - k] ?? 0;
    v[i] = next;
  }
  return v;
}
