import type { Draw } from '../sampling/draw.ts';
import { momentsOf, type Moments } from '../statistics/moments.ts';
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
  readonly compute: (replicate: number, block: number) => BlockSummary;
  /**
   * Histograms of all blocks computed so far, by replicate and output; undefined for truths. They
   * hold whole counts, so those of several threads can be merged in any order.
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
  const columns = (names: readonly string[]): Float64Array[] =>
    names.map(() => new Float64Array(BLOCK_ROWS));
  const inputs = columns(model.inputs);
  const outputs = columns(model.outputs);
  const logs = new Float64Array(BLOCK_ROWS);
  const replicates = Array.from({ length: settings.replicates }, (_, replicate) => ({
    sampler: draw.sampler(settings.method, { seed: settings.seed, replicate }),
    sketches: model.outputs.map((name) => (settings.truths.has(name) ? undefined : makeSketch())),
  }));

  const compute = (replicate: number, block: number): BlockSummary => {
    const [from, to] = blockRows(block, settings.rows);
    const rows = to - from;
    const { sampler, sketches } = replicates[replicate] ?? {};
    if (sampler === undefined || sketches === undefined) throw new RangeError('no such replicate');
    let notFinite = 0;
    for (let at = 0; at < rows; at += settings.chunk) {
      const end = Math.min(rows, at + settings.chunk);
      draw.fill(sampler, inputs, from + at, end - at, at);
      notFinite += model.columns(inputs, outputs, at, end);
    }
    for (const [i, column] of outputs.entries()) {
      const sketch = sketches[i];
      if (sketch !== undefined) addToSketch(sketch, column, 0, rows);
    }
    return {
      replicate,
      block,
      rows,
      notFinite,
      moments: outputs.map((column) => momentsOf(column, 0, rows)),
      logs: outputs.map((column, i) => {
        if (!settings.logarithmic.has(model.outputs[i] ?? '')) return momentsOf(logs, 0, 0);
        // Logarithms of what is not above 0 are not finite, and left out.
        for (let row = 0; row < rows; row++) logs[row] = Math.log10(column[row] ?? Number.NaN);
        return momentsOf(logs, 0, rows);
      }),
    };
  };
  return { compute, sketches: replicates.map(({ sketches }) => sketches) };
}
