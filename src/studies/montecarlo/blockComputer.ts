import type { Draw } from '../sampling/draw.ts';
import { momentsOf, NO_MOMENTS, type Moments } from '../statistics/moments.ts';
import { addToSketch, makeSketch, type Sketch } from '../statistics/sketch.ts';
import type { ColumnModel } from '../types.ts';
import { BLOCK_ROWS, blockRows } from './blocks.ts';
import type { Settings } from './options.ts';

/** What a block adds to the accumulator: small, and can be sent between threads. */
export interface BlockSummary {
  readonly replicate: number;
  readonly block: number;
  readonly rows: number;
  readonly notFinite: number;
  /** Per output: of its values, and of their base-10 logarithm where it is logarithmic. */
  readonly moments: readonly Moments[];
  readonly logs: readonly Moments[];
}

/** Computes blocks; every thread has one. */
export interface BlockComputer {
  /** Draws, evaluates and summarises a block; its outputs hold until the next one. */
  readonly compute: (
    replicate: number,
    block: number,
  ) => { readonly summary: BlockSummary; readonly outputs: readonly Float64Array[] };
  /** Adds the outputs of a block to the sketches of its replicate. */
  readonly sketch: (replicate: number, outputs: readonly Float64Array[]) => void;
  /**
   * Histograms by replicate and output; undefined for truths. They hold whole counts, so those of
   * several threads can be merged in any order.
   */
  readonly sketches: readonly (readonly (Sketch | undefined)[])[];
}

/**
 * Prepares a thread's share of a Monte Carlo study.
 *
 * @param model - function of columns
 * @param draw - of its inputs
 * @param settings - of the study
 * @returns what computes a block: draws, evaluates in chunks, and summarises
 */
export function makeBlockComputer(
  model: ColumnModel,
  draw: Draw,
  settings: Settings,
): BlockComputer {
  // Inputs are kept for a chunk only, so that they stay in the cache of the processor.
  const chunk = Math.min(settings.chunk, BLOCK_ROWS);
  const inputs = model.inputs.map(() => new Float64Array(chunk));
  const space = model.outputs.map(() => new Float64Array(BLOCK_ROWS));
  const logs = new Float64Array(BLOCK_ROWS);
  const samplers = Array.from({ length: settings.replicates }, (_, replicate) =>
    draw.sampler(settings.method, { seed: settings.seed, replicate }),
  );
  const sketches = samplers.map(() =>
    model.outputs.map((name) => (settings.truths.has(name) ? undefined : makeSketch())),
  );

  return {
    sketches,
    sketch: (replicate, columns) => {
      sketches[replicate]?.forEach((sketch, i) => {
        if (sketch !== undefined) addToSketch(sketch, columns[i] as Float64Array);
      });
    },
    compute: (replicate, block) => {
      const [from, to] = blockRows(block, settings.rows);
      const rows = to - from;
      const sampler = samplers[replicate];
      if (sampler === undefined) throw new RangeError('no such replicate');
      let notFinite = 0;
      for (let at = 0; at < rows; at += chunk) {
        const count = Math.min(chunk, rows - at);
        draw.fill(sampler, inputs, from + at, count);
        const part = space.map((column) => column.subarray(at, at + count));
        notFinite += model.columns(inputs, part, 0, count);
      }
      const outputs = space.map((column) => column.subarray(0, rows));
      const moments = outputs.map((column) => momentsOf(column));
      const logsOf = (column: Float64Array, i: number): Moments => {
        if (!settings.logarithmic.has(model.outputs[i] ?? '')) return NO_MOMENTS;
        // Logarithms of what is not above 0 are not finite, and left out.
        for (let row = 0; row < rows; row++) logs[row] = Math.log10(column[row] as number);
        return momentsOf(logs, 0, rows);
      };
      const summary = { replicate, block, rows, notFinite, moments, logs: outputs.map(logsOf) };
      return { summary, outputs };
    },
  };
}
