import { randomSampler } from '../studies/sampling/random.ts';
import type { ByInput } from './byInput.ts';
import type { CommonModel } from './common.ts';
import { doubtOfNumbers, type DoubtOfSide } from './doubtOf.ts';
import { pair } from './paired.ts';
import type { PairOfSides } from './pairOfSides.ts';
import { DRAWS, drawAll, withBand } from './partBand.ts';
import type { Attribution } from './types.ts';

/** Orders in which the parts of a draw are changed, each also backwards. */
const ORDERS = 4;

/** What the bands of parts are found from. */
export interface PartNoiseBasis {
  readonly doubts: readonly DoubtOfSide[];
  readonly seed: number;
}

/**
 * Adds to every part of an attribution to inputs how sure it is: by how much what it explains in a
 * draw differs from what it explains without doubt. In both cases that is averaged over the same few
 * orders, as all of them are too many for every draw.
 *
 * @returns undefined where there is nothing to add to
 * @throws InputError where an element has no value under doubt
 */
export function withInputNoise(
  { parts, numbers, common, headline }: PairOfSides,
  found: ByInput | undefined,
  { doubts, seed }: PartNoiseBasis,
): Attribution | undefined {
  const [a, b] = numbers;
  if (!a || !b || !common || !found || headline === undefined) return undefined;
  const names = new Set(doubts.flatMap(({ inputs }) => inputs.map(({ name }) => name)));
  // What both sides share may be in doubt too, or be computed from what is; it is drawn once.
  const mayVary = (key: string): boolean =>
    names.has(key) || a.given(key) === undefined || b.given(key) === undefined;
  const model = common.compile(
    [headline],
    (meeting) => meeting.a !== meeting.b || mayVary(meeting.key),
  );
  if (model.outputs.length === 0) return undefined;
  const sides = [a, b].map((side, i) => ({
    ...doubtOfNumbers(parts, side, model.inputs),
    correlation: doubts[i]?.correlation,
  }));
  const [ours = [], theirs = []] = drawAll(pair(sides), seed);
  const moved = found.keys.map((own) => own.map((key) => model.inputs.indexOf(key)));
  const orders = someOrders(moved.length, seed);
  const one = (side: 'a' | 'b'): Float64Array[] =>
    model.meetings.map((meeting) => Float64Array.of(meeting[side]));
  const drawn = effectsOf(model, moved, orders, ours, theirs, DRAWS);
  const base = effectsOf(model, moved, orders, one('a'), one('b'), 1);
  return {
    ...found.attribution,
    parts: found.attribution.parts.map((part, i) =>
      withBand(part, drawn[i] ?? new Float64Array(0), base[i]?.[0] ?? NaN),
    ),
  };
}

/** What each group of columns makes of log10 of the ratio in every row, on average over orders. */
function effectsOf(
  model: CommonModel,
  groups: readonly (readonly number[])[],
  orders: readonly (readonly number[])[],
  from: readonly Float64Array[],
  to: readonly Float64Array[],
  rows: number,
): Float64Array[] {
  const effects = groups.map(() => new Float64Array(rows));
  for (const order of orders) {
    const columns = [...from];
    let before = logarithms(model, columns, rows);
    for (const g of order) {
      for (const k of groups[g] ?? []) columns[k] = to[k] ?? new Float64Array(rows);
      const after = logarithms(model, columns, rows);
      const effect = effects[g];
      for (let row = 0; effect !== undefined && row < rows; row++) {
        effect[row] =
          (effect[row] ?? 0) + ((after[row] ?? NaN) - (before[row] ?? NaN)) / orders.length;
      }
      before = after;
    }
  }
  return effects;
}

function logarithms(
  { columns }: CommonModel,
  inputs: readonly Float64Array[],
  rows: number,
): Float64Array {
  const ratio = new Float64Array(rows);
  columns(inputs, [ratio], 0, rows);
  return ratio.map(Math.log10);
}

/** Random orders, each also backwards. */
function someOrders(size: number, seed: number): number[][] {
  const columns = Array.from({ length: size }, () => new Float64Array(ORDERS));
  randomSampler(size, { seed }).fill(columns, 0, ORDERS);
  return Array.from({ length: ORDERS }, (_, row) =>
    [...columns.keys()].sort((a, b) => (columns[a]?.[row] ?? 0) - (columns[b]?.[row] ?? 0)),
  ).flatMap((order) => [order, order.toReversed()]);
}
