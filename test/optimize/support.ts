import { optimize } from '../../src/optimize/optimize.ts';
import type { OnProgress, OptimizeRequest } from '../../src/optimize/request.ts';
import type { OptimizeResult } from '../../src/optimize/types.ts';
import { evaluateScenario } from '../../src/result/build.ts';
import { InputError } from '../../src/issues/issue.ts';
import type { Evaluation } from '../../src/model/evaluate.ts';
import { completeScenario } from '../../src/scenario/complete.ts';
import type { ScenarioSource } from '../../src/scenario/source.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { withChoice } from '../../src/scenario/withChoice.ts';
import { builtin } from '../support/loadScenario.ts';

/** A built-in scenario, changed. */
export function scenarioOf(id: string, overrides: Partial<ScenarioSource> = {}): Scenario {
  const parts = builtin();
  const source = parts.scenarios.get(id);
  if (source === undefined) throw new Error(`there is no scenario ${id}`);
  return completeScenario({ ...source, ...overrides }, parts.scenarios);
}

/** A search over a scenario. */
export function searchOver(
  scenario: Scenario,
  request: OptimizeRequest,
  onProgress?: OnProgress,
): Promise<OptimizeResult> {
  return optimize(builtin(), scenario, undefined, false, request, onProgress);
}

/** A scenario with settings on top, as a user would write them. */
export function withSettings(
  scenario: Scenario,
  settings: Readonly<Record<string, number | string>>,
): Scenario {
  const set = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      { value, stage: 'assumed' as const, source: 'test' },
    ]),
  );
  return { ...scenario, set: { ...scenario.set, ...set } };
}

/** A scenario evaluated by itself; undefined where it can not be. */
export function evaluated(scenario: Scenario): Evaluation | undefined {
  try {
    return evaluateScenario(builtin(), scenario, false).evaluation;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Whether a scenario meets the tests of the criterion beside the ratio. */
export function fits(evaluation: Evaluation): boolean {
  return ['proof_passes', 'verify_passes', 'latency_passes', 'memory_passes'].every((name) => {
    const outcome = evaluation.outcome(name);
    return outcome.status === 'known' && outcome.value === true;
  });
}

/** Every combination of one value of each list. */
export function* product<T>(lists: readonly (readonly T[])[]): Iterable<T[]> {
  const [first, ...others] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const item of first) for (const rest of product(others)) yield [item, ...rest];
}

/** The scenario that a command line of a result evaluates. */
export function scenarioOfCommand(base: Scenario, command: string): Scenario {
  const words = command.replaceAll("'", '').split(' --').slice(1);
  return words.reduce<Scenario>((scenario, word) => {
    const at = word.indexOf(' ');
    const [option, text] = [word.slice(0, at), word.slice(at + 1)];
    const equals = text.indexOf('=');
    const [name, value] = [text.slice(0, equals), text.slice(equals + 1)];
    switch (option) {
      case 'set':
        return withSettings(scenario, { [name]: value });
      case 'unit':
        return { ...scenario, units: { ...scenario.units, [name]: value } };
      case 'platform':
        return withChoice(scenario, 'platform', text);
      default:
        return { ...scenario, [option]: text };
    }
  }, base);
}
