/** Quantile function of an input: its value at a probability strictly between 0 and 1. */
export type Quantile = (u: number) => number;

/**
 * Fills every column with uniform numbers in (0, 1): sample `from + k` goes to row `k`, for `count`
 * samples. A sample has to be the same whatever block it is asked for in.
 */
export type UniformFill = (columns: Float64Array[], from: number, count: number) => void;

/** Inputs that are moved together. */
export interface InputGroup {
  readonly name: string;
  readonly inputs: readonly string[];
}

/** An estimate and, when there was a bootstrap, its interval. */
export interface IndexEstimate {
  readonly value: number;
  readonly interval?: readonly [low: number, high: number];
}

/** Indices of one group of inputs. */
export interface GroupIndices extends InputGroup {
  /** Share of the variance that goes when the group is known; unclipped, so noise may be negative. */
  readonly first: IndexEstimate;
  /** Share of the variance that stays when all but the group is known. */
  readonly total: IndexEstimate;
  /** Rows behind both. */
  readonly rows: number;
}

/** Index of the interaction of two groups beyond their first-order effects. */
export interface PairIndex {
  readonly groups: readonly [string, string];
  readonly second: IndexEstimate;
}

/** Indices of one output. */
export interface OutputIndices {
  readonly output: string;
  readonly mean: number;
  readonly variance: number;
  readonly groups: readonly GroupIndices[];
  /** Empty unless second order was asked for. */
  readonly pairs: readonly PairIndex[];
}

/** A reason to trust a result less. */
export type SobolWarning =
  /** An interval is wider than was asked for: take more samples. */
  | {
      readonly code: 'wide-interval';
      readonly output: string;
      readonly groups: readonly string[];
      readonly index: 'first' | 'second' | 'total';
      readonly width: number;
    }
  /** Evaluations without a finite value, which were left out of what they belong to. */
  | {
      readonly code: 'not-finite';
      readonly output: string;
      readonly evaluations: number;
      /** Rows of the design in which at least one of them lies. */
      readonly rows: number;
    }
  /** The output does not vary, so that there is nothing to share. */
  | { readonly code: 'constant'; readonly output: string };
