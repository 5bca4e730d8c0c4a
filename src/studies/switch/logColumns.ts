import { withRecipe } from '../threads/withRecipe.ts';
import type { Columns, ColumnsBuilder, Recipe } from '../types.ts';

/**
 * A function with log10 of some of its outputs in their place; of what is not above 0 it is not
 * finite.
 *
 * @param columns - the function
 * @param places - which of its outputs
 * @returns the function, which can be built in another thread if `columns` can
 */
export function logColumns(columns: Columns, places: readonly number[]): Columns {
  const { recipe } = columns;
  const logarithmic: Columns = (inputs, outputs, from, to) => {
    const bad = columns(inputs, outputs, from, to);
    for (const place of places) {
      const column = outputs[place];
      for (let i = from; i < to && column !== undefined; i++) {
        column[i] = Math.log10(column[i] as number);
      }
    }
    return bad;
  };
  return withRecipe(logarithmic, recipe && { builder: 'log10', data: { model: recipe, places } });
}

/** Builds such a function in another thread. */
export const buildLog: ColumnsBuilder = async (data, build) => {
  const { model, places } = data as { readonly model: Recipe; readonly places: readonly number[] };
  return logColumns(await build(model), places);
};
