import { prepareDraw } from '../sampling/draw.ts';
import type { ColumnModel, StudyInput } from '../types.ts';
import { addBlock, makeAccumulator } from './accumulator.ts';
import { makeBlockComputer } from './blockComputer.ts';
import { blockRows } from './blocks.ts';
import { readSettings, type MontecarloOptions } from './options.ts';
import { checkpoint, halfWidth, summariseOutput, summariseTruth } from './summarise.ts';
import type { Checkpoint, MontecarloResult, Progress } from './types.ts';

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
 * @example montecarlo(model, inputs, { samples: 1e6, truths: ['pass'] }).truths[0].probability
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
    await new Promise((resolve) => setImmediate(resolve));
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
  const sums = makeAccumulator(settings.replicates, model.outputs.length);
  const samples = settings.rows * settings.replicates;
  const convergence: Checkpoint[] = [];

  let done = 0;
  for (let block = 0; done < samples; block++) {
    for (let replicate = 0; replicate < settings.replicates; replicate++) {
      addBlock(sums, computer.compute(replicate, block));
    }
    const [, rows] = blockRows(block, settings.rows);
    done = rows * settings.replicates;
    if (Math.log2(rows) % 1 === 0 || done === samples) {
      convergence.push(checkpoint(sums, model.outputs, settings));
    }
    if (done === samples) break;
    const half = halfWidth(sums, model.outputs, settings);
    if ((yield { done, samples, halfWidth: half }) === false) break;
  }

  const named = model.outputs.map((name, i) => ({ name, i }));
  const { method, seed, replicates, confidence, truths } = settings;
  return {
    method,
    seed,
    replicates,
    confidence,
    varying: draw.varying,
    samples: done,
    complete: done === samples,
    notFinite: sums.reduce((sum, { notFinite }) => sum + notFinite, 0),
    outputs: named
      .filter(({ name }) => !truths.has(name))
      .map(({ name, i }) => {
        const sketches = computer.sketches.flatMap((replicate) => replicate[i] ?? []);
        return summariseOutput(name, i, sums, sketches, settings);
      }),
    truths: named
      .filter(({ name }) => truths.has(name))
      .map(({ name, i }) => summariseTruth(name, i, sums, settings)),
    convergence,
  };
}
