/**
 * The tower of Wiedemann (1988), as Fan and Paar (1997) and Binius build it: T_0 = GF(2) and
 * T_(k+1) = T_k[X_k] / (X_k^2 + X_(k-1) X_k + 1) with X_(-1) = 1, so T_k has 2^k bits. The lower half
 * of an element is its coefficient of 1, the upper half that of X_(k-1).
 */

/** Product in T_level; Karatsuba on every level. */
export function towerMultiply(level: number, a: bigint, b: bigint): bigint {
  if (level === 0 || a === 0n || b === 0n || a === 1n || b === 1n)
    return a === 1n ? b : b === 1n ? a : 0n;
  const half = halfOf(level);
  const [a0, a1] = split(a, half);
  const [b0, b1] = split(b, half);
  const low = towerMultiply(level - 1, a0, b0);
  const high = towerMultiply(level - 1, a1, b1);
  const cross = towerMultiply(level - 1, a0 ^ a1, b0 ^ b1) ^ low ^ high;
  return (low ^ high) | ((cross ^ timesGenerator(level - 1, high)) << half);
}

/** a * X_(level-1) in T_level: a swap and the same one level down. */
export function timesGenerator(level: number, a: bigint): bigint {
  if (level === 0) return a;
  const half = halfOf(level);
  const [a0, a1] = split(a, half);
  return a1 | ((a0 ^ timesGenerator(level - 1, a1)) << half);
}

function halfOf(level: number): bigint {
  return 1n << BigInt(level - 1);
}

function split(a: bigint, half: bigint): [bigint, bigint] {
  return [a & ((1n << half) - 1n), a >> half];
}
