import { sharesOf, type Game } from './shares.ts';
import type { Attribution, Part } from './types.ts';

/** A game whose changes have names. */
export interface NamedGame {
  readonly game: Game;
  /** Describes a group of changes, by their numbers. */
  readonly label: (group: readonly number[]) => Pick<Part, 'names' | 'members' | 'title'>;
}

/**
 * Shapley values as the parts of a result, largest first.
 *
 * @returns undefined where there is nothing to attribute or it can not be attributed
 */
export function attributionOf({ game, label }: NamedGame): Attribution | undefined {
  const shares = sharesOf(game);
  if (shares === undefined) return undefined;
  const [ratio = [], native, proved] = shares.parts;
  const change = ratio.reduce((sum, value) => sum + value, 0);
  const moved = movement(ratio);
  const parts = shares.groups.map((group, g): Part => {
    const value = ratio[g] ?? 0;
    const error = shares.errors?.[g];
    const described = label(group);
    return {
      name: described.names.join(' + '),
      ...described,
      log10: value,
      factor: 10 ** value,
      share: moved === 0 ? 0 : Math.abs(value) / moved,
      ...(error === undefined ? {} : { standardError: error }),
      ...(native === undefined || proved === undefined
        ? {}
        : { native: native[g] ?? 0, proved: proved[g] ?? 0 }),
    };
  });
  const { method, evaluations, leftOut } = shares;
  return { method, evaluations, change, leftOut, parts: parts.sort(bySize) };
}

/** All that moves, whichever way: parts may cancel. */
export function movement(parts: readonly number[]): number {
  return parts.reduce((sum, value) => sum + Math.abs(value), 0);
}

/** Largest first, equal ones by name. */
export function bySize(a: Part, b: Part): number {
  return Math.abs(b.log10) - Math.abs(a.log10) || (a.name < b.name ? -1 : 1);
}
