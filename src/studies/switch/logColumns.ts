import { withRecipe } from '../threads/withRecipe.ts';
import type { Columns, ColumnsBuilder, Recipe } from '../types.ts';

/** Which outputs to take the logarithm of. */
interface Shape {
  /** Number of outputs of the function itself. */
  readonly width: number;
  /** Places of those whose log10 follows them, in this order. */
  readonly places: readonly number[];
}

/**
 * A function with log10 of some of its outputs as further outputs; of what is not above 0 it is not
 * finite.
 *
 * @param columns - the function
 * @param shape - how many outputs it has, and which of them are wanted as logarithms
 * @returns the function, which can be built in another thread if `columns` can
 */
export function logColumns(columns: Columns, { width, places }: Shape): Columns {
  const logarithmic: Columns = (inputs, outputs, from, to) => {
    const own = outputs.slice(0, width);
    // A study may hand one column to all outputs that it does not want: each logarithm is taken of
    // a column that is its own.
    places.forEach((place, k) => {
      own[place] = outputs[width + k] as Float64Array;
    });
    const bad = columns(inputs, own, from, to);
    for (const place of places) {
      const logs = own[place] as Float64Array;
      outputs[place]?.set(logs.subarray(from, to), from);
      for (let i = from; i < to; i++) logs[i] = Math.log10(logs[i] as number);
    }
    return bad;
  };
  return withRecipe(logarithmic, () => {
    const { recipe } = columns;
    return recipe && { builder: 'log10', data: { model: recipe, width, places } };
  });
}

/** Builds such a function in another thread. */
export const buildLog: ColumnsBuilder = async (data, build) => {
  const { model, ...shape } = data as Shape & { readonly model: Recipe };
  return logColumns(await build(model), shape);
};
