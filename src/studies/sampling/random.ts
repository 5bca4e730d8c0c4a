import { philox } from './philox.ts';
import type { Sampler, SamplerOptions } from './sampler.ts';
import { seedWords } from './seed.ts';

/**
 * Independent pseudo-random points: coordinate d of row i is word d mod 4 of Philox4x32-10 with
 * counter (i, d / 4, replicate) and the seed as key. 32 bits each, in the middle of their cell, so
 * that neither 0 nor 1 comes up and the resolution is that of the Sobol points.
 *
 * @param dimensions - coordinates of a point
 * @param options - seed and replicate
 * @returns the sampler
 * @example
 * import { randomSampler } from 'emuprove/studies';
 *
 * const columns = [new Float64Array(1024), new Float64Array(1024)];
 * randomSampler(2, { seed: 0 }).fill(columns, 0, 1024);
 * console.log(columns.every((column) => column.every((one) => one > 0 && one < 1))); // true
 */
export function randomSampler(dimensions: number, options: SamplerOptions): Sampler {
  const [low, high] = seedWords(options.seed);
  const replicate = options.replicate ?? 0;
  const out = new Uint32Array(4);
  const unused = new Float64Array(0);
  return {
    dimensions,
    fill: (columns, from, count, at = 0) => {
      for (let d = 0; d < dimensions; d += 4) {
        // Writes beyond the end of a typed array go nowhere.
        const [a = unused, b = unused, c = unused, e = unused] = columns.slice(d, d + 4);
        for (let i = 0; i < count; i++) {
          const row = from + i;
          philox(row | 0, Math.floor(row / 2 ** 32), d >>> 2, replicate, low, high, out);
          a[at + i] = ((out[0] ?? 0) + 0.5) * 2 ** -32;
          b[at + i] = ((out[1] ?? 0) + 0.5) * 2 ** -32;
          c[at + i] = ((out[2] ?? 0) + 0.5) * 2 ** -32;
          e[at + i] = ((out[3] ?? 0) + 0.5) * 2 ** -32;
        }
      }
    },
  };
}
