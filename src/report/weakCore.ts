import type { DoubtHead } from '../doubt/types.ts';
import type { EvaluationResult } from '../result/types.ts';

/** What has to be said beside everything that passes only because the native core is a weak one. */
const CONDITION = ', if a weak core may count';

/**
 * A condition to end a sentence with, where the ratio passes against the scenario's own core and not
 * against the best core of its device; else nothing.
 */
export function ifWeak(result: Pick<EvaluationResult, 'verdict' | 'rival' | 'readings'>): string {
  const { verdict, rival, readings } = result;
  const own = readings.find(({ id }) => id === verdict.reading);
  const beaten = (rival.overhead ?? 0) > verdict.limit && verdict.reading === 'overhead';
  return beaten && own?.ratioOutcome === 'pass' ? CONDITION : '';
}

/** The same of a study, which says of which of its cores that is so. */
export function ifWeakStudied({ weakCores = [] }: Pick<DoubtHead, 'weakCores'>): string {
  return weakCores.length > 0 ? CONDITION : '';
}
