import type { Builtin } from '../builtin/builtin.ts';
import { InputError } from '../issues/issue.ts';
import type { Model } from '../model/link.ts';
import { buildResult } from '../result/build.ts';
import { reproduce } from '../result/command.ts';
import type { EvaluationResult } from '../result/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { firstVariant } from '../scenario/variants.ts';

/** The parts of a result that a comparison looks at; a saved result has to have these. */
export type ComparedResult = Pick<
  EvaluationResult,
  'tool' | 'inputs' | 'scenario' | 'verdict' | 'tests' | 'inputsUsed' | 'quantities'
>;

/** One of the two things that are compared. */
export interface Side {
  readonly label: string;
  readonly saved: boolean;
  /** Command that gives its result. */
  readonly command: string;
  readonly result: ComparedResult;
  /** What it chose, the first of every choice in doubt; of a saved result as far as the result says. */
  readonly scenario: Scenario;
  /** The model of its prover as it is now; undefined where there is no such prover any more. */
  readonly model: Model | undefined;
}

/**
 * Evaluates a scenario as a side of a comparison.
 *
 * @param label what to call it
 * @param check whether to check the model first; the built-in ones were checked when they were built
 * @throws InputError as `buildResult`, with the label in every message
 */
export function scenarioSide(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
  label: string,
): Side {
  try {
    const chosen = firstVariant(scenario);
    const { result, model } = buildResult(parts, chosen, shipped, check);
    const command = reproduce(scenario, shipped);
    return { label, saved: false, command, result, scenario: chosen, model };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.issues.map((issue) => ({ ...issue, message: `${label}: ${issue.message}` })),
    );
  }
}
