import type { Unit } from '../formula/unit.ts';
import { parseSetting } from './parseSetting.ts';
import type { Setting } from './types.ts';

/** A value in base units, with the least and the most that it may be. */
export interface ValueRange {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/**
 * The value and the range of a setting in base units. Bounds without a unit are in the unit that the
 * value is written in: `{value: 500 MB/s, low: 400}` means 400 MB/s.
 *
 * @param own unit of the quantity
 * @throws InputError as parseSetting does
 */
export function parseRange({ value, low, high }: Setting, own: Unit, path: string): ValueRange {
  const unit = typeof value === 'string' ? value.replace(/^\s*[-+.\deE]*/, '') : '';
  const parse = (bound: number | string): number =>
    parseSetting(typeof bound === 'number' ? `${bound} ${unit}` : bound, own, path);
  return {
    value: parseSetting(value, own, path),
    ...(low === undefined ? {} : { low: parse(low) }),
    ...(high === undefined ? {} : { high: parse(high) }),
  };
}
