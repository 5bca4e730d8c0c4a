import type { Quantity } from '../model/types.ts';
import type { InputEntry } from '../result/types.ts';
import type { ReachInput } from './types.ts';

/** How far break-even looks: this many times more and less than today, in reason. */
const FACTOR = 1_000;

/** Where break-even looks, and what kind of quantity it is. */
export type SearchRange = Pick<ReachInput, 'low' | 'high' | 'scale' | 'whole'>;

/**
 * All that an input may be within reason, in base units: a thousandth to a thousandfold of today, of
 * a logarithm what that means, and of what is 0 all that its range or quantity says; within what makes
 * sense for its quantity.
 *
 * @param plausible all that it may be by its distribution, where it is in doubt
 * @returns undefined for what is 0 where nothing says what else it might be, and for what can be
 *   nothing else
 * @example rangeOf({ value: 0, low: 0, high: 24, … }, grinding, undefined) // => { low: 0, high: 24, … }
 */
export function rangeOf(
  { value, low: statedLow, high: statedHigh, display: { scale: unit } }: InputEntry,
  { min = 0, max = Infinity, scale, whole }: Quantity,
  plausible: readonly [number, number] | undefined,
): SearchRange | undefined {
  const marks = {
    ...(scale === undefined ? {} : { scale }),
    ...(whole === undefined ? {} : { whole }),
  };
  const [least, most] = [min * unit, max * unit];
  const ends = [statedLow, statedHigh, ...(plausible ?? [])].filter((end) => end !== undefined);
  const [lowest, highest] = [Math.min(value, ...ends), Math.max(value, ...ends)];
  const range = ((): readonly [number, number] => {
    if (scale === 'log2') {
      const reach = Math.log2(FACTOR) * unit;
      return [Math.min(lowest, value - reach), Math.max(highest, value + reach)];
    }
    if (value > 0) return [value / FACTOR, value * FACTOR];
    // A factor changes nothing of 0: what is said of the quantity has to do.
    return [Number.isFinite(least) ? least : lowest, Number.isFinite(most) ? most : highest];
  })();
  const [low, high] = [Math.max(least, range[0]), Math.min(most, range[1])];
  return low < high && Number.isFinite(high - low) ? { low, high, ...marks } : undefined;
}
