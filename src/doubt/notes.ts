import type { Builtin } from '../builtin/builtin.ts';
import { operationsOf, type Evaluated } from '../result/build.ts';
import { rivals } from '../result/rivals.ts';
import type { EvaluationResult } from '../result/types.ts';
import type { Scenario } from '../scenario/types.ts';

/** What a variant of a scenario is, for its notes. */
export interface Noted {
  readonly scenario: Scenario;
  readonly evaluated: Evaluated;
}

/**
 * What a reader of a study has to know beside its numbers: which of its cores are so weak that
 * evaluate does not let them pass, which no probability here knows of.
 *
 * @param variants every combination of the choices
 * @param limit of the ratio
 */
export function notesOf(parts: Builtin, variants: readonly Noted[], limit: number): string[] {
  // The best core of a device does not depend on which core is studied.
  const known = new Map<string, EvaluationResult['rival']>();
  const notes = variants.flatMap(({ scenario, evaluated: { model, evaluation } }) => {
    const value = evaluation.number('reading_value', scenario.reading) ?? Infinity;
    if (scenario.reading !== 'overhead' || value > limit) return [];
    const key = JSON.stringify({ ...scenario, core: '' });
    const rival = known.get(key) ?? rivals(model, parts.datasets, scenario, operationsOf(model));
    known.set(key, rival);
    const [first] = rival.best;
    if (first === undefined || rival.overhead === null || rival.overhead <= limit) return [];
    const round = Math.round(rival.overhead).toLocaleString('en-US');
    return [
      `With ${scenario.core} the ratio is taken against a weak core; against ${first.design}, the best core of this device, it is ${round} and fails, and so evaluate says. Study that with --core ${first.design}.`,
    ];
  });
  return [...new Set(notes)];
}
