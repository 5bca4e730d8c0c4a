import type { Builtin } from '../../src/builtin/builtin.ts';
import { readFiles } from '../../src/builtin/readFiles.ts';
import { assemble } from '../../src/model/assemble.ts';
import { evaluateModel, type Evaluation } from '../../src/model/evaluate.ts';
import type { Model } from '../../src/model/link.ts';
import { completeScenario } from '../../src/scenario/complete.ts';
import { resolveRecords } from '../../src/scenario/records.ts';
import type { ScenarioSource } from '../../src/scenario/source.ts';
import type { Records, Scenario, Setting } from '../../src/scenario/types.ts';

let cached: Builtin | undefined;

/** Everything that ships with the package, read from its files once. */
export function builtin(): Builtin {
  cached ??= readFiles('.');
  return cached;
}

/** A scenario with the model it is evaluated on. */
export interface Loaded {
  readonly builtin: Builtin;
  readonly scenario: Scenario;
  readonly model: Model;
  readonly records: Records;
  /** Evaluates with further settings, in the unit of the quantity (or text with a unit). */
  readonly evaluate: (settings?: Readonly<Record<string, number | string>>) => Evaluation;
  /** The settings of the scenario and further ones. */
  readonly settings: (more?: Readonly<Record<string, number | string>>) => Record<string, Setting>;
}

/** Loads a built-in scenario, changed by `overrides`, for evaluation. */
export function loadScenario(
  id = 'default',
  overrides: Partial<ScenarioSource> = {},
  parts: Builtin = builtin(),
): Loaded {
  const source = parts.scenarios.get(id);
  if (source === undefined) throw new Error(`there is no scenario ${id}`);
  const scenario = completeScenario({ ...source, ...overrides }, parts.scenarios);
  const model = assemble(parts, scenario.prover, false, scenario.technology);
  const operations = model.system.sets.get('operation')?.elements.map(({ id: name }) => name) ?? [];
  const records = resolveRecords(parts.datasets, scenario, operations);
  const settings = (
    more: Readonly<Record<string, number | string>> = {},
  ): Record<string, Setting> => ({
    ...scenario.set,
    ...Object.fromEntries(
      Object.entries(more).map(([name, value]) => [
        name,
        { value, stage: 'assumed' as const, source: 'test' },
      ]),
    ),
  });
  return {
    builtin: parts,
    scenario,
    model,
    records,
    settings,
    evaluate: (more) => evaluateModel(model, records, settings(more)),
  };
}
