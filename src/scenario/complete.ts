import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { ScenarioSource } from './source.ts';
import { joinChoices } from './joinChoices.ts';
import type { Choices, Correlated, Scenario, Setting } from './types.ts';

/** Scenarios may build on scenarios; a chain longer than this is a mistake. */
const LONGEST_CHAIN = 10;

/**
 * Completes a scenario with those that it extends. What it says itself wins; `units` and `set` are
 * joined entry by entry. Naming a platform or a device drops the other of an earlier scenario.
 *
 * @param builtin scenarios that can be extended
 * @throws InputError for an unknown scenario, a circle, a scenario without core or prover, and choices
 *   in doubt that contradict what is named beside them
 */
export function completeScenario(
  source: ScenarioSource,
  builtin: ReadonlyMap<string, ScenarioSource>,
): Scenario {
  const chain = chainOf(source, builtin);
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
  const place = placeOf(chain);
  return {
    id: source.scenario,
    title: source.title,
    meaning: source.meaning ?? '',
    ...place,
    core,
    prover,
    units: merged.units ?? {},
    aggregation: merged.aggregation ?? 'none',
    reading: merged.reading ?? 'overhead',
    set: Object.fromEntries(set),
    ...doubtsOf(chain),
  };
}

/** A scenario and those that it extends, one after the other. */
function chainOf(
  source: ScenarioSource,
  builtin: ReadonlyMap<string, ScenarioSource>,
): ScenarioSource[] {
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
  return chain;
}

/**
 * What is in doubt in a scenario beside its values: correlations and choices, with those of the
 * scenarios that it extends; what it says itself wins.
 *
 * @throws InputError as {@link completeScenario}, but for what the scenario leaves open
 */
export function doubtsOfSource(
  source: ScenarioSource,
  builtin: ReadonlyMap<string, ScenarioSource>,
): Pick<Scenario, 'correlations' | 'choices'> {
  return doubtsOf(chainOf(source, builtin));
}

function doubtsOf(derived: readonly ScenarioSource[]): Pick<Scenario, 'correlations' | 'choices'> {
  const pairs = new Map<string, Correlated>();
  let choices: Choices = {};
  // From the first to the most derived: the later one wins.
  for (const document of [...derived].reverse()) {
    const { scenario, correlate = [], choose = {} } = document;
    for (const { between, value, source = `scenario ${scenario}` } of correlate) {
      const [a = '', b = ''] = between;
      pairs.set([a, b].sort().join(' '), { between: [a, b], value, source });
    }
    const own = Object.entries(choose).map(([name, among]): [string, Choices[string]] => [
      name,
      Array.isArray(among) ? Object.fromEntries(among.map((label) => [label, 1])) : among,
    ]);
    choices = joinChoices(choices, document, Object.fromEntries(own));
  }
  return {
    ...(pairs.size === 0 ? {} : { correlations: [...pairs.values()] }),
    ...(Object.keys(choices).length === 0 ? {} : { choices }),
  };
}

function joined(base: ScenarioSource, own: ScenarioSource): Pick<ScenarioSource, 'units'> {
  return { units: { ...base.units, ...own.units } };
}

/**
 * Where it is built: platform and device of the most derived scenario that names either, or process
 * and memory of an ASIC, where the most derived scenario that says either says so.
 *
 * @throws InputError for an ASIC without a process or with a board, and a process without an ASIC
 */
function placeOf(
  chain: readonly ScenarioSource[],
): Pick<Scenario, 'platform' | 'device' | 'technology' | 'node' | 'memory'> {
  const onBoard = ({ platform, device }: ScenarioSource): boolean =>
    (platform ?? device) !== undefined;
  const own = chain.find((link) => link.technology !== undefined || onBoard(link));
  const node = chain.find((link) => link.node !== undefined)?.node;
  if (own?.technology === 'asic') {
    if (onBoard(own)) throw misplaced('an ASIC has no platform and no FPGA', 'technology');
    if (node === undefined) {
      throw misplaced(
        'the scenario names no process for its ASIC',
        'node',
        'a node, such as n7 or 7',
      );
    }
    const memory = chain.find((link) => link.memory !== undefined)?.memory;
    return { technology: 'asic', node, ...(memory === undefined ? {} : { memory }) };
  }
  const [first] = chain;
  if ((first?.node ?? first?.memory) !== undefined) {
    throw misplaced('a node and a memory belong to an ASIC', 'technology', 'technology: asic');
  }
  const { platform, device } = chain.find(onBoard) ?? {};
  return {
    ...(platform === undefined ? {} : { platform }),
    ...(device === undefined ? {} : { device }),
  };
}

function misplaced(message: string, path: string, expected?: string): InputError {
  const code = path === 'node' ? 'incomplete' : 'two-places';
  return new InputError([{ code, message, path, ...(expected === undefined ? {} : { expected }) }]);
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
