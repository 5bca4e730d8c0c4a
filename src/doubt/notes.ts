import type { Builtin } from '../builtin/builtin.ts';
import { operationsOf, type Evaluated } from '../result/build.ts';
import { rivals } from '../result/rivals.ts';
import type { Scenario } from '../scenario/types.ts';

/**
 * What a reader of a study has to know beside its numbers: that the scenario's core is so weak that
 * evaluate does not let it pass, which no probability here knows of.
 *
 * @param limit of the ratio
 */
export function notesOf(
  parts: Builtin,
  scenario: Scenario,
  { model, evaluation }: Evaluated,
  limit: number,
): string[] {
  const value = evaluation.number('reading_value', scenario.reading) ?? Infinity;
  if (scenario.reading !== 'overhead' || value > limit) return [];
  const { best, overhead } = rivals(model, parts.datasets, scenario, operationsOf(model));
  const [first] = best;
  if (first === undefined || overhead === null || overhead <= limit) return [];
  const round = Math.round(overhead).toLocaleString('en-US');
  return [
    `The ratio is taken against ${scenario.core}; against ${first.design}, the best core of this device, it is ${round} and fails, and so evaluate says. Study that with --core ${first.design}.`,
  ];
}
