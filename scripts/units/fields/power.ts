/** a to the power of a whole exponent, by squaring and multiplying. */
export function power(
  multiply: (a: bigint, b: bigint) => bigint,
  a: bigint,
  exponent: bigint,
): bigint {
  let [result, base] = [1n, a];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = multiply(result, base);
    base = multiply(base, base);
  }
  return result;
}

/** Inverse in GF(2^bits) by Fermat, a^(2^bits - 2), which makes the inverse of 0 zero. Inverters are built otherwise. */
export function inverse(
  field: { readonly bits: number; readonly multiply: (a: bigint, b: bigint) => bigint },
  a: bigint,
): bigint {
  return power(field.multiply, a, (1n << BigInt(field.bits)) - 2n);
}
