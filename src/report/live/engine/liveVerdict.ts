import type { Evaluation } from '../../../model/evaluate.ts';
import { conclude } from '../../../result/build.ts';
import { readingResults, testResults } from '../../../result/criterion.ts';
import { figure } from '../../../result/figure.ts';
import { sentence } from '../../../result/sentence.ts';
import type { EvaluationResult, Figure, Test } from '../../../result/types.ts';
import type { Reading } from '../../../scenario/types.ts';

/** What of both sides is shown. */
export const SIDES = {
  native: ['cores', 'native_bound', 'native_rate'],
  proving: ['segment_rate', 'prove_bound', 'proved_rate'],
} as const;

/** What the page shows of an evaluation: the same as the result of `emuprove evaluate` says. */
export interface LiveVerdict extends Pick<
  EvaluationResult['verdict'],
  'outcome' | 'sentence' | 'value' | 'limit' | 'missing'
> {
  /** Whether it passes against its own core only, which is no pass. */
  readonly weak: boolean;
  /** The headline, with its unit. */
  readonly ratio: Figure;
  readonly tests: readonly Test[];
  readonly native: readonly Figure[];
  readonly proving: readonly Figure[];
}

/** The verdict of an evaluation beside the best native core of its device. */
export function liveVerdict(
  evaluation: Evaluation,
  readingId: Reading,
  rival: EvaluationResult['rival'],
): LiveVerdict {
  const reading = readingResults(evaluation).find(({ id }) => id === readingId);
  if (reading === undefined) throw new Error(`there is no reading ${readingId}`);
  const tests = testResults(evaluation);
  const limit = evaluation.number('overhead_limit') ?? NaN;
  const { value } = reading.value;
  const of = (names: readonly string[]): Figure[] => names.map((name) => figure(evaluation, name));
  const outcome = conclude(reading, rival, limit);
  return {
    outcome,
    weak: outcome !== reading.outcome,
    sentence: sentence(
      reading,
      tests,
      limit,
      rival,
      evaluation.model.quantities.has('die_area') ? 'asic' : undefined,
    ),
    value: typeof value === 'number' ? value : null,
    limit,
    missing: figure(evaluation, 'passes', readingId).missing ?? [],
    ratio: reading.value,
    tests,
    native: of(SIDES.native),
    proving: of(SIDES.proving),
  };
}
