import { InputError, type Issue } from '../../issues/issue.ts';
import { nearest } from '../../issues/nearest.ts';
import { quote } from '../../issues/quote.ts';
import { checkShare, checkWhole } from '../checkNumber.ts';
import type { Correlation } from '../sampling/correlation.ts';
import type { SamplingMethod } from '../sampling/sampler.ts';

/** What may be asked of a Monte Carlo study. */
export interface MontecarloOptions {
  /** Rows; rounded up to a multiple of `replicates`. 65,536 where left out. */
  readonly samples?: number;
  /** Whole number, 0 to 2^53 - 1; 0 where left out, and 0 is a seed. */
  readonly seed?: number;
  /** Scrambled Sobol points where left out. */
  readonly method?: SamplingMethod;
  /**
   * Independent scramblings of the Sobol points, whose spread gives the intervals; 8 where left
   * out, at least 2. Random points need none and have 1.
   */
  readonly replicates?: number;
  /** How often an interval shall hold the truth; 0.95 where left out. */
  readonly confidence?: number;
  /** Rows that the model computes at once; changes the speed and nothing else. */
  readonly chunk?: number;
  /** Correlation between inputs that vary. */
  readonly correlation?: Correlation;
  /** Outputs that are tests, 1 or 0: they get a probability instead of quantiles. */
  readonly truths?: readonly string[];
  /** Outputs whose logarithm is of interest: bars on a logarithmic axis, mean of log10. */
  readonly logarithmic?: readonly string[];
}

/** Options with nothing left out. */
export interface Settings {
  readonly method: SamplingMethod;
  readonly seed: number;
  readonly replicates: number;
  /** Rows of each replicate. */
  readonly rows: number;
  readonly confidence: number;
  readonly chunk: number;
  readonly truths: ReadonlySet<string>;
  readonly logarithmic: ReadonlySet<string>;
}

/** Most rows of a study: the sketches count in 32 bits. */
export const MOST_SAMPLES: number = 2 ** 32 - 1;

/**
 * Fills in what was left out.
 *
 * @param options - as the caller gave them
 * @param outputs - names of the outputs of the model
 * @returns the settings
 * @throws InputError with everything that is wrong
 */
export function readSettings(options: MontecarloOptions, outputs: readonly string[]): Settings {
  const { samples = 65_536, seed = 0, method = 'sobol', confidence = 0.95, chunk = 1024 } = options;
  const replicates = method === 'random' ? 1 : (options.replicates ?? 8);
  const { truths = [], logarithmic = [] } = options;
  const issues: Issue[] = [
    ...checkWhole('samples', samples, 1, MOST_SAMPLES),
    ...checkWhole('seed', seed, 0, Number.MAX_SAFE_INTEGER),
    ...checkWhole('replicates', replicates, method === 'random' ? 1 : 2, 1024),
    ...checkWhole('chunk', chunk, 1, MOST_SAMPLES),
    ...[...truths, ...logarithmic].flatMap((name) => checkOutput(name, outputs)),
    ...checkShare('confidence', confidence),
  ];
  if (issues.length > 0) throw new InputError(issues);
  return {
    method,
    seed,
    replicates,
    rows: Math.ceil(samples / replicates),
    confidence,
    chunk,
    truths: new Set(truths),
    logarithmic: new Set(logarithmic),
  };
}

function checkOutput(name: string, outputs: readonly string[]): Issue[] {
  if (outputs.includes(name)) return [];
  const suggestion = nearest(name, outputs);
  const more = suggestion === undefined ? {} : { suggestion };
  const message = 'the model has no such output';
  return [{ code: 'unknown-output', message, received: quote(name), ...more }];
}
