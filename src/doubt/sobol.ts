import { quantile } from '../studies/distributions/quantile.ts';
import { randomSampler } from '../studies/sampling/random.ts';
import { sobolSampler } from '../studies/sampling/sobol.ts';
import { MOST_DIMENSIONS } from '../studies/sampling/sobolDirections.ts';
import { sobol } from '../studies/sobol/sobol.ts';
import type { InputGroup } from '../studies/sobol/types.ts';
import { log10Name, logarithmic } from './logarithmic.ts';
import { refuseCorrelation, type Prepared } from './prepare.ts';
import type { SobolReport } from './types.ts';

/** Draws of the bootstrap behind the intervals of Sobol indices. */
const RESAMPLES = 1_000;

/** What may be asked of a Sobol study of a scenario. */
export interface SobolRequest {
  readonly samples: number;
  readonly seed: number;
  /** Inputs that are moved together. */
  readonly groups?: readonly InputGroup[];
  /** Whether pairs are analysed too. */
  readonly second?: boolean;
}

/**
 * Which inputs the spread of log10 of the ratio, the doubt of the verdict, and the spread of any
 * other quantity come from.
 *
 * @throws InputError for inputs drawn together, whose shares of the variance are not defined, and for
 *   groups that share an input or a name
 */
export function sobolReport(prepared: Prepared, request: SobolRequest): SobolReport {
  const { model, inputs, head, headline, verdict, wanted } = prepared;
  const { samples, seed, groups = [], second = false } = request;
  refuseCorrelation(prepared);
  const logs = [...new Set([headline, ...wanted.flatMap(({ key, log10 }) => (log10 ? key : []))])];
  const outputs = [log10Name(headline), verdict];
  outputs.push(...wanted.map(({ key, log10 }) => (log10 ? log10Name(key) : key)));
  const dimensions = 2 * inputs.length;
  const sampler = dimensions <= MOST_DIMENSIONS ? sobolSampler : randomSampler;
  const result = sobol({
    model: logarithmic(model, logs),
    quantiles: inputs.map(({ distribution }) => quantile(distribution)),
    fill: sampler(dimensions, { seed }).fill,
    samples,
    outputs: [...new Set(outputs)],
    groups,
    second,
    bootstrap: { resamples: RESAMPLES, fill: randomSampler(4, { seed }).fill },
  });
  return { kind: 'sobol', ...head, seed, result };
}
