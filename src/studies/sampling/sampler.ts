/** How points of the unit cube are made. */
export type SamplingMethod = 'sobol' | 'random';

/** Which of the many possible sets of points. */
export interface SamplerOptions {
  /** Whole number, 0 to 2^53 - 1. */
  readonly seed: number;
  /** Independent repetition, from 0; each has points of its own under the same seed. */
  readonly replicate?: number;
}

/**
 * Points of the unit cube by their row index: what a row holds depends on the seed, the replicate
 * and the index alone, so that any chunk can be made by itself, in any order, in any thread.
 */
export interface Sampler {
  readonly dimensions: number;
  /**
   * Writes the points `from` to `from + count - 1`, one column per dimension, to the rows from
   * `at` (0 where left out) on.
   */
  readonly fill: (
    columns: readonly Float64Array[],
    from: number,
    count: number,
    at?: number,
  ) => void;
}
