import type { Evaluation } from '../model/evaluate.ts';
import { figure, verdictOf } from './figure.ts';
import { TESTS } from './sections.ts';
import type { ReadingResult, Test } from './types.ts';

/** What each reading leaves to say. */
const REMARKS: Readonly<Record<string, string>> = {
  overhead: 'the analogue of the rule for CPUs: native rate over proved rate of the same device',
  per_core: 'easier than the overhead by the number of cores',
  literal: 'easier the more cores fit, and no ratio of like things: its unit is 1/core²',
};

/** The sub-tests beside the ratio. */
export function testResults(evaluation: Evaluation): Test[] {
  return TESTS.map(({ id, passes, value, limit }): Test => {
    const [is, most] = [figure(evaluation, value), figure(evaluation, limit)];
    return {
      id,
      title: is.title,
      outcome: verdictOf(figure(evaluation, passes)),
      value: is,
      limit: most,
      margin:
        typeof is.value === 'number' && typeof most.value === 'number' && is.value > 0
          ? Math.log10(most.value / is.value)
          : null,
    };
  });
}

/** The readings of the criterion, each with its own verdict. */
export function readingResults(evaluation: Evaluation): ReadingResult[] {
  const readings = evaluation.model.system.sets.get('reading')?.elements ?? [];
  return readings.map(({ id, title }) => ({
    id,
    title,
    ratioOutcome: verdictOf(figure(evaluation, 'reading_passes', id)),
    outcome: verdictOf(figure(evaluation, 'passes', id)),
    value: figure(evaluation, 'reading_value', id),
    integer: figure(evaluation, 'reading_value_integer', id),
    margin: figure(evaluation, 'reading_margin', id),
    remark: REMARKS[id] ?? '',
  }));
}
