import type { Builtin } from '../builtin/builtin.ts';
import { buildResult, type Built } from '../result/build.ts';
import { figure } from '../result/figure.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Element } from '../sweep/dependencies.ts';
import { compares } from '../result/condition.ts';
import { elementOf, headlineOf } from './objective.ts';
import type { Question } from './search.ts';
import type { Design } from './types.ts';

/** What every design is described by, beside the objectives and what conditions are about. */
const DESCRIBED = [
  'native_rate',
  'proved_rate',
  'segment_rate',
  'prove_bound',
  'fabric_bound',
  'proof_bytes',
  'verify_time',
  'latency',
  'memory_use',
  'prove_cost',
  'prove_energy',
] as const;

/** A design with the evaluation that describes it. */
export interface Described extends Built {
  readonly design: Design;
}

/**
 * Evaluates a design as `emuprove evaluate` does.
 *
 * @param shipped the built-in scenario that it started from, if any
 * @throws InputError where it can not be evaluated
 */
export function describeDesign(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
  question: Question,
  labels: Readonly<Record<string, string>>,
): Described {
  const built = buildResult(parts, scenario, shipped, check);
  const { evaluation, result } = built;
  const { objective, pareto, conditions } = question;
  const value = (element: Element): number | undefined =>
    evaluation.number(element.name, ...element.tuple);
  const violates = conditions.filter(({ value: about, relation, limit, passes }) => {
    if (passes !== undefined) {
      const outcome = evaluation.outcome(passes.name, ...passes.tuple);
      return outcome.status !== 'known' || outcome.value !== true;
    }
    const [number, most] = [value(about), typeof limit === 'number' ? limit : value(limit)];
    return number === undefined || most === undefined || !compares(number, relation, most);
  });
  const elements = [
    objective.element,
    ...pareto.map(({ element }) => element),
    headlineOf(evaluation.model, scenario.reading),
    ...conditions.map(({ value: about }) => about),
    ...DESCRIBED.map((name) => elementOf(name)),
  ];
  const unique = [...new Map(elements.map((element) => [element.key, element])).values()];
  const design: Design = {
    labels,
    objective: value(objective.element) ?? null,
    verdict: { outcome: result.verdict.outcome, sentence: result.verdict.sentence },
    figures: unique.map(({ name, tuple }) => figure(evaluation, name, ...tuple)),
    violates: violates.map(({ id }) => id),
    command: result.scenario.command,
  };
  return { ...built, design };
}
