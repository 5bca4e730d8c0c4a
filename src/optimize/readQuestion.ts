import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { Evaluation } from '../model/evaluate.ts';
import { TESTS } from '../result/sections.ts';
import type { Scenario } from '../scenario/types.ts';
import { criterionConditions, readCondition } from './condition.ts';
import { headlineOf, readObjective } from './objective.ts';
import type { Aim, OptimizeRequest } from './request.ts';
import type { Question } from './search.ts';

/**
 * What a request asks of every point. Without an aim that is the first objective of the front, else
 * the headline.
 *
 * @throws InputError for names that do not exist and conditions that make no sense
 */
export function readQuestion(
  evaluation: Evaluation,
  scenario: Scenario,
  { aim, subjectTo = [], without = [], pareto = [] }: OptimizeRequest,
): Question {
  const ids = TESTS.map(({ id }) => id as string);
  for (const id of without) {
    if (ids.includes(id)) continue;
    const suggestion = nearest(id, ids);
    const message = `the criterion has no test ${quote(id)}`;
    const expected = `one of ${ids.join(', ')}`;
    const hint = suggestion === undefined ? {} : { suggestion };
    throw new InputError([{ code: 'unknown-name', message, expected, path: 'without', ...hint }]);
  }
  checkFront(pareto);
  const headline: Aim = {
    name: headlineOf(evaluation.model, scenario.reading).key,
    direction: 'minimize',
  };
  return {
    objective: readObjective(evaluation, aim ?? pareto[0] ?? headline, 'minimize'),
    pareto: pareto.map((each) => readObjective(evaluation, each, 'pareto')),
    conditions: [
      ...criterionConditions(without),
      ...subjectTo.map((text) => readCondition(evaluation, text)),
    ],
  };
}

/** A front is between at least two quantities, each named once. */
function checkFront(pareto: readonly Aim[]): void {
  const names = pareto.map(({ name }) => name);
  const twice = names.filter((name, k) => names.indexOf(name) !== k);
  // One that has no name is refused where names are read.
  if (names.length === 0 || names.includes('')) return;
  const expected = 'two quantities or more, each once; --minimize takes one';
  const issue = { code: 'usage', expected, path: 'pareto' };
  if (twice.length > 0) {
    const message = `${quote(twice[0])} is named twice`;
    throw new InputError([{ ...issue, message }]);
  }
  if (names.length === 1) {
    const message = `a front of ${quote(names[0])} alone is its best value`;
    throw new InputError([{ ...issue, message }]);
  }
}
