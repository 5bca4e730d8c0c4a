import { sortedQuantile } from './sortedQuantile.ts';

/** What is told of the values of an output over samples. */
export interface Summary {
  readonly mean: number;
  /** In the order of the probabilities that were asked for. */
  readonly quantiles: readonly number[];
  /** Share of the finite values that are at most the threshold, when there is one. */
  readonly within?: number;
  /** Samples without a finite value, which count in nothing else. */
  readonly notFinite: number;
}

/**
 * Mean, quantiles (type 7) and share within a threshold of the finite values.
 *
 * @param values - one value a sample; not changed
 * @param probabilities - of the quantiles, from 0 to 1
 * @param threshold - the greatest value that is within
 * @returns the summary; NaN and `notFinite` when no value is finite
 * @example summarise(Float64Array.of(1, 3, NaN), [0.5], 2)
 * // => { mean: 2, quantiles: [2], within: 0.5, notFinite: 1 }
 */
export function summarise(
  values: Float64Array,
  probabilities: readonly number[],
  threshold?: number,
): Summary {
  const sorted = values.filter(Number.isFinite).sort();
  let sum = 0;
  let within = 0;
  for (const value of sorted) {
    sum += value;
    if (threshold !== undefined && value <= threshold) within++;
  }
  return {
    mean: sum / sorted.length,
    quantiles: probabilities.map((probability) => sortedQuantile(sorted, probability)),
    ...(threshold === undefined ? {} : { within: within / sorted.length }),
    notFinite: values.length - sorted.length,
  };
}
