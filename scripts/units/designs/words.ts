/** Values beside each other, the first one lowest. */
export function pack(values: readonly bigint[], widths: readonly number[]): bigint {
  let [packed, at] = [0n, 0n];
  values.forEach((value, index) => {
    packed |= value << at;
    at += BigInt(widths[index] ?? 0);
  });
  return packed;
}

/** Takes apart what `pack` put together. */
export function unpack(packed: bigint, widths: readonly number[]): bigint[] {
  let rest = packed;
  return widths.map((width) => {
    const value = BigInt.asUintN(width, rest);
    rest >>= BigInt(width);
    return value;
  });
}

/** Words of one width beside each other, the first one lowest. */
export function packWords(words: readonly bigint[], width: number): bigint {
  return words.reduceRight((packed, word) => (packed << BigInt(width)) | word, 0n);
}

/** Takes apart what `packWords` put together. */
export function unpackWords(packed: bigint, width: number, count: number): bigint[] {
  return Array.from({ length: count }, (_, i) =>
    BigInt.asUintN(width, packed >> BigInt(i * width)),
  );
}
