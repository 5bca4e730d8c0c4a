import type { ColumnModel } from '../types.ts';

/**
 * Evaluates a model on the first rows of some input columns, in one call.
 *
 * @param model - function of columns
 * @param inputs - one column an input, in the order of `model.inputs`
 * @param count - number of rows to compute
 * @returns one column an output, in the order of `model.outputs`; NaN where it has no value
 * @example evaluateRows(product, [Float64Array.of(2, 3), Float64Array.of(5, 7)], 2)
 * // => [Float64Array [10, 21]]
 */
export function evaluateRows(
  model: ColumnModel,
  inputs: readonly Float64Array[],
  count: number,
): Float64Array[] {
  const outputs = model.outputs.map(() => new Float64Array(count));
  model.columns(inputs, outputs, 0, count);
  return outputs;
}
