import type { MilestoneCell, MilestoneStatus } from '../../phases/types.ts';

/** A status in a sentence. */
export const STATUS_WORDS: Readonly<Record<MilestoneStatus, string>> = {
  met: 'met',
  'not-met': 'not met',
  'not-comparable': 'not comparable',
  unknown: 'unknown',
};

/** A status in at most three characters. */
const STATUS_SHORT: Readonly<Record<MilestoneStatus, string>> = {
  met: 'yes',
  'not-met': 'no',
  'not-comparable': 'n/c',
  unknown: '?',
};

/** What the short forms mean. */
export const STATUS_LEGEND =
  'yes: met; no: not met; n/c: a figure is published, but it does not answer this question; ?: unknown; *: by the model of this tool, nothing was built.';

/** A cell in at most four characters, with a mark where no publication decides it. */
export function cellShort({ status, basis }: MilestoneCell): string {
  const decided = status === 'met' || status === 'not-met';
  return basis === 'model' && decided ? `${STATUS_SHORT[status]}*` : STATUS_SHORT[status];
}

/** A cell in words, with where its status comes from if that is no publication. */
export function cellWords({ status, basis }: MilestoneCell): string {
  return basis === 'model' ? `${STATUS_WORDS[status]} (model)` : STATUS_WORDS[status];
}
