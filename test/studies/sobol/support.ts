import type { ColumnModel } from '../../../src/studies/types.ts';
import type { Quantile, UniformFill } from '../../../src/studies/sobol/types.ts';

/** A model of named outputs, each a function of one row. A row with a value that is not finite is NaN. */
export function makeModel(
  inputs: readonly string[],
  outputs: Readonly<Record<string, (...x: number[]) => number>>,
): ColumnModel & { readonly calls: () => number } {
  const functions = Object.values(outputs);
  let calls = 0;
  return {
    inputs,
    outputs: Object.keys(outputs),
    calls: () => calls,
    columns: (columns, results, from, to) => {
      calls++;
      let broken = 0;
      for (let row = from; row < to; row++) {
        const x = columns.map((column) => column[row] as number);
        const values = functions.map((f) => f(...x));
        const finite = values.every(Number.isFinite);
        if (!finite) broken++;
        results.forEach((result, k) => (result[row] = finite ? (values[k] as number) : NaN));
      }
      return broken;
    },
  };
}

/** The same model with its inputs in another order: input `k` is input `order[k]` of the old one. */
export function permuted(model: ColumnModel, order: readonly number[]): ColumnModel {
  return {
    ...model,
    inputs: order.map((k) => model.inputs[k] as string),
    columns: (inputs, ...rest) =>
      model.columns(
        model.inputs.map((_, i) => inputs[order.indexOf(i)] as Float64Array),
        ...rest,
      ),
  };
}

/** Uniform between two ends. */
export const uniform =
  (low: number, high: number): Quantile =>
  (u) =>
    low + u * (high - low);

/** Mixing function of 32 bits: C. Wellons, "Prospecting for hash functions" (2018), lowbias32. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0xd35a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

/** Pseudo-random numbers by seed, column and sample. */
export function pseudoRandom(seed: number): UniformFill {
  return (columns, from, count) => {
    columns.forEach((column, c) => {
      const key = mix(mix(seed + 0x9e3779b9) + c);
      for (let k = 0; k < count; k++) {
        column[k] = (mix(mix(from + k + 0x85ebca6b) ^ key) + 0.5) / 2 ** 32;
      }
    });
  };
}

/**
 * Quasi-random numbers without tables: multiples of powers of the root of x^(d+1) = x + 1, modulo 1.
 * M. Roberts, "The unreasonable effectiveness of quasirandom sequences" (2018).
 */
export function quasiRandom(): UniformFill {
  return (columns, from, count) => {
    let root = 2;
    for (let k = 0; k < 60; k++) root = (1 + root) ** (1 / (columns.length + 1));
    columns.forEach((column, c) => {
      const step = root ** -(c + 1);
      for (let k = 0; k < count; k++) {
        const u = (0.5 + step * (from + k + 1)) % 1;
        column[k] = Math.max(u, 2 ** -53);
      }
    });
  };
}

/** Ishigami and Homma (1990) with a = 7, b = 0.1, over -pi to pi. */
export const ishigami = makeModel(['x1', 'x2', 'x3'], {
  y: (x1 = 0, x2 = 0, x3 = 0) =>
    Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1),
});

/** Quantile functions for it. */
export const ISHIGAMI_INPUTS = [0, 1, 2].map(() => uniform(-Math.PI, Math.PI));

/**
 * Exact indices of the Ishigami function: V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2,
 * V1 = (1 + b pi^4/5)^2 / 2, V2 = a^2/8, V13 = 8 b^2 pi^8/225.
 */
export const ISHIGAMI = ((): { first: number[]; total: number[]; pair13: number } => {
  const [a, b, p4] = [7, 0.1, Math.PI ** 4];
  const variance = a ** 2 / 8 + (b * p4) / 5 + (b * p4) ** 2 / 18 + 0.5;
  const [v1, v2] = [(1 + (b * p4) / 5) ** 2 / 2, a ** 2 / 8];
  const v13 = (8 * (b * p4) ** 2) / 225;
  return {
    first: [v1, v2, 0].map((v) => v / variance),
    total: [v1 + v13, v2, v13].map((v) => v / variance),
    pair13: v13 / variance,
  };
})();
