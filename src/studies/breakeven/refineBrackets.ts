/** Points inside a bracket in one round, which makes it 16 times narrower. */
const INSIDE = 15;

/** Rounds; 16^13 parts are more than a double tells apart. */
const ROUNDS = 13;

/**
 * Several functions of one variable, at several places in one call: value `k` is that of function
 * `which[k]` at `at[k]`.
 */
export type Curves = (which: readonly number[], at: readonly number[]) => Float64Array;

/** Two places of a curve on different sides of a threshold. */
export interface Bracket {
  readonly curve: number;
  /** Place where the wanted side holds, and the value there. */
  readonly holds: number;
  readonly valueHolds: number;
  /** Place where it does not. */
  readonly fails: number;
  readonly valueFails: number;
}

/**
 * Narrows brackets until their ends are neighbouring numbers, as far as rounding lets them be: the
 * bisection method with 16 parts instead of two, for all brackets in one call a round.
 *
 * Needs neither continuity nor monotony: what is found is a place where the side changes, of a step
 * as of a root. Newton-like methods, Brent's included, gain nothing on steps and cannot share calls.
 * Places without a value are passed over; a bracket that spans nothing else stays as wide.
 *
 * @param curves - the functions
 * @param brackets - brackets to narrow
 * @param holds - test for the wanted side
 * @param units - of every curve, what its places are multiples of; undefined for any number
 * @returns narrowed brackets in the same order
 * @example refineBrackets(curves, [{ curve: 0, holds: 1, valueHolds: 0, fails: 2, valueFails: 5 }], test)
 */
export function refineBrackets(
  curves: Curves,
  brackets: readonly Bracket[],
  holds: (value: number) => boolean,
  units: readonly (number | undefined)[] = [],
): Bracket[] {
  const found = [...brackets];
  let active = brackets.map((_, k) => k);
  for (let round = 0; round < ROUNDS && active.length > 0; round++) {
    const places = active.map((k) => {
      const bracket = found[k] as Bracket;
      return inside(bracket, units[bracket.curve]);
    });
    const which = active.flatMap((k, position) =>
      (places[position] as number[]).map(() => (found[k] as Bracket).curve),
    );
    const values = curves(which, places.flat());
    let next = 0;
    active = active.filter((k, position) => {
      const { curve, holds: start, valueHolds, fails, valueFails } = found[k] as Bracket;
      const between = places[position] as number[];
      const own = values.subarray(next, (next += between.length));
      const at = [start, ...between, fails];
      const seen = [valueHolds, ...own, valueFails];
      const usable = at.map((_, n) => n).filter((n) => Number.isFinite(seen[n]));
      // From the end that holds to the first place that does not.
      const end = usable.findIndex((n) => !holds(seen[n] as number));
      const [a, b] = [usable[end - 1] as number, usable[end] as number];
      found[k] = {
        curve,
        holds: at[a] as number,
        valueHolds: seen[a] as number,
        fails: at[b] as number,
        valueFails: seen[b] as number,
      };
      return Math.abs((at[a] as number) - (at[b] as number)) < Math.abs(start - fails);
    });
  }
  return found;
}

/** Places that divide a bracket, from the end that holds. */
function inside({ holds, fails }: Bracket, unit: number | undefined): number[] {
  const places = Array.from(
    { length: INSIDE },
    (_, n) => holds + (fails - holds) * ((n + 1) / (INSIDE + 1)),
  );
  if (unit === undefined) return places;
  const [low, high] = [Math.min(holds, fails), Math.max(holds, fails)];
  const whole = new Set(places.map((place) => Math.round(place / unit) * unit));
  return [...whole].filter((place) => place > low && place < high);
}
