import type { Builtin } from '../builtin/builtin.ts';
import { InputError } from '../issues/issue.ts';
import { buildResult } from '../result/build.ts';
import { FREE_DIE } from '../result/warnings.ts';
import type { Scenario } from '../scenario/types.ts';
import type { ModelVerdict } from './types.ts';

/**
 * What the model says about prover profiles, each in the place of a scenario's own prover. A profile
 * that can not be evaluated there is undecided, and says why.
 *
 * @param shipped the built-in scenario that it is, if it is one
 * @param check whether to check the model of each profile first
 */
export function modelVerdicts(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  provers: readonly string[],
  check: boolean,
): ModelVerdict[] {
  return provers.map((prover) => verdictOf(parts, { ...scenario, prover }, shipped, check));
}

function verdictOf(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
): ModelVerdict {
  const { prover, id } = scenario;
  try {
    const { result } = buildResult(parts, scenario, shipped, check);
    const { outcome, value, sentence } = result.verdict;
    const { command } = result.scenario;
    const free = result.warnings.find(({ code }) => code === FREE_DIE)?.message;
    const verdict = { prover, scenario: id, outcome, value, sentence, command };
    return free === undefined ? verdict : { ...verdict, free };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const why = error.issues.map((issue) => issue.message).join('; ');
    return {
      prover,
      scenario: id,
      outcome: 'undecided',
      value: null,
      sentence: `Undecided: it can not be evaluated here: ${why}.`,
      command: `emuprove evaluate ${id} --prover ${prover}`,
    };
  }
}
