import { drawOf, planDraw } from '../studies/sampling/draw.ts';
import { sortedQuantile } from '../studies/tornado/sortedQuantile.ts';
import type { ColumnModel, StudyInput } from '../studies/types.ts';

/** How a band is drawn. */
export interface BandOptions {
  readonly samples: number;
  readonly seed: number;
}

/** Draws bands of many functions, whose distributions often have the same shape. */
export type Bands = (
  model: ColumnModel,
  inputs: readonly StudyInput[],
) => { readonly low: number; readonly high: number };

/**
 * What draws the values that one draw in twenty stays below, and that one in twenty exceeds, of the
 * first output of a function: scrambled Sobol points, so that the same seed gives the same band.
 */
export function makeBands({ samples, seed }: BandOptions): Bands {
  return (model, inputs) => {
    const draw = drawOf(planDraw(model.inputs, inputs));
    const columns = model.inputs.map(() => new Float64Array(samples));
    const outputs = model.outputs.map(() => new Float64Array(samples));
    draw.fill(draw.sampler('sobol', { seed }), columns, 0, samples);
    model.columns(columns, outputs, 0, samples);
    // Where a draw leaves nothing to compute there is no value to sort.
    const values = (outputs[0] ?? new Float64Array(0)).filter(Number.isFinite).sort();
    return { low: sortedQuantile(values, 0.05), high: sortedQuantile(values, 0.95) };
  };
}
