import type { Columns, Recipe } from '../types.ts';

/**
 * Says how a function can be built in another thread.
 *
 * @param columns - the function; it gets the recipe as a property
 * @param recipe - builds the same function; undefined changes nothing, and a function is called when
 *   somebody asks, as a recipe can be long
 * @returns the same function
 * @example withRecipe(columns, { builder: 'file:///home/me/model.js#build', data: { width: 64 } })
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
