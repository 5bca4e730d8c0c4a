import type { Sketch } from '../statistics/sketch.ts';
import { addBlock, makeAccumulator } from './accumulator.ts';
import type { BlockSummary } from './blockComputer.ts';
import { blockRows } from './blocks.ts';
import type { Settings } from './options.ts';
import { checkpoint, halfWidth, summariseOutput, summariseTruth } from './summarise.ts';
import type { Checkpoint, MontecarloResult, Progress } from './types.ts';

/** Collects blocks into a result. */
export interface Collector {
  /**
   * Adds the next block. They come in rounds, one block of every replicate in the order of their
   * numbers, whichever thread computed them.
   *
   * @returns at the end of a round, where the study is
   */
  readonly add: (block: BlockSummary) => Progress | undefined;
  /**
   * What is known after the rounds that were added.
   *
   * @param sketches - of the same blocks, by replicate and output; undefined for truths
   */
  readonly result: (sketches: readonly (readonly (Sketch | undefined)[])[]) => MontecarloResult;
}

/**
 * Prepares a result.
 *
 * @param outputs - names of the outputs of the model
 * @param varying - names of the inputs that vary
 * @param settings - of the study
 */
export function makeCollector(
  outputs: readonly string[],
  varying: readonly string[],
  settings: Settings,
): Collector {
  const { method, seed, replicates, confidence, truths } = settings;
  const sums = makeAccumulator(replicates, outputs.length);
  const samples = settings.rows * replicates;
  const convergence: Checkpoint[] = [];
  let done = 0;
  return {
    add: (block) => {
      addBlock(sums, block);
      if (block.replicate < replicates - 1) return undefined;
      const [, rows] = blockRows(block.block, settings.rows);
      done = rows * replicates;
      if (Math.log2(rows) % 1 === 0 || done === samples) {
        convergence.push(checkpoint(sums, outputs, settings));
      }
      return { done, samples, halfWidth: halfWidth(sums, outputs, settings) };
    },
    result: (sketches) => {
      const named = outputs.map((name, i) => ({ name, i }));
      return {
        method,
        seed,
        replicates,
        confidence,
        varying,
        samples: done,
        complete: done === samples,
        notFinite: sums.reduce((sum, { notFinite }) => sum + notFinite, 0),
        outputs: named
          .filter(({ name }) => !truths.has(name))
          .map(({ name, i }) => {
            const own = sketches.flatMap((replicate) => replicate[i] ?? []);
            return summariseOutput(name, i, sums, own, settings);
          }),
        truths: named
          .filter(({ name }) => truths.has(name))
          .map(({ name, i }) => summariseTruth(name, i, sums, settings)),
        convergence,
      };
    },
  };
}
