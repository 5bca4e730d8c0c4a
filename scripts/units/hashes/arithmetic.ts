/** A 32-bit word rotated to the right. */
export function rotateRight(value: bigint, by: number): bigint {
  return BigInt.asUintN(32, (value >> BigInt(by)) | (value << BigInt(32 - by)));
}

/** A 64-bit word rotated to the left. */
export function rotateLeft64(value: bigint, by: number): bigint {
  return BigInt.asUintN(64, (value << BigInt(by)) | (value >> BigInt(64 - by)));
}

/** Sum modulo 2^32. */
export function add(...values: readonly bigint[]): bigint {
  return BigInt.asUintN(
    32,
    values.reduce((sum, value) => sum + value, 0n),
  );
}
