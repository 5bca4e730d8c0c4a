import type { Loaded } from '../builtin/load.ts';
import { checkShape } from '../files/checkShape.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { completeScenario } from '../scenario/complete.ts';
import { ScenarioSchema } from '../scenario/schema.ts';
import type { ScenarioSource } from '../scenario/source.ts';
import type { Scenario } from '../scenario/types.ts';
import { firstVariant } from '../scenario/variants.ts';

/** A scenario with the data and models that it is evaluated on: what every function here takes. */
export interface ResolvedScenario extends Loaded {
  readonly scenario: Scenario;
  /** The scenario that it was changed from as it ships, if it goes by that name. */
  readonly shipped: Scenario | undefined;
}

/**
 * A scenario as a script writes it: what a scenario file holds, and all of it optional. It builds on
 * the scenario `default` unless it `extends` another one.
 */
export type ScenarioInput = Partial<ScenarioSource>;

/**
 * Resolves a scenario: completes it with those that it extends, and checks its form. Names of rows
 * are looked up when it is evaluated.
 *
 * @param data - what `loadBuiltin` gave
 * @param source - name of a built-in scenario, or a scenario of your own
 * @returns the scenario, ready for every function of this library
 * @throws InputError for an unknown scenario, and for everything that is wrong in the form of `source`
 * @example
 * import { evaluate, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin(), {
 *   extends: 'cloud-f2',
 *   core: 'serv-tile',
 *   set: { on_chip_fusion: 'pert(0.5, 0.75, 0.9)', unit_busy: 0.8 },
 * });
 * console.log(evaluate(scenario).verdict.sentence);
 */
export function resolveScenario(
  data: Loaded,
  source: string | ScenarioInput = 'default',
): ResolvedScenario {
  const { scenarios } = data.builtin;
  const { extends: parent = 'default', ...own } =
    typeof source === 'string' ? { extends: source } : source;
  const found = scenarios.get(parent);
  if (found === undefined) {
    const suggestion = nearest(parent, scenarios.keys());
    const message = `there is no scenario ${quote(parent)}`;
    const expected = `one of ${[...scenarios.keys()].join(', ')}`;
    throw new InputError([
      { code: 'unknown-scenario', message, expected, ...(suggestion && { suggestion }) },
    ]);
  }
  const shipped = completeScenario(found, scenarios);
  // The command lines that results state name the user's directories too.
  const user = data.builtin.user?.map(({ path }) => path);
  const complete = (one: ScenarioSource): Scenario => ({
    ...firstVariant(completeScenario(one, scenarios)),
    ...(user && { datasets: user }),
  });
  if (Object.keys(own).length === 0) return { ...data, scenario: complete(found), shipped };
  const title = `Changed from: ${shipped.title}`;
  const read = checkShape({ scenario: parent, title, ...own, extends: parent }, ScenarioSchema);
  if (!read.ok) throw new InputError(read.issues);
  const scenario = complete(read.value);
  return { ...data, scenario, shipped: scenario.id === parent ? shipped : undefined };
}
