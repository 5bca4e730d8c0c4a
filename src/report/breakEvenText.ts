import type { ReachInput } from '../doubt/types.ts';
import type { BreakEvenRow } from '../studies/breakeven/breakEven.ts';
import { formatNumber, quantityText } from './format.ts';

/** Digits beyond which only rounding is left. */
const MOST_DIGITS = 12;

/** How the numbers of a break-even are to be read, of whatever quantity. */
export const BREAK_EVEN_NUMBERS =
  'A break-even is rounded to the side on which the wanted outcome holds. Of a quantity that is only ever whole it reads "23 | 24": at the first value it holds, at the second it does not. The factor of a logarithm (log2) is that of what it is the logarithm of: 3 more are 8 times as much.';

/** The same where other cores have a part in it. */
export const BREAK_EVEN_READING = `${BREAK_EVEN_NUMBERS} Figures of the core itself move that core alone, and not the cores that it has to pass against.`;

/** How closely break-even looked. */
export const BREAK_EVEN_RESOLUTION =
  'Looked at were places 1 % apart up to twice and half of today and 3 % apart beyond, a thousandth to a thousand times in all as far as that makes sense, and every value of what is whole; what changes twice between two places goes unseen.';

/** How far the nearest break-even of an input is, in powers of e; infinite where it is no factor. */
export function breakEvenDistance({ crossings: [first] }: BreakEvenRow): number {
  return Math.abs(Math.log(first?.factor ?? Infinity));
}

/** Rows with a break-even, the nearest first. */
export function crossingRows(rows: readonly BreakEvenRow[]): BreakEvenRow[] {
  return rows
    .filter(({ status }) => status === 'crosses')
    .sort((a, b) => {
      const [one, other] = [breakEvenDistance(a), breakEvenDistance(b)];
      return one === other ? 0 : one - other;
    });
}

/** Whether an input reaches the other side of its nearest break-even within its doubt. */
export function isPlausible(
  { base, crossings: [first] }: BreakEvenRow,
  input?: ReachInput,
): boolean {
  const [low = NaN, high = NaN] = input?.plausible ?? [];
  const { value = NaN, beyond = NaN } = first ?? {};
  // Between whole values lies a step: it takes the further one.
  const further = input?.whole === true && Math.abs(beyond - base) > Math.abs(value - base);
  const at = further ? beyond : value;
  return low <= at && at <= high;
}

/**
 * The nearest break-even of an input in its unit, on the side that is wanted; of a whole quantity the
 * values on both sides.
 *
 * @example breakEvenText(row, input) // => '0.382', or '23 | 24'
 */
export function breakEvenText(
  { crossings: [first] }: BreakEvenRow,
  input: ReachInput | undefined,
): string {
  if (first === undefined) return '';
  const { value, beyond } = first.shown;
  const text = exactText(value, input);
  return input?.whole === true ? `${text} | ${exactText(beyond, input)}` : text;
}

/**
 * A value that was rounded already, with all the digits that were left of it.
 *
 * @example exactText(21.0003, undefined) // => '21.0003'
 */
export function exactText(value: number, input: Pick<ReachInput, 'display'> | undefined): string {
  const shown = value / (input?.display.scale ?? 1);
  const clean = Number(shown.toPrecision(MOST_DIGITS));
  let digits = 3;
  while (digits < MOST_DIGITS && Number(clean.toPrecision(digits)) !== clean) digits += 1;
  return input === undefined
    ? formatNumber(value, digits)
    : quantityText(value, input.display, digits);
}

/** A factor with as many digits as tell it from 1. */
export function factorText(factor: number): string {
  for (let digits = 3; digits < 9; digits += 1) {
    const text = formatNumber(Number(factor.toPrecision(digits)), digits);
    if (text !== '1') return text;
  }
  return String(factor);
}
