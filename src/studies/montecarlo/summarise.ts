import { histogram } from '../statistics/histogram.ts';
import { variance } from '../statistics/moments.ts';
import type { Sketch } from '../statistics/sketch.ts';
import type { Accumulator } from './accumulator.ts';
import { meanEstimate, probabilityEstimate, together } from './estimate.ts';
import type { Settings } from './options.ts';
import { mergeSketches, quantileEstimates } from './quantileEstimates.ts';
import type { Checkpoint, OutputSummary, TruthSummary } from './types.ts';

/**
 * What the sums say so far.
 *
 * @param sums - after the blocks done
 * @param outputs - names of the outputs of the model
 * @param settings - of the study
 * @returns probabilities of the truths and means of the other outputs
 */
export function checkpoint(
  sums: Accumulator,
  outputs: readonly string[],
  settings: Settings,
): Checkpoint {
  const { truths, confidence } = settings;
  const momentsOf = (i: number) => sums.map(({ moments }) => moments[i] ?? together([]));
  const named = outputs.map((name, i) => ({ name, i }));
  return {
    samples: sums.reduce((sum, { rows }) => sum + rows, 0),
    truths: named
      .filter(({ name }) => truths.has(name))
      .map(({ name, i }) => {
        const { estimate } = probabilityEstimate(momentsOf(i), confidence);
        return { name, probability: estimate };
      }),
    outputs: named
      .filter(({ name }) => !truths.has(name))
      .map(({ name, i }) => ({ name, mean: meanEstimate(momentsOf(i), confidence) })),
  };
}

/**
 * The half width that progress reports.
 *
 * @param sums - after the blocks done
 * @param outputs - names of the outputs of the model
 * @param settings - of the study
 * @returns as `Progress.halfWidth` says
 */
export function halfWidth(
  sums: Accumulator,
  outputs: readonly string[],
  settings: Settings,
): number {
  const now = checkpoint(sums, outputs, settings);
  if (now.truths.length > 0) {
    return Math.max(...now.truths.map(({ probability: p }) => (p.high - p.low) / 2));
  }
  const relative = now.outputs.map(({ name, mean }) => {
    const i = outputs.indexOf(name);
    const all = together(sums.map(({ moments }) => moments[i] ?? together([])));
    const half = (mean.high - mean.low) / 2;
    return half === 0 ? 0 : half / Math.sqrt(variance(all));
  });
  return Math.max(0, ...relative);
}

/** What is known of one test. */
export function summariseTruth(
  name: string,
  i: number,
  sums: Accumulator,
  settings: Settings,
): TruthSummary {
  const replicates = sums.map(({ moments }) => moments[i] ?? together([]));
  const { count, mean } = together(replicates);
  const { estimate, interval } = probabilityEstimate(replicates, settings.confidence);
  return {
    name,
    rows: count,
    notFinite: sums.reduce((sum, { rows }) => sum + rows, 0) - count,
    passes: Math.round(mean * count),
    probability: estimate,
    interval,
  };
}

/** What is known of one other output. */
export function summariseOutput(
  name: string,
  i: number,
  sums: Accumulator,
  sketches: readonly Sketch[],
  settings: Settings,
): OutputSummary {
  const { confidence } = settings;
  const replicates = sums.map(({ moments }) => moments[i] ?? together([]));
  const moments = together(replicates);
  const all = mergeSketches(sketches);
  const empty = all.count === 0;
  const logarithmic = settings.logarithmic.has(name);
  const logs = sums.map((replicate) => replicate.logs[i] ?? together([]));
  const log = together(logs);
  return {
    name,
    rows: moments.count,
    notFinite: sums.reduce((sum, { rows }) => sum + rows, 0) - moments.count,
    mean: meanEstimate(replicates, confidence),
    sd: Math.sqrt(variance(moments)),
    min: empty ? Number.NaN : all.min,
    max: empty ? Number.NaN : all.max,
    quantiles: quantileEstimates(sketches, all, confidence),
    histogram: histogram(all, logarithmic),
    ...(logarithmic
      ? {
          log10: {
            rows: log.count,
            mean: meanEstimate(logs, confidence),
            sd: Math.sqrt(variance(log)),
          },
        }
      : {}),
  };
}
