import { readFiles } from '../../src/builtin/readFiles.ts';
import { logarithmic, log10Name } from '../../src/doubt/logarithmic.ts';
import { completeScenario } from '../../src/scenario/complete.ts';
import { montecarloThreads } from '../../src/studies/threads/montecarloThreads.ts';
import { sobolThreads } from '../../src/studies/threads/sobolThreads.ts';
import { prepareSweep } from '../../src/sweep/sweep.ts';
import { optionsOf } from './own.ts';
import { measuredStudy } from './study.ts';

/** How many inputs the targets are about. */
export const INPUTS = 30;

/** A task made ready: calling it does what is timed. @returns how many rows it did */
type Ready = () => number | Promise<number>;

/** What is timed as a user meets it: once, in a process of its own, with nothing warmed up. */
export const TASKS: Readonly<Record<string, (root: string) => Ready>> = {
  'montecarlo 1e6, 30 inputs, 1 thread': (root) => montecarlo(root, INPUTS, 1e6, 1),
  'montecarlo 1e6, 30 inputs, 2 threads': (root) => montecarlo(root, INPUTS, 1e6, 2),
  'montecarlo 1e6, all inputs, 1 thread': (root) => montecarlo(root, Infinity, 1e6, 1),
  'montecarlo 1e6, all inputs, 2 threads': (root) => montecarlo(root, Infinity, 1e6, 2),
  'montecarlo 1e5, 30 inputs, 1 thread': (root) => montecarlo(root, INPUTS, 1e5, 1),
  'montecarlo 1e7, 30 inputs, 1 thread': (root) => montecarlo(root, INPUTS, 1e7, 1),
  'sobol 4,096 x 30 inputs, 1 thread': (root) => sobol(root, 1),
  'sobol 4,096 x 30 inputs, 2 threads': (root) => sobol(root, 2),
  'sweep device=* core=* prover=*': sweep,
};

/** Tasks that differ by the number of threads: one, then two. */
export const SCALING: readonly (readonly [one: string, two: string])[] = [
  'montecarlo 1e6, 30 inputs',
  'montecarlo 1e6, all inputs',
  'sobol 4,096 x 30 inputs',
].map((name) => [`${name}, 1 thread`, `${name}, 2 threads`]);

/** run.mjs bundles it beside this. */
const worker = new URL('./worker.js', import.meta.url);

function montecarlo(root: string, inputs: number, samples: number, threads: number): Ready {
  const study = measuredStudy(root, inputs);
  const options = { ...optionsOf(study), samples, threads, worker };
  return async () => (await montecarloThreads(study.model, study.varying, options)).samples;
}

/** As `sobolReport` asks it, with fewer inputs and 1,000 resamples. */
function sobol(root: string, threads: number): Ready {
  const { model, varying, headline, verdict } = measuredStudy(root, INPUTS);
  const [ratio = '', passes = ''] = [model.outputs[headline], model.outputs[verdict]];
  const outputs = [log10Name(ratio), passes];
  const options = { samples: 4096, outputs, resamples: 1000, threads, worker };
  return async () =>
    (await sobolThreads(logarithmic(model, [ratio]), varying, options)).evaluations;
}

function sweep(root: string): Ready {
  const parts = readFiles(root);
  const source = parts.scenarios.get('default');
  if (source === undefined) throw new Error('there is no default scenario');
  const scenario = completeScenario(source, parts.scenarios);
  return () => {
    const over = ['device=*', 'core=*', 'prover=*'];
    const { rows, size } = prepareSweep(parts, scenario, { over });
    return rows(0, size).length;
  };
}
