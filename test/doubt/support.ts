import { prepare, type Prepared } from '../../src/doubt/prepare.ts';
import type { SubjectRequest } from '../../src/doubt/subject.ts';
import { evaluateModel, type Evaluation } from '../../src/model/evaluate.ts';
import { assemble } from '../../src/model/assemble.ts';
import { operationsOf } from '../../src/result/build.ts';
import { rivals } from '../../src/result/rivals.ts';
import { completeScenario } from '../../src/scenario/complete.ts';
import { resolveRecords } from '../../src/scenario/records.ts';
import type { Choices, Correlated, Scenario } from '../../src/scenario/types.ts';
import { firstVariant } from '../../src/scenario/variants.ts';
import { InputError, type Issue } from '../../src/issues/issue.ts';
import { builtin } from '../support/loadScenario.ts';

/** What a test changes of a scenario. */
export interface Changes {
  readonly set?: Readonly<Record<string, number | string>>;
  readonly choices?: Choices;
  readonly correlate?: readonly (readonly [string, string, number])[];
  readonly outputs?: readonly string[];
  readonly about?: SubjectRequest;
}

/** A built-in scenario with changes, without doubt about its choices. */
export function changed(id: string, { set = {}, choices, correlate = [] }: Changes): Scenario {
  const source = builtin().scenarios.get(id);
  if (source === undefined) throw new Error(id);
  const scenario = completeScenario(source, builtin().scenarios);
  const own = Object.entries(set).map(
    ([name, value]) => [name, { value, stage: 'assumed' as const, source: 'test' }] as const,
  );
  const correlations = correlate.map(([a, b, value]): Correlated => ({
    between: [a, b],
    value,
    source: 'test',
  }));
  return firstVariant({
    ...scenario,
    set: { ...scenario.set, ...Object.fromEntries(own) },
    ...(choices === undefined ? {} : { choices }),
    ...(correlations.length === 0 ? {} : { correlations }),
  });
}

/** The same made ready for a study. */
export function prepared(id: string, changes: Changes = {}): Prepared {
  const { outputs = [], about } = changes;
  const options = { study: 'montecarlo', outputs, about };
  return prepare(builtin(), changed(id, changes), undefined, false, options);
}

/** A scenario with inputs at values in base units. */
export function evaluationAt(
  scenario: Scenario,
  values: Readonly<Record<string, number>>,
): Evaluation & { readonly settings: Scenario['set'] } {
  const model = assemble(builtin(), scenario.prover, false, scenario.technology);
  const records = resolveRecords(builtin().datasets, scenario, operationsOf(model));
  const plain = evaluateModel(model, records, scenario.set);
  const settings = Object.entries(values).map(([key, value]) => {
    const [name = '', tuple] = key.replace(/\]$/, '').split('[');
    const { scale } = plain.unit(name, ...(tuple?.split(',') ?? [])).unit;
    return [key, { value: value / scale, stage: 'assumed' as const, source: 'test' }] as const;
  });
  const set = { ...scenario.set, ...Object.fromEntries(settings) };
  return { ...evaluateModel(model, records, set), settings: set };
}

/** The ratio and the verdict, as `evaluate` gives it, of a scenario with inputs at values in base units, one at a time. */
export function evaluateAt(
  scenario: Scenario,
  values: Readonly<Record<string, number>>,
  alone = false,
): { readonly ratio: number; readonly passes: boolean } {
  const evaluation = evaluationAt(scenario, values);
  const { model, settings: set } = evaluation;
  const passes = evaluation.outcome('passes', scenario.reading);
  const against =
    scenario.reading === 'overhead' && !alone
      ? rivals(model, builtin().datasets, { ...scenario, set }, operationsOf(model)).rival.overhead
      : null;
  return {
    ratio: evaluation.number('reading_value', scenario.reading) ?? NaN,
    passes:
      passes.status === 'known' &&
      passes.value === true &&
      (against ?? 0) <= (evaluation.number('overhead_limit') ?? NaN),
  };
}

/** The same without a look at better cores. */
export function evaluateAlone(
  scenario: Scenario,
  values: Readonly<Record<string, number>>,
): ReturnType<typeof evaluateAt> {
  return evaluateAt(scenario, values, true);
}

/** The issues that a piece of work throws. */
export function issuesOf(work: () => unknown): readonly Issue[] {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}
