import { quantile } from '../studies/distributions/quantile.ts';
import { sobolSampler } from '../studies/sampling/sobol.ts';
import { sampledTornado } from '../studies/tornado/sampledTornado.ts';
import { tornado, type TornadoRange } from '../studies/tornado/tornado.ts';
import { aloneNote } from './aloneNote.ts';
import { refuseCorrelation, type Prepared } from './prepare.ts';
import type { SampledTornadoReport, TornadoReport } from './types.ts';

/** How far each input alone moves the ratio, the others as they are without doubt. */
export function tornadoReport(prepared: Prepared): TornadoReport {
  const { model, head, headline } = prepared;
  const result = tornado({
    model,
    base: [...model.base],
    ranges: rangesOf(prepared),
    output: headline,
    threshold: head.limit,
    scale: 'log10',
  });
  const notes = [...head.notes, ...aloneNote(prepared)];
  return { kind: 'tornado', ...head, notes, result };
}

/**
 * How far each input moves the median of the ratio while the others are drawn.
 *
 * @param onProgress called now and then with the share of the work that is done, 0 to 1
 * @throws InputError for inputs drawn together
 */
export function sampledTornadoReport(
  prepared: Prepared,
  { samples, seed }: { readonly samples: number; readonly seed: number },
  onProgress?: (share: number) => void,
): SampledTornadoReport {
  refuseCorrelation(prepared);
  const { model, inputs, head, headline } = prepared;
  const result = sampledTornado({
    model,
    quantiles: inputs.map(({ distribution }) => quantile(distribution)),
    fill: sobolSampler(inputs.length, { seed }).fill,
    samples,
    ranges: rangesOf(prepared),
    output: headline,
    threshold: head.limit,
    of: 0.5,
    scale: 'log10',
    ...(onProgress && { onProgress }),
  });
  return { kind: 'sampled-tornado', ...head, seed, samples, result };
}

/** 5-95 % of every input; of a discrete choice, all it may be. */
function rangesOf({ head }: Prepared): TornadoRange[] {
  return head.inputs.map(({ name, p05: low, p95: high, labels }) => ({
    input: name,
    low,
    high,
    ...(labels === undefined ? {} : { values: labels.map((_, index) => index) }),
  }));
}
