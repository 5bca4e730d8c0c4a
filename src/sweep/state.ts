import { InputError, type Issue } from '../issues/issue.ts';
import type { Evaluation } from '../model/evaluate.ts';
import { checkEvaluation } from '../result/build.ts';
import { TESTS } from '../result/sections.ts';
import type { Scenario } from '../scenario/types.ts';
import { INVALID, KNOWN, MISSING, UNSURE } from './column.ts';
import { hasElement, type Root } from './dependencies.ts';
import type { RowOutcome } from './evaluator.ts';
import { FIRST_TEST, HEAD } from './outputs.ts';
import type { Status } from './types.ts';

/** What is known of a row, before its rivals are looked at. */
export interface RowState {
  readonly status: Status;
  /** Why it is infeasible or an error, or what of the criterion fails. */
  readonly reason: string | null;
  /** Inputs without which it is undecided. */
  readonly missing: readonly string[];
  /** Number of a root, truths as 1 and 0; undefined where it is not known. */
  readonly number: (root: number) => number | undefined;
}

/** Places of the roots without which nothing is said about the criterion. */
const HEADLINE = [HEAD.passes, HEAD.value, HEAD.margin] as const;

const NONE = (): undefined => undefined;

/**
 * The state of a row that was evaluated with others.
 *
 * @param core the row's core
 * @returns undefined where only evaluating it by itself can tell
 */
export function stateOf(outcome: RowOutcome, core: () => string): RowState | undefined {
  if (outcome.kind === 'refused') return refused(outcome.issues);
  const { evaluated, at } = outcome;
  const { columns, missing } = evaluated;
  const code = (root: number): number => columns[root]?.codes?.[at] ?? KNOWN;
  const number = (root: number): number | undefined =>
    code(root) === KNOWN ? columns[root]?.values[at] : undefined;
  if (columns.some((_, root) => code(root) === UNSURE)) return undefined;
  if (number(HEAD.cores) === 0) return noCore(core());
  const wrong = HEADLINE.find((root) => code(root) === INVALID);
  if (wrong !== undefined) {
    const { reason, origin } = evaluated.fault(wrong, at) ?? { reason: 'invalid', origin: 'it' };
    // As `checkEvaluation` says it.
    return refused([{ code: 'not-finite', message: `${origin} has no value: ${reason}` }]);
  }
  const verdict = code(HEAD.passes);
  if (verdict >= MISSING) {
    return { status: 'undecided', reason: null, missing: missing.inputs(verdict), number };
  }
  return decided(number);
}

/** The state of a row that was evaluated by itself. */
export function stateOfSingle(
  evaluation: Evaluation,
  scenario: Scenario,
  roots: readonly Root[],
): RowState {
  try {
    checkEvaluation(evaluation, scenario);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { issues } = error;
    return issues[0]?.code === 'no-core' ? noCore(scenario.core) : refused(issues);
  }
  const number = (root: number): number | undefined => {
    const { name, tuple } = roots[root] ?? { name: '', tuple: [] };
    if (!hasElement(evaluation.model.system, { name, tuple })) return undefined;
    const outcome = evaluation.outcome(name, ...tuple);
    return outcome.status === 'known' ? Number(outcome.value) : undefined;
  };
  const verdict = evaluation.outcome('passes', scenario.reading);
  if (verdict.status === 'missing') {
    return { status: 'undecided', reason: null, missing: verdict.inputs, number };
  }
  return decided(number);
}

/** The state of a row that can not be evaluated. */
export function refused(issues: readonly Issue[]): RowState {
  // One line, so that a row of a file is one too.
  const reason = issues.map(({ message }) => message.replace(/\s+/g, ' ')).join('; ');
  return { status: 'error', reason, missing: [], number: NONE };
}

function noCore(core: string): RowState {
  const reason = `not one core ${core} fits on the device`;
  return { status: 'infeasible', reason, missing: [], number: NONE };
}

/** A row whose verdict is known: it fails where the ratio or a sub-test does. */
function decided(number: RowState['number']): RowState {
  if (number(HEAD.passes) === 1) return { status: 'pass', reason: null, missing: [], number };
  const parts = [
    ['ratio', HEAD.ratio],
    ...TESTS.map(({ id }, i) => [id, FIRST_TEST + i] as const),
  ] as const;
  const failing = parts.filter(([, root]) => number(root) === 0).map(([id]) => id);
  return { status: 'fail', reason: failing.join(' '), missing: [], number };
}
