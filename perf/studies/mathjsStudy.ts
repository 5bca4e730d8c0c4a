import { prepareDraw } from '../../src/studies/sampling/draw.ts';
import { momentsOf, variance } from '../../src/studies/statistics/moments.ts';
import { mathjsModel } from '../mathjsModel.ts';
import { cpuTime } from '../paired.ts';
import type { Finding, MeasuredStudy } from './study.ts';

/** The study with mathjs for the model; emuprove draws the samples. */
export function mathjsStudy(study: MeasuredStudy): (samples: number) => Finding {
  const { model, varying, headline, verdict, graph } = study;
  const { row } = mathjsModel(graph.roots);
  return (samples) => {
    const columns = model.inputs.map(() => new Float64Array(samples));
    const [logs, passes] = [new Float64Array(samples), new Float64Array(samples)];
    const [from, to] = [new Float64Array(columns.length), new Float64Array(model.outputs.length)];
    const ns = cpuTime(() => {
      const draw = prepareDraw(model.inputs, varying);
      draw.fill(draw.sampler('random', { seed: 1 }), columns, 0, samples);
      for (let i = 0; i < samples; i++) {
        for (let k = 0; k < from.length; k++) from[k] = columns[k]?.[i] ?? NaN;
        row(from, to);
        logs[i] = Math.log10(to[headline] ?? NaN);
        passes[i] = to[verdict] ?? NaN;
      }
    });
    const moments = momentsOf(logs);
    const sd = Math.sqrt(variance(moments));
    return {
      ns: ns / samples,
      mean: moments.mean,
      sd,
      probability: momentsOf(passes).mean,
      samples,
    };
  };
}
