import { isDistributionText } from '../studies/distributions/parse.ts';
import type { Scenario } from './types.ts';

/**
 * The settings of a scenario that are distributions, of which a search or a sweep takes the centre
 * only.
 *
 * @param besides names of axes, which take the place of a setting
 * @returns what they say, as `unit_busy=uniform(0.5, 0.9)`
 */
export function centred({ set }: Scenario, besides: readonly string[]): string[] {
  return Object.entries(set).flatMap(([name, { value, said }]) => {
    const uncertain = typeof value === 'string' && isDistributionText(value);
    const sure = !uncertain || /^\s*constant\b/i.test(value);
    return sure || besides.includes(name) ? [] : [`${name}=${said ?? value}`];
  });
}
