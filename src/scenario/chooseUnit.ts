import { rowsWith } from '../datasets/rowsWith.ts';
import { textIn, type Datasets, type Row } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

/**
 * Chooses the hardware unit of an operation: the one that the scenario names, else the default for
 * the device's kind of LUT, else the default for six-input LUTs, which is then converted.
 *
 * @returns undefined where no unit of the operation is known at all
 * @throws InputError where the named unit does not exist or does another operation
 */
export function chooseUnit(
  datasets: Datasets,
  operation: string,
  device: Row,
  named: string | undefined,
): Row | undefined {
  const units = rowsWith(datasets.get('units'), 'operation', operation);
  if (named !== undefined) {
    const row = units.find((unit) => unit.key === named);
    if (row !== undefined) return row;
    const keys = units.map((unit) => unit.key);
    const suggestion = nearest(named, keys);
    throw new InputError([
      {
        code: 'unknown-unit-row',
        message: `there is no unit ${quote(named)} for ${operation}`,
        expected: keys.length > 0 ? `one of ${keys.join(', ')}` : 'a unit in datasets/units.csv',
        path: `units.${operation}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ]);
  }
  const defaults = units.filter((unit) => textIn(unit, 'default') === 'yes');
  const ofKind = (kind: string | undefined): Row | undefined =>
    defaults.find((unit) => textIn(unit, 'lut_kind') === kind);
  return ofKind(textIn(device, 'lut_kind')) ?? ofKind('LUT6') ?? defaults[0];
}
