import { pointColumns } from '../studies/tornado/pointColumns.ts';
import { evaluateRows } from '../studies/tornado/evaluateRows.ts';
import type { Prepared } from './prepare.ts';
import type { Alternative } from './types.ts';

/**
 * What each other value of a discrete choice would do alone, everything else without doubt.
 *
 * @param outcome what is told of it, from the values of outputs by their names
 */
export function alternatives<T>(
  { model, head }: Pick<Prepared, 'model' | 'head'>,
  outcome: (at: (output: string) => number) => T,
): (Pick<Alternative, 'input' | 'label'> & T)[] {
  const rows = head.inputs.flatMap(({ name, labels = [] }) =>
    labels.map((label, index) => ({ input: name, label, index })),
  );
  if (rows.length === 0) return [];
  const columns = pointColumns(model, [...model.base], rows.length);
  rows.forEach(({ input, index }, row) => {
    const column = columns[model.inputs.indexOf(input)];
    if (column !== undefined) column[row] = index;
  });
  const outputs = evaluateRows(model, columns, rows.length);
  const at = (name: string, row: number): number =>
    outputs[model.outputs.indexOf(name)]?.[row] ?? NaN;
  return rows.map(({ input, label }, row) => ({
    input,
    label,
    ...outcome((output) => at(output, row)),
  }));
}
