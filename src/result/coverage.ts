import { STAGES, type Stage } from '../datasets/types.ts';
import type { Coverage, InputEntry } from './types.ts';

/** How well the inputs of a result are known; what the scenario merely chose does not count. */
export function coverage(inputs: readonly InputEntry[]): Coverage {
  const counted = inputs.filter((input) => input.origin !== 'choice');
  const byStage = Object.fromEntries(
    STAGES.map((stage) => [stage, counted.filter((input) => input.stage === stage).length]),
  ) as Record<Stage, number>;
  const parts = [...STAGES]
    .reverse()
    .filter((stage) => byStage[stage] > 0)
    .map((stage) => `${byStage[stage]} ${stage}`);
  return { total: counted.length, byStage, line: `${counted.length} inputs: ${parts.join(', ')}` };
}
