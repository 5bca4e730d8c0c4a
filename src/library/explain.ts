import { explain as explainQuantity } from '../explain/explain.ts';
import type { ExplainNode } from '../explain/types.ts';
import { evaluateScenario } from '../result/build.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/** Deep enough for any derivation: all of it. */
const ALL = 1_000;

/**
 * Derives a quantity down to the rows of the datasets and their sources.
 *
 * @param resolved - what `resolveScenario` gave
 * @param quantity - its name, e.g. `overhead`, `criterion.overhead`, `usable.lut`
 * @param depth - steps down; all where left out
 * @returns a tree for each element that the name stands for
 * @throws InputError for unknown names
 * @example
 * import { explain, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const [tree] = explain(scenario, 'criterion.overhead', 2);
 * console.log(tree?.formula, tree?.children.map(({ name, value }) => `${name} = ${value}`));
 */
export function explain(
  { builtin, scenario, checked }: ResolvedScenario,
  quantity: string,
  depth: number = ALL,
): ExplainNode[] {
  return explainQuantity(evaluateScenario(builtin, scenario, !checked).evaluation, quantity, depth);
}
