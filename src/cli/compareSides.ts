import type { Builtin } from '../builtin/builtin.ts';
import { loadBuiltin, type Loaded } from '../builtin/load.ts';
import { looksSaved, readSaved } from '../compare/readSaved.ts';
import { restore, savedSide } from '../compare/savedSide.ts';
import { scenarioSide, type Side } from '../compare/side.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { quoteWord } from '../result/command.ts';
import { readScenario } from '../scenario/readScenario.ts';
import type { ScenarioSource } from '../scenario/source.ts';
import { CHOICES, parseChange } from './parseChange.ts';
import { readyScenario, type ScenarioArgs } from './scenarioArgs.ts';

/** What a command line says about two sides. */
export interface SidesArgs extends ScenarioArgs {
  readonly first: string;
  readonly second?: string | undefined;
  /** Changes of one side only. */
  readonly a?: readonly string[];
  readonly b?: readonly string[];
}

/** Two sides, ready to be compared. */
export interface Sides {
  readonly builtin: Builtin;
  readonly a: Side;
  readonly b: Side;
  /** The command line again. */
  readonly command: string;
}

/** Options of a change that are lists. */
const LISTS = ['unit', 'set', 'choose', 'correlate'] as const;

type Changes = Pick<ScenarioArgs, (typeof CHOICES)[number] | (typeof LISTS)[number]>;

/** Something to compare that has not been evaluated yet. */
type Found =
  | { readonly kind: 'saved'; readonly side: Side; readonly source: ScenarioSource }
  | { readonly kind: 'scenario'; readonly source?: ScenarioSource };

/**
 * Reads both sides. With two names the common options change both, with one they make B of A.
 *
 * @throws InputError for what can not be read, and for changes of a saved result
 */
export async function readSides(args: SidesArgs): Promise<Sides> {
  const loaded = await loadBuiltin(args.datasets);
  const { builtin } = loaded;
  const { first, second } = args;
  const common = changesOf(args);
  const [ownA, ownB] = [parseChanges('-a', args.a), parseChanges('-b', args.b)];
  const nothing = [common, ownA, ownB].every((changes) => Object.keys(changes).length === 0);
  const found = findSide(builtin, first);
  if (second === undefined && nothing && found.kind === 'scenario') {
    const message = 'there is nothing to compare with';
    const expected = `a second scenario, or a change: emuprove compare ${quote(first)} --set name=value`;
    throw new InputError([{ code: 'usage', message, expected }]);
  }
  const own = { loaded, datasets: args.datasets };
  const a = await makeSide(own, first, found, second === undefined ? ownA : join(common, ownA));
  const other = second === undefined ? later(found) : findSide(builtin, second);
  const name = second ?? (found.kind === 'saved' ? `${first} as of now` : first);
  const b = await makeSide(own, name, other, join(common, ownB), second ?? first);
  return { builtin, a, b, command: commandOf(args, common) };
}

/** What a name stands for: a built-in scenario, a scenario file, or a saved result. */
function findSide(builtin: Builtin, name: string): Found {
  if (builtin.scenarios.has(name) || !/[./\\]/.test(name)) return { kind: 'scenario' };
  const file = readTextFile(name);
  if (!file.ok || !looksSaved(file.text))
    return { kind: 'scenario', source: readScenario(file, name) };
  const saved = readSaved(file, name);
  const side = savedSide(builtin, saved, name);
  const { id, ...scenario } = restore(builtin, saved, side.model);
  return { kind: 'saved', side, source: { scenario: id, ...scenario } };
}

/** The scenario behind a saved result, to be evaluated as of now. */
function later(found: Found): Found {
  return found.kind === 'saved' ? { kind: 'scenario', source: found.source } : found;
}

async function makeSide(
  { loaded, datasets }: { readonly loaded: Loaded; readonly datasets: SidesArgs['datasets'] },
  name: string,
  found: Found,
  changes: Changes,
  scenario: string = name,
): Promise<Side> {
  const words = wordsOf(changes);
  if (found.kind === 'saved') {
    if (words.length === 0) return found.side;
    const message = `${quote(name)} is a saved result: it can not be changed`;
    const expected = 'changes of the other side only, by -a or -b';
    throw new InputError([{ code: 'usage', message, expected, received: quote(words.join(' ')) }]);
  }
  const ready = await readyScenario({ ...changes, scenario, datasets }, found.source, loaded);
  const label = words.length === 0 ? name : `${name} with ${words.join(', ')}`;
  return scenarioSide(ready.builtin, ready.scenario, ready.shipped, !ready.checked, label);
}

function changesOf(args: SidesArgs): Changes {
  const entries = [...CHOICES, ...LISTS].flatMap((key) =>
    args[key] === undefined ? [] : [[key, args[key]]],
  );
  return Object.fromEntries(entries) as Changes;
}

/** Changes of one side. */
function parseChanges(option: string, texts: readonly string[] = []): Changes {
  return texts.map((text) => parseChange(option, text)).reduce<Changes>(join, {});
}

/** Both changes; of the same choice the second one. */
function join(first: Changes, second: Changes): Changes {
  const lists = LISTS.flatMap((key) => {
    const both = [...(first[key] ?? []), ...(second[key] ?? [])];
    return both.length === 0 ? [] : [[key, both]];
  });
  return { ...first, ...second, ...(Object.fromEntries(lists) as Changes) };
}

/** Changes as a label says them. */
function wordsOf(changes: Changes): string[] {
  return [
    ...CHOICES.flatMap((key) => (changes[key] === undefined ? [] : [`${key} ${changes[key]}`])),
    ...LISTS.flatMap((key) =>
      // A setting is a name and a value; the others need a word before.
      (changes[key] ?? []).map((text) => (key === 'set' ? text : `${key} ${text}`)),
    ),
  ];
}

function commandOf(
  { first, second, datasets = [], a = [], b = [] }: SidesArgs,
  common: Changes,
): string {
  const words = [
    'emuprove',
    'compare',
    first,
    ...(second === undefined ? [] : [second]),
    ...CHOICES.flatMap((key) => (common[key] === undefined ? [] : [`--${key}`, common[key]])),
    ...LISTS.flatMap((key) => (common[key] ?? []).flatMap((text) => [`--${key}`, text])),
    ...datasets.flatMap((directory) => ['--datasets', directory]),
    ...a.flatMap((text) => ['-a', text]),
    ...b.flatMap((text) => ['-b', text]),
  ];
  return words.map(quoteWord).join(' ');
}
