import type { ColumnModel } from '../studies/types.ts';

/** A study's output column by name; NaN where there is no value. */
export type Columns = (output: string) => Float64Array;

/**
 * A model at some values of its inputs.
 *
 * @param model compiled to what varies
 * @param columns one column per input, all of the same length
 * @throws RangeError for an output that the model does not have
 */
export function columnsAt(model: ColumnModel, columns: readonly Float64Array[]): Columns {
  const rows = columns[0]?.length ?? 1;
  const outputs = model.outputs.map(() => new Float64Array(rows));
  model.columns(columns, outputs, 0, rows);
  return (output) => {
    const column = outputs[model.outputs.indexOf(output)];
    if (column === undefined) throw new RangeError(`no output ${output}`);
    return column;
  };
}

/** A number, or null where there is none. */
export function known(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
