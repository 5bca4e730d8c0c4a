import { quantile } from '../studies/distributions/quantile.ts';
import { morris } from '../studies/morris/morris.ts';
import { randomSampler } from '../studies/sampling/random.ts';
import { log10Name, logarithmic } from './logarithmic.ts';
import { refuseCorrelation, type Prepared } from './prepare.ts';
import type { MorrisReport } from './types.ts';

/** A cheap first look at which inputs matter to log10 of the ratio, and where they interact. */
export function morrisReport(
  prepared: Prepared,
  { trajectories, seed }: { readonly trajectories: number; readonly seed: number },
): MorrisReport {
  refuseCorrelation(prepared);
  const { model, inputs, head, headline } = prepared;
  const result = morris({
    model: logarithmic(model, [headline]),
    quantiles: inputs.map(({ distribution }) => quantile(distribution)),
    fill: randomSampler(3 * inputs.length, { seed }).fill,
    trajectories,
    output: log10Name(headline),
  });
  return { kind: 'morris', ...head, seed, trajectories, result };
}
