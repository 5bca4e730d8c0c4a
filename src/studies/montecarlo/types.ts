import type { SamplingMethod } from '../sampling/sampler.ts';
import type { Histogram } from '../statistics/histogram.ts';

/** A number estimated from samples, and the interval that its doubt spans. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A quantile: the value that a draw stays below with this probability. */
export interface QuantileEstimate extends Estimate {
  readonly probability: number;
  /** Ends that lie beyond all draws, so that the least or greatest of them stands there. */
  readonly open?: readonly ('low' | 'high')[];
}

/** What is known of an output. Rows in which it is not finite take no part, and are counted. */
export interface OutputSummary {
  readonly name: string;
  /** Rows in which it is finite, and in which it is not. */
  readonly rows: number;
  readonly notFinite: number;
  readonly mean: Estimate;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly quantiles: readonly QuantileEstimate[];
  readonly histogram: Histogram;
  /** Of logarithmic outputs: the base-10 logarithm of the rows above 0. */
  readonly log10?: { readonly rows: number; readonly mean: Estimate; readonly sd: number };
}

/** How likely a test passes, among the rows in which it is finite. */
export interface TruthSummary {
  readonly name: string;
  readonly rows: number;
  readonly notFinite: number;
  readonly passes: number;
  readonly probability: Estimate;
  /** How the interval was found: from the spread of the replicates, or as if rows were random. */
  readonly interval: 'replicates' | 'wilson';
}

/** What was known after so many samples. */
export interface Checkpoint {
  readonly samples: number;
  readonly truths: readonly { readonly name: string; readonly probability: Estimate }[];
  readonly outputs: readonly { readonly name: string; readonly mean: Estimate }[];
}

/** Result of a Monte Carlo study, as plain data. */
export interface MontecarloResult {
  readonly method: SamplingMethod;
  readonly seed: number;
  readonly replicates: number;
  readonly confidence: number;
  /** Names of the inputs that varied. */
  readonly varying: readonly string[];
  /** Rows done; fewer than asked for if the study was stopped. */
  readonly samples: number;
  readonly complete: boolean;
  /** Rows in which the model found something that is not finite. */
  readonly notFinite: number;
  readonly outputs: readonly OutputSummary[];
  readonly truths: readonly TruthSummary[];
  /** At every power of two of rows per replicate from 16 on, and at the end. */
  readonly convergence: readonly Checkpoint[];
}

/** Where a study is. */
export interface Progress {
  /** Rows done so far, and in all. */
  readonly done: number;
  readonly samples: number;
  /**
   * Half the width of the widest interval of a probability; where nothing is tested, the widest
   * half width of a mean in units of its standard deviation.
   */
  readonly halfWidth: number;
}
