import type { Builtin } from '../builtin/builtin.ts';
import { loadBuiltin, type Loaded } from '../builtin/load.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { completeScenario, doubtsOfSource } from '../scenario/complete.ts';
import { joinChoices, type ChosenByName } from '../scenario/joinChoices.ts';
import type { ScenarioSource } from '../scenario/source.ts';
import type { Scenario, Setting } from '../scenario/types.ts';
import { firstVariant } from '../scenario/variants.ts';
import { parseChoices, parseCorrelated } from './doubtArgs.ts';

/** What the scenario options of a command line say. */
export interface ScenarioArgs {
  readonly scenario?: string | undefined;
  readonly platform?: string | undefined;
  readonly device?: string | undefined;
  readonly technology?: string | undefined;
  readonly node?: string | undefined;
  readonly dieMm2?: number | undefined;
  readonly memory?: string | undefined;
  readonly core?: string | undefined;
  readonly prover?: string | undefined;
  readonly aggregation?: string | undefined;
  readonly reading?: string | undefined;
  readonly unit?: readonly string[] | undefined;
  readonly datasets?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly choose?: readonly string[] | undefined;
  readonly correlate?: readonly string[] | undefined;
}

/** A scenario ready for evaluation, with what it is evaluated on. */
export interface Ready {
  readonly builtin: Builtin;
  readonly checked: boolean;
  readonly scenario: Scenario;
  /** The built-in scenario of that name as it ships, if it is one. */
  readonly shipped: Scenario | undefined;
}

/**
 * Loads the scenario that a command line names, changed by its options.
 *
 * @param given the scenario itself, where it has been read already
 * @param loaded what ships, likewise
 * @throws InputError for unknown names and malformed options
 */
export async function readyScenario(
  args: ScenarioArgs,
  given?: ScenarioSource,
  loaded?: Loaded,
): Promise<Ready> {
  const { builtin, checked } = loaded ?? (await loadBuiltin(args.datasets));
  const { source, own } =
    given === undefined
      ? await findSource(args.scenario ?? 'default', builtin)
      : { source: given, own: true };
  const shipped = own ? undefined : completeScenario(source, builtin.scenarios);
  const { platform, device, core, prover, node, memory } = args;
  const technology = args.technology as ScenarioSource['technology'];
  const changed: Draft = {
    ...source,
    ...(platform === undefined ? {} : { platform }),
    // A platform given alone brings its own device.
    ...(device === undefined ? {} : { device }),
    ...(technology === undefined ? {} : { technology }),
    ...(node === undefined ? {} : { node }),
    ...(memory === undefined ? {} : { memory }),
    ...(core === undefined ? {} : { core }),
    ...(prover === undefined ? {} : { prover }),
    ...(args.aggregation === undefined
      ? {}
      : { aggregation: args.aggregation as Scenario['aggregation'] }),
    ...(args.reading === undefined ? {} : { reading: args.reading as Scenario['reading'] }),
  };
  // Its title speaks of other hardware than this.
  if (
    JSON.stringify(changed) !== JSON.stringify(source) ||
    (args.set ?? args.unit ?? args.choose ?? args.dieMm2) !== undefined
  )
    changed.title = `Changed from: ${source.title}`;
  // Joined below: what an option names may be in doubt in the scenario, and is no longer.
  delete changed.choose;
  if (platform !== undefined && device === undefined) delete changed.device;
  if (device !== undefined && platform === undefined) delete changed.platform;
  moveTo(changed, technology, (platform ?? device) !== undefined);
  const scenario = completeScenario(changed, builtin.scenarios);
  const named = pairs(args.unit ?? [], '--unit');
  const units = { ...scenario.units, ...named };
  const set: Record<string, Setting> = { ...scenario.set };
  if (args.dieMm2 !== undefined) {
    set['die_area'] = { value: `${args.dieMm2} mm2`, stage: 'assumed', source: 'command line' };
  }
  for (const [name, value] of Object.entries(pairs(args.set ?? [], '--set'))) {
    set[name] = { ...(await expanded(value)), stage: 'assumed', source: 'command line' };
  }
  const correlations = [
    ...(scenario.correlations ?? []),
    ...(args.correlate ?? []).map(parseCorrelated),
  ];
  const choices = joinChoices(
    doubtsOfSource(source, builtin.scenarios).choices ?? {},
    { ...(args as ChosenByName), units: named },
    parseChoices(args.choose ?? []),
  );
  const complete: { -readonly [K in keyof Scenario]: Scenario[K] } = { ...scenario, units, set };
  if ((args.datasets ?? []).length > 0) complete.datasets = args.datasets ?? [];
  if (correlations.length > 0) complete.correlations = correlations;
  if (Object.keys(choices).length > 0) complete.choices = choices;
  else delete complete.choices;
  // Without doubt the first of every choice stands.
  return { builtin, checked, shipped, scenario: firstVariant(complete) };
}

/** A scenario that is being changed. */
type Draft = { -readonly [K in keyof ScenarioSource]: ScenarioSource[K] };

/** What an option says about the place ends what the scenario itself says of another. */
function moveTo(changed: Draft, technology: ScenarioSource['technology'], onBoard: boolean): void {
  if (technology === 'asic' && !onBoard) {
    delete changed.platform;
    delete changed.device;
  }
  if (technology === undefined && onBoard) delete changed.technology;
  if (technology === 'fpga' || (technology === undefined && onBoard)) {
    delete changed.node;
    delete changed.memory;
  }
}

/** What a value stands for: `@file.csv:column` is a column of samples. */
async function expanded(value: string): Promise<Pick<Setting, 'value' | 'said'>> {
  if (!value.startsWith('@')) return { value };
  const { readSamples } = await import('./readSamples.ts');
  return { value: readSamples(value), said: value };
}

/** A built-in scenario by name, or a scenario file by its path. */
async function findSource(
  name: string,
  builtin: Builtin,
): Promise<{ source: ScenarioSource; own: boolean }> {
  const shipped = builtin.scenarios.get(name);
  if (shipped !== undefined) return { source: shipped, own: false };
  if (!/[./\\]/.test(name) && name !== '-') {
    const suggestion = nearest(name, builtin.scenarios.keys());
    throw new InputError([
      {
        code: 'unknown-scenario',
        message: `there is no scenario ${quote(name)}`,
        expected: `a file, or one of ${[...builtin.scenarios.keys()].join(', ')}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ]);
  }
  const { readScenario } = await import('../scenario/readScenario.ts');
  return { source: readScenario(readTextFile(name), name), own: true };
}

/** What can stand before the equals sign: `fill`, `fill.lut`, `fill[lut]`, `native.fill.lut`. */
const NAME = /^[a-z][\w.,[\]-]{0,99}$/;

/** `name=value` options as a record. */
function pairs(options: readonly string[], option: string): Record<string, string> {
  const issues: Issue[] = [];
  const found: [string, string][] = [];
  for (const text of options) {
    const at = text.indexOf('=');
    const [name, value] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
    if (NAME.test(name) && value !== '') found.push([name, value]);
    else {
      const message = `${option} takes name=value`;
      issues.push({ code: 'usage', message, received: quote(text) });
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return Object.fromEntries(found);
}
