import { elementKey } from '../../../formula/system.ts';
import { bind, elementsNamed } from '../../../model/bind.ts';
import type { Evaluated } from '../../../result/build.ts';
import type { Scenario } from '../../../scenario/types.ts';
import type { Moved } from './quickEvaluation.ts';
import { samePicks, type LiveState } from './state.ts';

/**
 * What tells a state from one that is computed already, where that is but other values of single
 * inputs; undefined where there is more to it.
 *
 * @param scenario of the new state
 * @throws InputError for values that make no sense
 */
export function movedFrom(
  { model, records }: Evaluated,
  from: LiveState,
  to: LiveState,
  scenario: Scenario,
): Moved | undefined {
  if (!samePicks(from, to) || [...from.set.keys()].some((key) => !to.set.has(key)))
    return undefined;
  const binding = bind(model, records, scenario.set);
  const moved = new Map<string, number>();
  for (const [key, text] of to.set) {
    if (from.set.get(key) === text) continue;
    const [element, ...more] = elementsNamed(model, key);
    if (element === undefined || more.length > 0) return undefined;
    const { quantity, tuple } = element;
    const bound = binding.of(quantity.name, tuple);
    const plain = elementKey(quantity.name, tuple) === key && bound?.distribution === undefined;
    if (bound === undefined || !plain) return undefined;
    moved.set(key, bound.value);
  }
  return moved;
}
