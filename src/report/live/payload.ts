import type { Snapshot } from '../../builtin/builtin.ts';
import type { EvaluationResult } from '../../result/types.ts';
import type { Scenario } from '../../scenario/types.ts';

/** What a page needs to compute what its report says, and to know that it does. */
export interface LivePayload {
  /** Models and datasets that the report was computed with. */
  readonly snapshot: Snapshot;
  /** The report's scenario, with every choice made. */
  readonly scenario: Scenario;
  /** The built-in scenario that it started from, if any. */
  readonly shipped?: Scenario;
  /** What the report says. */
  readonly verdict: Pick<EvaluationResult['verdict'], 'value' | 'sentence'>;
}

/** Elements of the page by which its two halves find each other. */
export const IDS = { section: 'live', root: 'live-root', data: 'live-data' } as const;
