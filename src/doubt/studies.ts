import { breakEven } from '../studies/breakeven/breakEven.ts';
import { montecarloAsync, type OnProgress } from '../studies/montecarlo/montecarlo.ts';
import type { MontecarloOptions } from '../studies/montecarlo/options.ts';
import { quantile } from '../studies/distributions/quantile.ts';
import { tornado } from '../studies/tornado/tornado.ts';
import { TRUTHS, type Prepared } from './prepare.ts';
import { sobol } from '../studies/sobol/sobol.ts';
import { randomSampler } from '../studies/sampling/random.ts';
import { sobolSampler } from '../studies/sampling/sobol.ts';
import { logarithmic } from './logarithmic.ts';
import type { BreakEvenReport, MontecarloReport, SobolReport, TornadoReport } from './types.ts';

/** How likely the scenario passes, and how the ratio is distributed. */
export async function montecarloReport(
  prepared: Prepared,
  options: Pick<MontecarloOptions, 'samples' | 'seed' | 'method'>,
  onProgress?: OnProgress,
): Promise<MontecarloReport> {
  const { model, inputs, head, headline, verdict } = prepared;
  const result = await montecarloAsync(
    model,
    inputs,
    {
      ...options,
      truths: [verdict, verdict.replace('passes', 'reading_passes'), ...TRUTHS],
      logarithmic: [headline, 'proved_rate', 'native_rate'],
    },
    onProgress,
  );
  return { kind: 'montecarlo', ...head, result };
}

/** How far each input alone moves the ratio. */
export function tornadoReport({ model, head, headline }: Prepared): TornadoReport {
  const result = tornado({
    model,
    base: [...model.base],
    ranges: head.inputs.map(({ name, p05: low, p95: high }) => ({ input: name, low, high })),
    output: headline,
    threshold: head.limit,
    scale: 'log10',
  });
  return { kind: 'tornado', ...head, result };
}

/** What each input would have to be for the ratio to meet its limit, and for the verdict to flip. */
export function breakEvenReport({
  model,
  inputs,
  head,
  headline,
  verdict,
}: Prepared): BreakEvenReport {
  // Solutions are looked for in all that an input may plausibly be.
  const ranges = inputs.map(({ name, distribution }) => {
    const q = quantile(distribution);
    return { input: name, low: q(0), high: q(1) };
  });
  const base = [...model.base];
  return {
    kind: 'breakeven',
    ...head,
    ratio: breakEven({ model, base, ranges, output: headline, threshold: head.limit }),
    verdict: breakEven({
      model,
      base,
      ranges,
      output: verdict,
      threshold: 0.5,
      wanted: 'at least',
    }),
  };
}

/** Draws of the bootstrap behind the intervals of Sobol indices. */
const RESAMPLES = 1_000;

/** Which inputs the spread of log10 of the ratio, and the doubt of the verdict, come from. */
export function sobolReport(
  { model, inputs, head, headline, verdict }: Prepared,
  { samples, seed }: { readonly samples: number; readonly seed: number },
): SobolReport {
  const result = sobol({
    model: logarithmic(model, headline),
    quantiles: inputs.map(({ distribution }) => quantile(distribution)),
    fill: sobolSampler(2 * inputs.length, { seed }).fill,
    samples,
    outputs: [headline, verdict],
    bootstrap: { resamples: RESAMPLES, fill: randomSampler(4, { seed }).fill },
  });
  return { kind: 'sobol', ...head, seed, result };
}
