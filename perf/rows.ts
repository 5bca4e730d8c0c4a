import type { Varied } from './model.ts';

/** Uniform numbers in [0, 1) that are the same in every run (sfc32). */
export function uniform(seed: number): () => number {
  let [a, b, c, d] = [seed, 0x9e3779b9, 0x243f6a88, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

/** One column an input, with values between low and high. */
export function randomColumns(
  inputs: readonly Varied[],
  rows: number,
  seed: number,
): Float64Array[] {
  const random = uniform(seed);
  return inputs.map(({ low, high, whole }) => {
    const draw = whole
      ? (): number => low + Math.floor(random() * (high - low + 1))
      : (): number => low + random() * (high - low);
    return Float64Array.from({ length: rows }, draw);
  });
}
