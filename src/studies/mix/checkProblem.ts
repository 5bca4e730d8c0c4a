import { InputError, type Issue } from '../../issues/issue.ts';
import type { MixProblem } from './types.ts';

/**
 * Checks that a problem makes sense.
 *
 * @throws InputError with every number that is negative or not finite, every demand without an
 *   activity and every list of needs that has not one number a resource
 */
export function checkProblem({ resources, demands }: MixProblem): void {
  const issues: Issue[] = [];
  const number = (value: number, path: string): void => {
    if (value >= 0 && value < Infinity) return;
    const message = 'this is no amount';
    const expected = 'a finite number of at least 0';
    issues.push({ code: 'mix-amount', message, expected, received: String(value), path });
  };
  resources.forEach(({ name, available }) => number(available, `resources.${name}.available`));
  for (const { name, activities } of demands) {
    if (activities.length === 0) {
      const message = 'a demand needs an activity that meets it';
      issues.push({ code: 'mix-demand', message, path: `demands.${name}` });
    }
    for (const { name: activity, need } of activities) {
      const path = `demands.${name}.${activity}.need`;
      if (need.length !== resources.length) {
        const expected = `one number for each of ${resources.length} resources`;
        const received = String(need.length);
        const message = 'the needs do not go with the resources';
        issues.push({ code: 'mix-need', message, expected, received, path });
      }
      need.forEach((value, r) => number(value, `${path}[${r}]`));
    }
  }
  if (issues.length > 0) throw new InputError(issues);
}
