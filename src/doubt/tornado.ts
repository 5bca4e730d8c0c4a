import { quantile } from '../studies/distributions/quantile.ts';
import { sobolSampler } from '../studies/sampling/sobol.ts';
import { sampledTornado } from '../studies/tornado/sampledTornado.ts';
import type { SwingScale } from '../studies/tornado/swing.ts';
import { tornado, type TornadoRange } from '../studies/tornado/tornado.ts';
import { aloneNote } from './aloneNote.ts';
import { refuseCorrelation, type Prepared } from './prepare.ts';
import type { SampledTornadoReport, TornadoReport } from './types.ts';

/** How far each input alone moves the ratio, or the subject, the others as they are without doubt. */
export function tornadoReport(prepared: Prepared): TornadoReport {
  const { model, head, subject } = prepared;
  const ranges = rangesOf(prepared);
  const { scales, ...what } = studiedOf(prepared);
  const { result } = withoutLoss(scales, (scale) =>
    tornado({ model, base: [...model.base], ranges, ...what, scale }),
  );
  const notes = [...head.notes, ...aloneNote(prepared)];
  return { kind: 'tornado', ...head, notes, ...(subject && { of: subject }), result };
}

/**
 * How far each input moves the median of the ratio, or of the subject, while the others are drawn.
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
  const { model, inputs, head, subject } = prepared;
  const { scales, ...what } = studiedOf(prepared);
  const { scale, result } = withoutLoss(scales, (scale) =>
    sampledTornado({
      model,
      quantiles: inputs.map(({ distribution }) => quantile(distribution)),
      fill: sobolSampler(inputs.length, { seed }).fill,
      samples,
      ranges: rangesOf(prepared),
      ...what,
      of: 0.5,
      scale,
      ...(onProgress && { onProgress }),
    }),
  );
  const about = subject && { of: subject, scale };
  return { kind: 'sampled-tornado', ...head, ...about, seed, samples, result };
}

/** The output that bars are of, where its sides part, and on which scales its swings may be. */
function studiedOf({ head, headline, subject }: Prepared): {
  readonly output: string;
  readonly threshold?: number;
  readonly scales: readonly SwingScale[];
} {
  if (subject === undefined) {
    return { output: headline, threshold: head.limit, scales: ['log10'] };
  }
  return { output: subject.name, scales: ['log10', 'linear'] };
}

/** A study on the scale that loses the fewest bars: what may be negative has no logarithm. */
function withoutLoss<R extends { readonly rows: readonly { readonly swing: number }[] }>(
  scales: readonly SwingScale[],
  study: (scale: SwingScale) => R,
): { readonly scale: SwingScale; readonly result: R } {
  let best: { scale: SwingScale; result: R; lost: number } | undefined;
  for (const scale of scales) {
    if (best?.lost === 0) break;
    const result = study(scale);
    const lost = result.rows.filter(({ swing }) => Number.isNaN(swing)).length;
    if (best === undefined || lost < best.lost) best = { scale, result, lost };
  }
  if (best === undefined) throw new Error('no scale');
  return best;
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
