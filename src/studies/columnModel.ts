import type { ColumnModel } from './types.ts';

/**
 * A model from a function of one row: the shortest way to a study of any function. A function that
 * works on whole columns, as `compileScenario` makes, is many times faster.
 *
 * @param inputs - names of the numbers that it takes
 * @param outputs - names of the numbers that it gives; a truth value is 1 or 0
 * @param row - gives the same for the same numbers; a row with an output that is not finite has no
 *   value
 * @returns a model for every study here; it stays in one thread, for want of a recipe
 * @example
 * import { columnModel, tornado } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['xy'], ({ x, y }) => ({ xy: x * y }));
 * const ranges = [{ input: 'x', low: 1, high: 4 }];
 * console.log(tornado({ model, base: [2, 3], ranges, output: 'xy' }).rows[0]?.swing); // 9
 */
export function columnModel<Input extends string, Output extends string>(
  inputs: readonly Input[],
  outputs: readonly Output[],
  row: (values: Readonly<Record<Input, number>>) => Readonly<Record<Output, number>>,
): ColumnModel {
  const columns: ColumnModel['columns'] = (from, to, start, end) => {
    let withoutValue = 0;
    for (let i = start; i < end; i += 1) {
      const values = inputs.map((name, k): [Input, number] => [name, from[k]?.[i] ?? NaN]);
      const found = row(Object.fromEntries(values) as Record<Input, number>);
      const finite = outputs.every((name) => Number.isFinite(found[name]));
      if (!finite) withoutValue += 1;
      outputs.forEach((name, k) => {
        const column = to[k];
        if (column !== undefined) column[i] = finite ? found[name] : NaN;
      });
    }
    return withoutValue;
  };
  return { inputs, outputs, columns };
}
