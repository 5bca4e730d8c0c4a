import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { Builtin } from '../builtin/builtin.ts';
import { restore } from '../compare/savedSide.ts';
import { SavedSchema } from '../compare/savedSchema.ts';
import { InputError } from '../issues/issue.ts';
import { assemble } from '../model/assemble.ts';
import { buildResult } from '../result/build.ts';
import type { EvaluationResult } from '../result/types.ts';
import { completeScenario } from '../scenario/complete.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Dossier } from './types.ts';

/** A scenario that gives a saved result to the last digit, or why there is none: the end of a sentence. */
export type Again =
  | { readonly scenario: Scenario; readonly shipped: Scenario | undefined }
  | { readonly why: string };

/** Files that a sentence names. */
const NAMED = 3;

/**
 * Looks for the scenario that a saved report was computed from. It is found only where this version
 * and the same files give the same evaluation again, number by number and source by source.
 */
export function scenarioAgain(parts: Builtin, check: boolean, dossier: Dossier): Again {
  const { evaluation, doubt } = dossier;
  const changed = changedSince(parts, evaluation);
  if (changed !== undefined) return { why: changed };
  const source = parts.scenarios.get(evaluation.scenario.id);
  const shipped = source && completeScenario(source, parts.scenarios);
  const own = shipped && over(parts, shipped);
  if (own !== undefined && gives(parts, own, shipped, check, evaluation)) {
    return { scenario: own, shipped };
  }
  const inDoubt = doubt?.montecarlo;
  const chosen = inDoubt?.inputs.some(({ labels }) => labels !== undefined) === true;
  if (chosen || (inDoubt?.correlations.length ?? 0) > 0) {
    return { why: 'its scenario leaves choices open or draws inputs together, and only says so' };
  }
  const read = v.safeParse(SavedSchema, evaluation);
  if (read.success) {
    const { prover, technology } = read.output.scenario;
    const model = quietly(() => assemble(parts, prover, false, technology));
    const scenario = over(parts, restore(parts, read.output, model));
    for (const start of [shipped, undefined]) {
      if (gives(parts, scenario, start, check, evaluation)) return { scenario, shipped: start };
    }
  }
  return { why: 'the scenario that it was computed from can not be told from what was saved' };
}

/** A scenario that says which of the user's directories it is evaluated on. */
function over({ user = [] }: Builtin, scenario: Scenario): Scenario {
  return user.length === 0 ? scenario : { ...scenario, datasets: user.map(({ path }) => path) };
}

/** Whether other code or other files made the result. */
function changedSince(parts: Builtin, { tool, inputs }: EvaluationResult): string | undefined {
  if (tool.version !== parts.version) {
    return `it was computed by version ${tool.version}, and this is version ${parts.version}`;
  }
  const now = new Map([
    ...[...parts.models, ...parts.provers.values()].map(({ file, sha256 }): [string, string] => [
      file,
      sha256,
    ]),
    ...[...parts.datasets.values()].map(({ schema, sha256 }): [string, string] => [
      `datasets/${schema.file}`,
      sha256,
    ]),
    ...(parts.user ?? []).flatMap(({ files }) =>
      files.map(({ file, sha256 }): [string, string] => [file, sha256]),
    ),
  ]);
  const other = inputs.filter(({ file, sha256 }) => now.get(file) !== sha256);
  if (other.length === 0) return undefined;
  const names = other.slice(0, NAMED).map(({ file }) => file);
  const more = other.length > names.length ? ` and ${other.length - names.length} more` : '';
  return `files have changed since it was computed: ${names.join(', ')}${more}`;
}

/** Whether a scenario gives a result. */
function gives(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
  result: EvaluationResult,
): boolean {
  const built = quietly(() => buildResult(parts, scenario, shipped, check));
  // As it would have been saved: JSON knows no number that is not finite.
  return built !== undefined && isDeepStrictEqual(JSON.parse(JSON.stringify(built.result)), result);
}

/** What some work gives, or nothing where the tables and models have no such name. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
