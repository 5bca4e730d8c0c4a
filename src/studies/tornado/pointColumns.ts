import { InputError } from '../../issues/issue.ts';
import type { ColumnModel } from '../types.ts';

/**
 * Input columns in which every row is the same point; a study then overwrites what it moves.
 *
 * @param model - the model that the columns are for
 * @param base - one value an input, in the order of `model.inputs`
 * @param count - number of rows
 * @returns one column an input
 * @throws InputError when there is not one value an input
 * @example pointColumns(model, [2, 3], 2) // => [Float64Array [2, 2], Float64Array [3, 3]]
 */
export function pointColumns(
  model: ColumnModel,
  base: readonly number[],
  count: number,
): Float64Array[] {
  if (base.length !== model.inputs.length) {
    throw new InputError([
      {
        code: 'wrong-length',
        message: 'a point needs one value for every input',
        expected: String(model.inputs.length),
        received: String(base.length),
      },
    ]);
  }
  return base.map((value) => new Float64Array(count).fill(value));
}
