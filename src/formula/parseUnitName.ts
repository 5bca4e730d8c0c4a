import { ONE, powUnit, timesUnit, type Unit } from './unit.ts';
import { UNITS } from './unitTable.ts';

/**
 * A unit of the simple form that columns and settings use: names joined by `*` and `/`, read from
 * left to right, e.g. `GB/s` or `1/bram`. Needs no parser, so that reading a table stays quick.
 *
 * @returns undefined where a name is unknown; the empty text is the unit of plain numbers
 */
export function parseUnitName(text: string): Unit | undefined {
  if (text.trim() === '') return ONE;
  let unit = ONE;
  for (const [, sign = '*', name = ''] of `*${text}`.matchAll(/([*/])([^*/]*)/g)) {
    const trimmed = name.trim();
    const factor = trimmed === '1' ? ONE : UNITS.get(trimmed);
    if (factor === undefined) return undefined;
    unit = timesUnit(unit, sign === '/' ? powUnit(factor, -1) : factor);
  }
  return unit;
}
