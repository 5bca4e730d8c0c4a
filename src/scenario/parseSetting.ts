import { formatDimension, same } from '../formula/dimension.ts';
import { parseUnitName } from '../formula/parseUnitName.ts';
import type { Unit } from '../formula/unit.ts';
import { UNITS } from '../formula/unitTable.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

const NUMBER_AND_UNIT = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/s;

/**
 * A value such as `0.7`, `250 MHz` or `70 %` in base units. A number alone is in the quantity's own
 * unit.
 *
 * @param own unit of the quantity
 * @throws InputError where the text is no number, or its unit another dimension
 */
export function parseSetting(value: number | string, own: Unit, path: string): number {
  const refuse = (issue: Issue): InputError => new InputError([{ ...issue, path }]);
  const finite = (base: number): number => {
    if (Number.isFinite(base)) return base;
    throw refuse({
      code: 'not-a-number',
      message: 'the number is too large',
      received: quote(value),
    });
  };
  if (typeof value === 'number') return finite(value * own.scale);
  const match = NUMBER_AND_UNIT.exec(value);
  const number = Number(match?.[1]);
  if (match === null || !Number.isFinite(number)) {
    throw refuse({
      code: 'not-a-number',
      message: 'this is not a number',
      expected: 'a number, or a number and a unit',
      received: quote(value),
    });
  }
  const text = match[2] ?? '';
  if (text === '') return finite(number * own.scale);
  const unit = text === '%' ? UNITS.get('percent') : parseUnitName(text);
  if (unit === undefined) {
    const suggestion = nearest(text, UNITS.keys());
    throw refuse({
      code: 'unknown-unit',
      message: `there is no unit ${quote(text)}`,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  if (!same(unit.dimension, own.dimension)) {
    throw refuse({
      code: 'dimension-mismatch',
      message: 'the value has another unit than its quantity',
      expected: formatDimension(own.dimension),
      received: formatDimension(unit.dimension),
    });
  }
  return finite(number * unit.scale);
}
