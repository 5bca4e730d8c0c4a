import { withRecipe } from '../threads/withRecipe.ts';
import type { ColumnModel, Columns, ColumnsBuilder, Recipe } from '../types.ts';

/** A discrete input: its name, and how many values it has, which are numbered from 0. */
export interface Selector {
  readonly name: string;
  readonly size: number;
}

/**
 * A model with several discrete inputs in place of the one that numbers their combinations, the last
 * of them counting fastest: of `core` with 3 values and `hash` with 2, core 2 with hash 1 is 5.
 *
 * @param model whose input `selector` numbers the combinations; it must be the first one
 * @param selectors the discrete inputs, in the order of the numbering
 * @returns a model of the selectors and of the other inputs; a value that is not whole, or out of
 *   range, selects nothing, as `switchModel` has it
 * @example
 * import { columnModel, joinSelectors, switchModel } from 'emuprove/studies';
 *
 * const models = [1, 2, 3, 4, 5, 6].map((n) =>
 *   columnModel(['clock'], ['rate'], ({ clock }) => ({ rate: n * clock })),
 * );
 * const selectors = [{ name: 'core', size: 3 }, { name: 'hash', size: 2 }];
 * const { inputs, columns } = joinSelectors(switchModel('which', models), selectors);
 * console.log(inputs.join()); // core,hash,clock
 * const rate = new Float64Array(1);
 * columns([2, 1, 100].map((one) => Float64Array.of(one)), [rate], 0, 1);
 * console.log(rate[0]); // 600
 */
export function joinSelectors(model: ColumnModel, selectors: readonly Selector[]): ColumnModel {
  const sizes = selectors.map(({ size }) => size);
  return {
    inputs: [...selectors.map(({ name }) => name), ...model.inputs.slice(1)],
    outputs: model.outputs,
    columns: withRecipe(joinColumns(model.columns, sizes), () => {
      const { recipe } = model.columns;
      return recipe && { builder: 'join', data: { sizes, model: recipe } };
    }),
  };
}

/** The function behind `joinSelectors`, of selectors with so many values each. */
function joinColumns(model: Columns, sizes: readonly number[]): Columns {
  let which = new Float64Array(0);
  return (columns, outputs, from, to) => {
    if (which.length < to) which = new Float64Array(to);
    which.fill(0, from, to);
    sizes.forEach((size, k) => {
      const column = columns[k] as Float64Array;
      for (let row = from; row < to; row++) {
        const value = column[row] as number;
        // NaN stays NaN whatever the other selectors say.
        const valid = value >= 0 && value < size && Number.isInteger(value);
        which[row] = (which[row] as number) * size + (valid ? value : NaN);
      }
    });
    return model([which, ...columns.slice(sizes.length)], outputs, from, to);
  };
}

/** Builds joined selectors in another thread. */
export const buildJoin: ColumnsBuilder = async (data, build) => {
  const { sizes, model } = data as { readonly sizes: readonly number[]; readonly model: Recipe };
  return joinColumns(await build(model), sizes);
};
