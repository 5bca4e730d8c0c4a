import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { ScenarioSource } from './schema.ts';
import type { Correlated, Scenario, Setting } from './types.ts';

/** Scenarios may build on scenarios; a chain longer than this is a mistake. */
const LONGEST_CHAIN = 10;

/**
 * Completes a scenario with those that it extends. What it says itself wins; `units` and `set` are
 * joined entry by entry. Naming a platform or a device drops the other of an earlier scenario.
 *
 * @param builtin scenarios that can be extended
 * @throws InputError for an unknown scenario, a circle, or a scenario without core or prover
 */
export function completeScenario(
  source: ScenarioSource,
  builtin: ReadonlyMap<string, ScenarioSource>,
): Scenario {
  const chain = [source];
  for (let last = source; last.extends !== undefined;) {
    const next = builtin.get(last.extends);
    if (next === undefined || chain.includes(next) || chain.length > LONGEST_CHAIN) {
      const suggestion = nearest(last.extends, builtin.keys());
      throw new InputError([
        {
          code: 'unknown-scenario',
          message:
            next === undefined
              ? `there is no scenario ${quote(last.extends)} to extend`
              : `scenario ${quote(last.extends)} extends itself`,
          path: 'extends',
          ...(suggestion === undefined ? {} : { suggestion }),
        },
      ]);
    }
    chain.push(next);
    last = next;
  }
  const merged = chain.reduceRight((base, own) => ({ ...base, ...own, ...joined(base, own) }));
  const { core, prover } = merged;
  if (core === undefined || prover === undefined) {
    const key = core === undefined ? 'core' : 'prover';
    throw new InputError([
      { code: 'incomplete', message: `the scenario names no ${key}`, path: key },
    ]);
  }
  const set = new Map<string, Setting>();
  for (const own of [...chain].reverse()) {
    for (const [name, value] of Object.entries(own.set ?? {})) set.set(name, toSetting(value, own));
  }
  const { platform, device } = placeOf(chain);
  return {
    id: source.scenario,
    title: source.title,
    meaning: source.meaning ?? '',
    ...(platform === undefined ? {} : { platform }),
    ...(device === undefined ? {} : { device }),
    core,
    prover,
    units: merged.units ?? {},
    aggregation: merged.aggregation ?? 'none',
    reading: merged.reading ?? 'overhead',
    set: Object.fromEntries(set),
    ...doubts([...chain].reverse()),
  };
}

/** Correlations and choices of a chain, from the first to the most derived; later ones win. */
function doubts(chain: readonly ScenarioSource[]): Pick<Scenario, 'correlations' | 'choices'> {
  const pairs = new Map<string, Correlated>();
  const choices = new Map<string, Readonly<Record<string, number>>>();
  for (const { scenario, correlate = [], choose = {} } of chain) {
    for (const { between, value, source = `scenario ${scenario}` } of correlate) {
      const [a = '', b = ''] = between;
      pairs.set([a, b].sort().join(' '), { between: [a, b], value, source });
    }
    for (const [name, among] of Object.entries(choose)) {
      const weights = Array.isArray(among) ? among.map((label) => [label, 1]) : null;
      choices.set(name, weights === null ? { ...among } : Object.fromEntries(weights));
    }
  }
  return {
    ...(pairs.size === 0 ? {} : { correlations: [...pairs.values()] }),
    ...(choices.size === 0 ? {} : { choices: Object.fromEntries(choices) }),
  };
}

function joined(base: ScenarioSource, own: ScenarioSource): Pick<ScenarioSource, 'units'> {
  return { units: { ...base.units, ...own.units } };
}

/** Platform and device of the most derived scenario that names either. */
function placeOf(chain: readonly ScenarioSource[]): Pick<ScenarioSource, 'platform' | 'device'> {
  return chain.find((own) => own.platform !== undefined || own.device !== undefined) ?? {};
}

function toSetting(
  value: NonNullable<ScenarioSource['set']>[string],
  { scenario }: ScenarioSource,
): Setting {
  if (typeof value !== 'object') {
    return { value, stage: 'assumed', source: `scenario ${scenario}` };
  }
  return {
    ...value,
    stage: value.stage ?? 'assumed',
    source: value.source ?? `scenario ${scenario}`,
  };
}
