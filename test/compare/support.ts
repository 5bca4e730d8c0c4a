import { attributionsOf, type Attributions } from '../../src/compare/attributions.ts';
import { compare } from '../../src/compare/compare.ts';
import { pairOfSides } from '../../src/compare/pairOfSides.ts';
import { readSaved } from '../../src/compare/readSaved.ts';
import { savedSide } from '../../src/compare/savedSide.ts';
import { scenarioSide, type Side } from '../../src/compare/side.ts';
import type { Attribution, Comparison } from '../../src/compare/types.ts';
import type { Builtin } from '../../src/builtin/builtin.ts';
import { buildResult, evaluateScenario } from '../../src/result/build.ts';
import { completeScenario } from '../../src/scenario/complete.ts';
import type { ScenarioSource } from '../../src/scenario/source.ts';
import type { Scenario, Setting } from '../../src/scenario/types.ts';
import { builtin } from '../support/loadScenario.ts';

/** A built-in scenario with changes. */
export function scenario(
  id: string,
  changes: Partial<ScenarioSource> = {},
  set: Readonly<Record<string, number | string>> = {},
): Scenario {
  const parts = builtin();
  const source = parts.scenarios.get(id);
  if (source === undefined) throw new Error(`there is no scenario ${id}`);
  const complete = completeScenario({ ...source, ...changes }, parts.scenarios);
  const settings = Object.entries(set).map(([name, value]): [string, Setting] => [
    name,
    { value, stage: 'assumed', source: 'test' },
  ]);
  return { ...complete, set: { ...complete.set, ...Object.fromEntries(settings) } };
}

/** A scenario as a side. */
export function side(of: Scenario, parts: Builtin = builtin()): Side {
  return scenarioSide(parts, of, undefined, false, of.id);
}

/** The result of a scenario as the text of a saved file. */
export function savedText(of: Scenario, parts: Builtin = builtin()): string {
  return JSON.stringify(buildResult(parts, of, undefined, false).result);
}

/** A saved result as a side, under the tables and models of today. */
export function saved(text: string): Side {
  const file = { ok: true as const, text, sha256: '' };
  return savedSide(builtin(), readSaved(file, 'saved.json'), 'saved.json');
}

/** A comparison with few draws. */
export function comparison(a: Side, b: Side, samples = 1024): Promise<Comparison> {
  return compare(builtin(), a, b, { samples, seed: 0, command: 'emuprove compare a b' });
}

/** The attributions of a change, without any draws. */
export function attributions(a: Side, b: Side): Attributions {
  return attributionsOf(pairOfSides(builtin(), a, b));
}

/** log10 of the headline of a scenario, by evaluating it as it stands. */
export function log10Ratio(of: Scenario): number {
  const { evaluation } = evaluateScenario(builtin(), of, false);
  return Math.log10(evaluation.number('reading_value', of.reading) ?? NaN);
}

/** The part of an attribution by its name. */
export function partOf(attribution: Attribution | null | undefined, name: string): number {
  const part = attribution?.parts.find((candidate) => candidate.name === name);
  if (part === undefined) throw new Error(`no part ${name}`);
  return part.log10;
}

/** What all parts come to. */
export function total(attribution: Attribution | null | undefined): number {
  return (attribution?.parts ?? []).reduce((sum, { log10 }) => sum + log10, 0);
}
