import type { Builtin } from '../builtin/builtin.ts';
import { InputError } from '../issues/issue.ts';
import { evaluateScenario } from '../result/build.ts';
import { attributionOf, bySize, movement } from './attribution.ts';
import type { Choices } from './choices.ts';
import type { Side } from './side.ts';
import type { Attribution, Part } from './types.ts';

/** Differing choices up to which all mixtures are evaluated: 128 scenarios. */
const EXACT_UP_TO = 7;

/** Orders sampled beyond that. */
const ORDERS = 16;

/**
 * Attributes the change of log10 of the headline to the choices that differ, by evaluating scenarios
 * that choose partly as A and partly as B. It works across provers; where a mixture can not be
 * evaluated, the choices that it keeps apart are joined.
 *
 * What a saved result says that today's tables and equations do not is a part of its own.
 *
 * @param outputs of each side, by the reading of its scenario: the ratio, and its sides if wanted
 * @returns undefined where there are fewer than two causes to tell apart, or a side can not be
 *   evaluated any more
 */
export function byChoice(
  parts: Builtin,
  a: Side,
  b: Side,
  choices: Choices,
  outputs: (side: Side) => readonly (number | null)[],
): Attribution | undefined {
  const players = choices.differences
    .filter(({ concerns }) => concerns === 'value')
    .toSorted((x, y) => (x.name < y.name ? -1 : 1));
  if (players.length < 2 && !a.saved && !b.saved) return undefined;
  const ends = [outputs(a), outputs(b)].map((side) =>
    side.map((value) => Math.log10(value ?? NaN)),
  );
  const [start = [], end = []] = ends;
  const known = new Map<string, readonly number[]>();
  const valueOf = (changed: readonly boolean[]): readonly number[] => {
    const names = players.filter((_, p) => changed[p]).map(({ name }) => name);
    const key = names.join();
    const value = known.get(key) ?? logs(parts, choices, names, start.length);
    known.set(key, value);
    return value;
  };
  const attribution = attributionOf({
    game: {
      size: players.length,
      exactUpTo: EXACT_UP_TO,
      orders: ORDERS,
      evaluate: (changed) => {
        const rows = changed.map(valueOf);
        return start.map((_, k) => Float64Array.from(rows, (row) => row[k] ?? NaN));
      },
    },
    label: (group) => {
      const own = group.flatMap((p) => players[p] ?? []);
      const names = own.map(({ name }) => name);
      return { names, members: [], title: own.map(({ title }) => title).join(' with ') };
    },
  });
  if (attribution === undefined) return undefined;
  const none = valueOf(players.map(() => false));
  const all = valueOf(players.map(() => true));
  const since = [...sinceSaved('a', a, start, none), ...sinceSaved('b', b, all, end)];
  const change = (end[0] ?? NaN) - (start[0] ?? NaN);
  const found = [...attribution.parts, ...since];
  if (found.length < 2) return undefined;
  const moved = movement(found.map(({ log10 }) => log10));
  return {
    ...attribution,
    evaluations: known.size,
    change,
    parts: found
      .map((part) => ({ ...part, share: moved === 0 ? 0 : Math.abs(part.log10) / moved }))
      .sort(bySize),
  };
}

/** The part that lies between a saved result and the same scenario as it is now. */
function sinceSaved(
  name: 'a' | 'b',
  side: Side,
  from: readonly number[],
  to: readonly number[],
): Part[] {
  const [ratio = 0, native, proved] = to.map((value, k) => value - (from[k] ?? NaN));
  if (!side.saved || Math.abs(ratio) < 1e-12) return [];
  return [
    {
      name: `since-saved-${name}`,
      title: `Tables and equations, since ${side.label} was saved`,
      names: [],
      members: [],
      log10: ratio,
      factor: 10 ** ratio,
      share: 0,
      ...(native === undefined || proved === undefined ? {} : { native, proved }),
    },
  ];
}

/** log10 of the ratio and of its sides, of a mixture; NaN where it can not be evaluated. */
function logs(
  parts: Builtin,
  choices: Choices,
  changed: readonly string[],
  count: number,
): readonly number[] {
  const scenario = choices.mixture(new Set(changed));
  try {
    const { evaluation } = evaluateScenario(parts, scenario, false);
    return [
      evaluation.number('reading_value', scenario.reading),
      evaluation.number('native_rate'),
      evaluation.number('proved_rate'),
    ]
      .slice(0, count)
      .map((value) => Math.log10(value ?? NaN));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return new Array<number>(count).fill(NaN);
  }
}
