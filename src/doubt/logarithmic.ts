import { logColumns } from '../studies/switch/logColumns.ts';
import type { ColumnModel } from '../studies/types.ts';

/** What the logarithm of an output is called. */
export function log10Name(output: string): string {
  return `log10(${output})`;
}

/**
 * The same model with log10 of some of its outputs as further outputs: a ratio is studied by its
 * powers of ten.
 */
export function logarithmic(model: ColumnModel, outputs: readonly string[]): ColumnModel {
  const places = outputs.map((name) => model.outputs.indexOf(name));
  return {
    inputs: model.inputs,
    outputs: [...model.outputs, ...outputs.map(log10Name)],
    columns: logColumns(model.columns, { width: model.outputs.length, places }),
  };
}
