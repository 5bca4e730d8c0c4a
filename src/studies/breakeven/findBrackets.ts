import type { Bracket } from './refineBrackets.ts';

/**
 * Neighbouring places of a curve between which it changes sides. Places without a value are passed
 * over, so that a bracket may span a hole.
 *
 * @param curve - number of the curve, kept in the brackets
 * @param at - places in order
 * @param values - value at each
 * @param holds - test for the wanted side
 * @returns a bracket for every change, in the order of the places
 * @example findBrackets(0, [1, 2, 3], [5, 15, 5], (v) => v <= 10).length // => 2
 */
export function findBrackets(
  curve: number,
  at: ArrayLike<number>,
  values: ArrayLike<number>,
  holds: (value: number) => boolean,
): Bracket[] {
  const brackets: Bracket[] = [];
  let last = -1;
  for (let k = 0; k < at.length; k++) {
    const value = values[k] as number;
    if (!Number.isFinite(value)) continue;
    const before = values[last] as number;
    if (last >= 0 && holds(before) !== holds(value)) {
      const [good, bad] = holds(value) ? [k, last] : [last, k];
      brackets.push({
        curve,
        holds: at[good] as number,
        valueHolds: values[good] as number,
        fails: at[bad] as number,
        valueFails: values[bad] as number,
      });
    }
    last = k;
  }
  return brackets;
}
