import { montecarlo } from '../../src/studies/montecarlo/montecarlo.ts';
import type { SamplingMethod } from '../../src/studies/sampling/sampler.ts';
import { cpuTime } from '../paired.ts';
import type { Finding, MeasuredStudy } from './study.ts';

/** What is asked of `montecarlo`: as `emuprove montecarlo` asks it. */
export function optionsOf({ truths, numbers }: MeasuredStudy): {
  readonly truths: readonly string[];
  readonly logarithmic: readonly string[];
} {
  return { truths, logarithmic: numbers };
}

/** Runs the study with emuprove, on one thread. */
export function runOwn(study: MeasuredStudy, method: SamplingMethod, samples: number): Finding {
  let finding: Omit<Finding, 'ns'> | undefined;
  const time = cpuTime(() => {
    const options = { ...optionsOf(study), method, samples, seed: 0 };
    const result = montecarlo(study.model, study.varying, options);
    const headline = result.outputs.find(
      ({ name }) => name === study.model.outputs[study.headline],
    );
    const verdict = result.truths.find(({ name }) => name === study.model.outputs[study.verdict]);
    finding = {
      mean: headline?.log10?.mean.value ?? NaN,
      sd: headline?.log10?.sd ?? NaN,
      probability: verdict?.probability.value ?? NaN,
      samples: result.samples,
    };
  });
  if (finding === undefined) throw new Error('nothing found');
  return { ns: time / finding.samples, ...finding };
}
