import type { InputRow } from './inputRow.ts';

/** Positions of a slider: an arrow key moves it by half a percent. */
export const POSITIONS = 200;

/** Digits of a value that a slider gives: more than a hand can aim at would only look exact. */
const DIGITS = 3;

type Slider = NonNullable<InputRow['slider']>;

/** Where a value lies on a slider, 0 to 1; beyond its ends for values beyond them. */
export function shareOf({ low, high, logarithmic }: Slider, value: number): number {
  return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

/** The position that is nearest to a value. */
export function positionOf(slider: Slider, value: number): number {
  const share = shareOf(slider, value);
  return Math.round(POSITIONS * Math.min(1, Math.max(0, Number.isNaN(share) ? 0 : share)));
}

/**
 * The value at a position as `--set` takes it: a number in the unit of the quantity.
 *
 * @param scale base units of one such unit
 */
export function textAt(slider: Slider, position: number, scale: number): string {
  const { low, high, logarithmic } = slider;
  const share = position / POSITIONS;
  const value = logarithmic ? low * (high / low) ** share : low + (high - low) * share;
  const rounded = Number((value / scale).toPrecision(DIGITS));
  // Rounding must not lead over an end, beyond which a value may make no sense.
  const [least, most] = [low / scale, high / scale];
  return String(Math.min(most, Math.max(least, rounded)));
}

/** A number of base units as it stands in a field, in the unit of the quantity. */
export function fieldText(value: number, scale: number): string {
  return String(Number((value / scale).toPrecision(6)));
}
