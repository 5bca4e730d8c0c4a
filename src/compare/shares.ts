import { randomSampler } from '../studies/sampling/random.ts';
import { exactValues } from '../studies/shapley/exactValues.ts';
import { sampledValues } from '../studies/shapley/sampledValues.ts';
import { mergeChanges } from './mergeChanges.ts';
import { probeChanges, spread } from './probeChanges.ts';

/** Orders that are sampled where there are too many to enumerate, each also taken backwards. */
const ORDERS = 1_000;

/** Seed of the orders. */
const SEED = 0;

/** Several differences between two sides, any of which can be made. */
export interface Game {
  /** Number of changes, in an order that does not depend on which side is which. */
  readonly size: number;
  /** Up to so many changes all mixtures are evaluated. */
  readonly exactUpTo: number;
  /** Orders to sample beyond; a default where left out. */
  readonly orders?: number;
  /**
   * One column an output, one row a mixture; `changed[k][p]` says whether mixture `k` has change `p`.
   * The first output is the one that is attributed; mixtures where it is not finite are no game.
   */
  readonly evaluate: (changed: readonly (readonly boolean[])[]) => readonly Float64Array[];
}

/** What each change explains. */
export interface Shares {
  readonly method: 'exact' | 'sampled';
  readonly evaluations: number;
  /** Changes that only work together are one group. */
  readonly groups: readonly (readonly number[])[];
  /** By output and group. */
  readonly parts: readonly (readonly number[])[];
  /** Of the first output, by group, where it was sampled. */
  readonly errors?: readonly number[];
  /** Share of the sampled orders that have no value. */
  readonly leftOut: number;
}

/**
 * Shapley values of every output: exact where all mixtures can be evaluated, else by sampled orders.
 *
 * @returns undefined where an end has no value, or no sampled order has
 */
export function sharesOf(game: Game): Shares | undefined {
  return game.size <= game.exactUpTo ? exact(game) : sampled(game);
}

function exact({ size, evaluate }: Game): Shares | undefined {
  const sets = Array.from({ length: 2 ** size }, (_, set) =>
    Array.from({ length: size }, (_, p) => ((set >> p) & 1) === 1),
  );
  const tables = evaluate(sets);
  const [first = new Float64Array(0)] = tables;
  if (!Number.isFinite(first[0]) || !Number.isFinite(first[first.length - 1])) return undefined;
  const groups = mergeChanges(first, size);
  const masks = groups.map((group) => group.reduce((mask, p) => mask | (1 << p), 0));
  const rows = Array.from({ length: 2 ** groups.length }, (_, set) =>
    masks.reduce((row, mask, g) => ((set >> g) & 1 ? row | mask : row), 0),
  );
  const parts = tables.map((table) => {
    const own = Float64Array.from(rows, (row) => table[row] ?? NaN);
    return exactValues(() => own, groups.length).parts;
  });
  return { method: 'exact', evaluations: sets.length, groups, parts, leftOut: 0 };
}

function sampled({ size: all, evaluate: single, orders = ORDERS }: Game): Shares | undefined {
  const groups = probeChanges(all, single);
  const size = groups.length;
  const { fill } = randomSampler(size, { seed: SEED });
  let tables: readonly Float64Array[] = [];
  // Every output is attributed over the same orders, so they are evaluated once.
  const first = sampledValues(
    (changed) => {
      tables = single(spread(changed, groups, all));
      return tables[0] ?? new Float64Array(changed.length);
    },
    size,
    orders,
    fill,
  );
  const parts = tables.map((table) => sampledValues(() => table, size, orders, fill).parts);
  if (!(parts[0] ?? [NaN]).every(Number.isFinite)) return undefined;
  const rows = 2 * (size + 1);
  const without = Array.from({ length: orders }, (_, k) =>
    first.values.subarray(k * rows, (k + 1) * rows),
  ).filter((own) => !own.every(Number.isFinite)).length;
  return {
    method: 'sampled',
    evaluations: first.values.length,
    groups,
    parts,
    errors: first.errors,
    leftOut: without / orders,
  };
}
