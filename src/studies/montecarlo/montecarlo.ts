import { prepareDraw } from '../sampling/draw.ts';
import { pause } from '../threads/pause.ts';
import type { ColumnModel, StudyInput } from '../types.ts';
import { makeBlockComputer } from './blockComputer.ts';
import { makeCollector } from './collector.ts';
import { readSettings, type MontecarloOptions } from './options.ts';
import type { MontecarloResult, Progress } from './types.ts';

/** Called between rounds; false ends the study with what is done. */
export type OnProgress = (done: number, halfWidth: number) => boolean | undefined;

/**
 * Draws the inputs of a model many times and summarises its outputs, in memory that does not grow
 * with the number of samples. The result depends on the model, the inputs, the seed and the
 * numbers of samples and replicates, and to the last bit on nothing else.
 *
 * @param model - function of columns
 * @param inputs - a distribution for every input of the model, in any order
 * @param options - how many samples, which, and what the outputs are
 * @param onProgress - called between rounds
 * @returns the result as plain data
 * @throws InputError with everything that is wrong with inputs and options
 * @example
 * import { columnModel, montecarlo } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['below'], ({ x, y }) => ({ below: Number(x * y < 1) }));
 * const inputs = ['x', 'y'].map((name) => {
 *   const distribution = { kind: 'uniform', low: 0, high: 2 } as const;
 *   return { name, base: 1, distribution };
 * });
 * const { truths } = montecarlo(model, inputs, { samples: 4096, truths: ['below'] });
 * console.log(truths[0]?.probability.value.toFixed(2)); // 0.60
 */
export function montecarlo(
  model: ColumnModel,
  inputs: readonly StudyInput[],
  options: MontecarloOptions = {},
  onProgress?: OnProgress,
): MontecarloResult {
  const rounds = montecarloRounds(model, inputs, options);
  let step = rounds.next();
  while (step.done !== true) {
    step = rounds.next(onProgress?.(step.value.done, step.value.halfWidth) !== false);
  }
  return step.value;
}

/**
 * The same, letting other things happen between rounds: signals, timers, a progress line.
 *
 * @param model - function of columns
 * @param inputs - a distribution for every input of the model, in any order
 * @param options - how many samples, which, and what the outputs are
 * @param onProgress - called between rounds
 * @returns the result as plain data, the same as that of `montecarlo`
 * @example
 * import { columnModel, montecarloAsync } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['xy'], ({ x, y }) => ({ xy: x * y }));
 * const inputs = ['x', 'y'].map((name) => {
 *   const distribution = { kind: 'uniform', low: 0, high: 2 } as const;
 *   return { name, base: 1, distribution };
 * });
 * const { outputs } = await montecarloAsync(model, inputs, { samples: 4096 });
 * console.log(outputs[0]?.mean.value.toFixed(2)); // 1.00
 */
export async function montecarloAsync(
  model: ColumnModel,
  inputs: readonly StudyInput[],
  options: MontecarloOptions = {},
  onProgress?: OnProgress,
): Promise<MontecarloResult> {
  const rounds = montecarloRounds(model, inputs, options);
  let step = rounds.next();
  while (step.done !== true) {
    const { done, halfWidth: half } = step.value;
    await pause();
    step = rounds.next(onProgress?.(done, half) !== false);
  }
  return step.value;
}

/**
 * A study in rounds, each of one block of every replicate. Send `false` to end it there; the
 * result then covers the rounds done.
 *
 * @param model - function of columns
 * @param inputs - a distribution for every input of the model, in any order
 * @param options - how many samples, which, and what the outputs are
 * @returns a generator of progress that ends with the result
 * @throws InputError with everything that is wrong with inputs and options, at the first round
 */
export function* montecarloRounds(
  model: ColumnModel,
  inputs: readonly StudyInput[],
  options: MontecarloOptions = {},
): Generator<Progress, MontecarloResult, boolean | undefined> {
  const settings = readSettings(options, model.outputs);
  const draw = prepareDraw(model.inputs, inputs, options.correlation);
  const computer = makeBlockComputer(model, draw, settings);
  const collector = makeCollector(model.outputs, draw.varying, settings);
  for (let block = 0; ; block++) {
    let progress: Progress | undefined;
    for (let replicate = 0; replicate < settings.replicates; replicate++) {
      const { summary, outputs } = computer.compute(replicate, block);
      computer.sketch(replicate, outputs);
      progress = collector.add(summary);
    }
    if (progress === undefined || progress.done === progress.samples) break;
    if ((yield progress) === false) break;
  }
  return collector.result(computer.sketches);
}
