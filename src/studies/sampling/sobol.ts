import { fillScrambled } from './fillScrambled.ts';
import { grayCodeState, grayCodeStep } from './grayCode.ts';
import { reverseBits } from './owenScramble.ts';
import { philox } from './philox.ts';
import type { Sampler, SamplerOptions } from './sampler.ts';
import { seedWords } from './seed.ts';
import { MOST_DIMENSIONS, sobolDirections } from './sobolDirections.ts';

const MOST_ROWS = 2 ** 32;
/** Sets the seeds of scramblings apart from every row of `randomSampler`. */
const SCRAMBLING = 0xffffffff;

/**
 * Scrambled Sobol points: 2^k consecutive rows from a multiple of 2^k hold one point in every
 * interval of length 2^-k of every coordinate, and every point by itself is uniform, so averages
 * over replicates are without bias. Rows follow the Gray code of their index, coordinates lie in
 * the middle of their cell of 2^-32: never 0, never 1.
 *
 * Owen scrambling by hash, then a digital shift that makes up for what the hash may lack; both
 * seeds of a dimension come from Philox4x32-10 of the seed, the replicate and the dimension.
 *
 * @param dimensions - coordinates of a point, up to 256
 * @param options - seed and replicate
 * @returns the sampler, for rows below 2^32
 * @throws RangeError for more dimensions or rows than there are
 * @example
 * import { sobolSampler } from 'emuprove/studies';
 *
 * const columns = [new Float64Array(1024), new Float64Array(1024)];
 * sobolSampler(2, { seed: 0 }).fill(columns, 0, 1024);
 * console.log(columns.every((column) => column.every((one) => one > 0 && one < 1))); // true
 */
export function sobolSampler(dimensions: number, options: SamplerOptions): Sampler {
  const [low, high] = seedWords(options.seed);
  const words = new Uint32Array(4);
  const seeds = Array.from({ length: dimensions }, (_, d): [number, number] => {
    philox(SCRAMBLING, SCRAMBLING, d, options.replicate ?? 0, low, high, words);
    return [words[0] ?? 0, words[1] ?? 0];
  });
  const directions = mirroredDirections(dimensions);
  return {
    dimensions,
    fill: (columns, from, count, at = 0) => {
      checkRows(from, count);
      for (const [d, v] of directions.entries()) {
        const [seed, shift] = seeds[d] ?? [0, 0];
        fillScrambled(columns[d] ?? new Float64Array(0), at, v, from, count, seed, shift);
      }
    },
  };
}

/**
 * The Sobol points as published: from the origin on, in the order of the Gray code, without any
 * scrambling. For tests and comparisons; their first coordinates are 0, where a normal quantile
 * is infinite.
 *
 * @param dimensions - coordinates of a point, up to 256
 * @returns the sampler, for rows below 2^32
 * @throws RangeError for more dimensions or rows than there are
 */
export function plainSobolSampler(dimensions: number): Sampler {
  const directions = mirroredDirections(dimensions);
  return {
    dimensions,
    fill: (columns, from, count, at = 0) => {
      checkRows(from, count);
      for (const [d, v] of directions.entries()) {
        const column = columns[d];
        for (let i = 0, x = grayCodeState(v, from); column !== undefined && i < count; i++) {
          column[at + i] = (reverseBits(x) >>> 0) * 2 ** -32;
          x ^= v[grayCodeStep(from + i + 1)] ?? 0;
        }
      }
    },
  };
}

/** Direction numbers with mirrored bits, as the scrambling wants them. */
function mirroredDirections(dimensions: number): Int32Array[] {
  if (!Number.isInteger(dimensions) || dimensions < 0 || dimensions > MOST_DIMENSIONS) {
    throw new RangeError(
      `Sobol points have up to ${MOST_DIMENSIONS} dimensions, not ${dimensions}`,
    );
  }
  return Array.from({ length: dimensions }, (_, d) =>
    Int32Array.from(sobolDirections(d), reverseBits),
  );
}

function checkRows(from: number, count: number): void {
  if (!(from >= 0 && count >= 0 && from + count <= MOST_ROWS)) {
    throw new RangeError(`Sobol points have rows 0 to ${MOST_ROWS - 1}`);
  }
}
