import type { Columns, Recipe } from '../types.ts';

/**
 * Says how a function can be built in another thread.
 *
 * @param columns - the function; it gets the recipe as a property
 * @param recipe - builds the same function; undefined changes nothing, and a function is called when
 *   somebody asks, as a recipe can be long
 * @returns the same function
 * @example
 * import { columnModel, withRecipe } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['xy'], ({ x, y }) => ({ xy: x * y }));
 * // In another thread, the export `build` of that module makes the same function.
 * const builder = 'file:///home/me/model.js#build';
 * const own = { ...model, columns: withRecipe(model.columns, { builder, data: { width: 64 } }) };
 * console.log(own.columns.recipe?.builder === builder); // true
 */
export function withRecipe(
  columns: Columns,
  recipe: Recipe | undefined | (() => Recipe | undefined),
): Columns {
  if (recipe === undefined) return columns;
  const get = typeof recipe === 'function' ? recipe : () => recipe;
  return Object.defineProperty(columns, 'recipe', { get, enumerable: true, configurable: true });
}

/**
 * Recipes of all of some functions.
 *
 * @returns nothing if any of them has none
 */
export function recipesOf(functions: readonly Columns[]): Recipe[] | undefined {
  const recipes = functions.flatMap(({ recipe }) => recipe ?? []);
  return recipes.length === functions.length ? recipes : undefined;
}
