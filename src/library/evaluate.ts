import { buildResult } from '../result/build.ts';
import type { EvaluationResult } from '../result/types.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * Evaluates a scenario: verdict, readings, sub-tests, both sides, cost, and every input with its
 * source. The same object as `emuprove evaluate --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @returns plain data; numbers in base units, with their units beside them
 * @throws InputError for names that do not exist, and values that can not be computed
 * @example
 * import { evaluate, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const { verdict, quantities } = evaluate(scenario);
 * console.log(verdict.outcome); // pass
 * console.log(verdict.value, verdict.limit, quantities.length);
 */
export function evaluate({
  builtin,
  scenario,
  shipped,
  checked,
}: ResolvedScenario): EvaluationResult {
  return buildResult(builtin, scenario, shipped, !checked).result;
}
