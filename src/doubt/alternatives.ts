import { pointColumns } from '../studies/tornado/pointColumns.ts';
import { evaluateRows } from '../studies/tornado/evaluateRows.ts';
import type { Prepared } from './prepare.ts';
import type { Alternative } from './types.ts';

/** What each other value of a discrete choice would do alone, everything else without doubt. */
export function alternatives({ model, head, headline, verdict }: Prepared): Alternative[] {
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
    ratio: at(headline, row),
    passes: at(verdict, row) === 1,
  }));
}
