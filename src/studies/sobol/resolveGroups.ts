import { InputError } from '../../issues/issue.ts';
import { quote } from '../../issues/quote.ts';
import { positionOf } from '../tornado/positionOf.ts';
import type { InputGroup } from './types.ts';

/**
 * Completes groups of inputs: an input that no group names is a group of its own, so that nothing
 * that varies goes unattributed.
 *
 * @param names - all inputs
 * @param groups - named groups, disjoint
 * @returns the groups, then the remaining inputs, in the order given
 * @throws InputError for an unknown input, one in two groups, or two groups of one name
 * @example resolveGroups(['a', 'b', 'c'], [{ name: 'ab', inputs: ['a', 'b'] }])
 * // => [{ name: 'ab', inputs: ['a', 'b'] }, { name: 'c', inputs: ['c'] }]
 */
export function resolveGroups(
  names: readonly string[],
  groups: readonly InputGroup[],
): InputGroup[] {
  const taken = new Set<string>();
  for (const name of groups.flatMap((group) => group.inputs)) {
    positionOf(names, name, 'input');
    if (taken.has(name)) {
      throw new InputError([{ code: 'two-groups', message: `input ${name} is in two groups` }]);
    }
    taken.add(name);
  }
  const alone = names.filter((name) => !taken.has(name));
  const all = [...groups, ...alone.map((name) => ({ name, inputs: [name] }))];
  const twice = all.find(({ name }, k) => all.findIndex((other) => other.name === name) < k);
  if (twice === undefined) return all;
  const message = `two groups are called ${quote(twice.name)}; an input in no group is one by itself`;
  throw new InputError([{ code: 'two-groups', message }]);
}
