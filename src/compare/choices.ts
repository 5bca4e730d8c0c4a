import { elementKey } from '../formula/system.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Model } from '../model/link.ts';
import type { Scenario, Setting } from '../scenario/types.ts';
import type { Side } from './side.ts';
import type { ChoiceDifference } from './types.ts';

/** What a choice is called. */
const TITLES: Readonly<Record<string, string>> = {
  platform: 'Platform',
  core: 'Core',
  prover: 'Prover',
  aggregation: 'Aggregation of segment proofs',
  reading: 'Reading of the criterion',
};

/** A scenario taken apart into what it chooses. */
interface Chosen {
  readonly scenario: Scenario;
  /** Settings by element, with the name under which each was set. */
  readonly set: ReadonlyMap<string, { readonly name: string; readonly setting: Setting }>;
}

/** The differences between what two scenarios choose, and every mixture of the two. */
export interface Choices {
  readonly differences: readonly ChoiceDifference[];
  /** The scenario that chooses as B what is named here, and as A what is not. */
  readonly mixture: (changed: ReadonlySet<string>) => Scenario;
}

/**
 * What two sides choose otherwise. Units and settings that only one of the provers knows go with the
 * prover; a setting of all elements of a quantity is one choice.
 */
export function choicesOf(a: Side, b: Side): Choices {
  const [ours, theirs] = [chosen(a), chosen(b)];
  // What only one technology has goes with the place that it is built in.
  const moved = a.scenario.technology !== b.scenario.technology;
  const ownerOfUnit = (operation: string): string =>
    moved
      ? 'platform'
      : [a, b].every(({ model }) => model === undefined || knows(model, operation))
        ? `unit.${operation}`
        : 'prover';
  const ownerOfSetting = (key: string): string => {
    const name = key.replace(/\[.*$/, '');
    const both = [a, b].every(({ model }) => model?.quantities.has(name) !== false);
    if (!both) return moved ? 'platform' : 'prover';
    return `set.${(theirs.set.get(key) ?? ours.set.get(key))?.name ?? key}`;
  };
  const differences = [
    ...plain(a, b),
    ...union(Object.keys(ours.scenario.units), Object.keys(theirs.scenario.units)).flatMap(
      (operation) => unitDifference(a, b, operation, ownerOfUnit(operation)),
    ),
    ...settingDifferences(ours, theirs, ownerOfSetting, a.model ?? b.model),
    ...doubtDifferences(ours.scenario, theirs.scenario),
  ];
  return {
    differences,
    mixture: (changed) => {
      const from = (name: string): Chosen => (changed.has(name) ? theirs : ours);
      const { platform, device, technology, node, memory } = from('platform').scenario;
      const units = union(Object.keys(ours.scenario.units), Object.keys(theirs.scenario.units));
      const set = union(ours.set.keys(), theirs.set.keys());
      return {
        id: 'mixture',
        title: 'Mixture of two scenarios',
        meaning: '',
        ...(platform === undefined ? {} : { platform }),
        ...(device === undefined ? {} : { device }),
        ...(technology === undefined ? {} : { technology }),
        ...(node === undefined ? {} : { node }),
        ...(memory === undefined ? {} : { memory }),
        core: from('core').scenario.core,
        prover: from('prover').scenario.prover,
        aggregation: from('aggregation').scenario.aggregation,
        reading: from('reading').scenario.reading,
        units: Object.fromEntries(
          units.flatMap((operation): [string, string][] => {
            const unit = from(ownerOfUnit(operation)).scenario.units[operation];
            return unit === undefined ? [] : [[operation, unit]];
          }),
        ),
        set: Object.fromEntries(
          set.flatMap((key): [string, Setting][] => {
            const found = from(ownerOfSetting(key)).set.get(key);
            return found === undefined ? [] : [[key, found.setting]];
          }),
        ),
      };
    },
  };
}

/** Settings by element; a later setting of an element wins over an earlier one. */
function chosen({ scenario, model }: Side): Chosen {
  const set = new Map<string, { name: string; setting: Setting }>();
  for (const [name, setting] of Object.entries(scenario.set)) {
    const keys =
      model === undefined
        ? [name]
        : elementsNamed(model, name).map(({ quantity, tuple }) => elementKey(quantity.name, tuple));
    for (const key of keys) set.set(key, { name, setting });
  }
  return { scenario, set };
}

/** Choices that every scenario makes. */
function plain({ scenario: a }: Side, { scenario: b }: Side): ChoiceDifference[] {
  const texts: [string, string, string][] = [
    ['platform', placeText(a), placeText(b)],
    ['core', a.core, b.core],
    ['prover', a.prover, b.prover],
    ['aggregation', a.aggregation, b.aggregation],
    ['reading', a.reading, b.reading],
  ];
  return texts.flatMap(([name, one, other]) =>
    one === other
      ? []
      : [{ name, title: TITLES[name] ?? name, concerns: 'value', a: one, b: other }],
  );
}

function placeText({ platform, device, technology, node, memory }: Scenario): string {
  if (technology !== undefined) {
    return `ASIC in ${node ?? '?'}${memory === undefined ? '' : ` with ${memory}`}`;
  }
  if (platform === undefined) return `bare ${device ?? ''}`;
  return device === undefined ? platform : `${platform} with ${device}`;
}

function unitDifference(a: Side, b: Side, operation: string, owner: string): ChoiceDifference[] {
  const [one, other] = [a.scenario.units[operation], b.scenario.units[operation]];
  if (one === other || !owner.startsWith('unit.')) return [];
  const title = `Unit of ${operation}`;
  const row = (side: Side): string | null =>
    side.result.scenario.rows[`unit.${operation}`]?.replace(/^\w+:/, '') ?? null;
  return [{ name: owner, title, concerns: 'value', a: one ?? row(a), b: other ?? row(b) }];
}

function settingDifferences(
  a: Chosen,
  b: Chosen,
  owner: (key: string) => string,
  model: Model | undefined,
): ChoiceDifference[] {
  const found = new Map<string, ChoiceDifference>();
  for (const key of union(a.set.keys(), b.set.keys())) {
    const [one, other] = [a.set.get(key)?.setting, b.set.get(key)?.setting];
    const name = owner(key);
    // Ranges are a matter of the inputs.
    if (!name.startsWith('set.') || textOf(one) === textOf(other)) continue;
    const title = model?.quantities.get(key.replace(/\[.*$/, ''))?.title ?? key;
    found.set(name, { name, title, concerns: 'value', a: textOf(one), b: textOf(other) });
  }
  return [...found.values()];
}

/** Choices and correlations that only a study of doubt looks at. */
function doubtDifferences(a: Scenario, b: Scenario): ChoiceDifference[] {
  const [ours, theirs] = [doubts(a), doubts(b)];
  return union(ours.keys(), theirs.keys()).flatMap((name): ChoiceDifference[] => {
    const [one, other] = [ours.get(name) ?? null, theirs.get(name) ?? null];
    const title = name.startsWith('choose.') ? 'Choice in doubt' : 'Drawn together';
    return one === other ? [] : [{ name, title, concerns: 'doubt', a: one, b: other }];
  });
}

function doubts({ choices = {}, correlations = [] }: Scenario): Map<string, string> {
  return new Map([
    ...Object.entries(choices).map(([name, among]): [string, string] => [
      `choose.${name}`,
      Object.entries(among)
        .map(([label, weight]) => `${label}:${weight}`)
        .join(', '),
    ]),
    ...correlations.map(({ between, value }): [string, string] => [
      `correlate.${between.toSorted().join(',')}`,
      String(value),
    ]),
  ]);
}

function textOf(setting: Setting | undefined): string | null {
  return setting === undefined ? null : (setting.said ?? String(setting.value));
}

function knows(model: Model, operation: string): boolean {
  return (model.system.sets.get('operation')?.elements ?? []).some(({ id }) => id === operation);
}

function union(a: Iterable<string>, b: Iterable<string>): string[] {
  return [...new Set([...a, ...b])].sort();
}
