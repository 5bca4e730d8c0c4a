import type { ColumnModel } from '../studies/types.ts';

/** The same model with log10 of one of its outputs: a ratio is studied by its powers of ten. */
export function logarithmic(model: ColumnModel, output: string): ColumnModel {
  const index = model.outputs.indexOf(output);
  return {
    inputs: model.inputs,
    outputs: model.outputs,
    columns: (inputs, outputs, from, to) => {
      const bad = model.columns(inputs, outputs, from, to);
      const column = outputs[index];
      for (let i = from; i < to && column !== undefined; i++)
        column[i] = Math.log10(column[i] ?? NaN);
      return bad;
    },
  };
}
