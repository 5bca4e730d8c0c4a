import { textIn, type Datasets, type Row } from '../datasets/types.ts';
import { chooseUnit } from '../scenario/chooseUnit.ts';

/** The hardware units that may do an operation on a device. */
export interface Candidates {
  readonly operation: string;
  /** The unit that the scenario has for it by itself; undefined where none is known. */
  readonly own: string | undefined;
  /** Keys in datasets/units.csv, the scenario's own first. */
  readonly units: readonly string[];
  /** Other units of the operation, and why they may not. */
  readonly left: readonly { readonly unit: string; readonly reason: string }[];
}

/**
 * Finds the units among which an operation can be divided. They count the same kind of LUT as the
 * scenario's own unit (a conversion between kinds is an average over cores and wide enough to make
 * a unit look better than it is) and compute over the same field (a product over another field is
 * another operation).
 *
 * @param named unit that the scenario names: then there is nothing to choose
 * @throws InputError where the named unit does not exist or does another operation
 */
export function unitCandidates(
  datasets: Datasets,
  operation: string,
  device: Row,
  named: string | undefined,
): Candidates {
  const own = chooseUnit(datasets, operation, device, named);
  const units = own === undefined ? [] : [own.key];
  const left: { unit: string; reason: string }[] = [];
  for (const row of datasets.get('units')?.rows ?? []) {
    if (own === undefined || row.key === own.key || textIn(row, 'operation') !== operation)
      continue;
    const reason = named === undefined ? mismatch(own, row) : `the scenario names ${named}`;
    if (reason === undefined) units.push(row.key);
    else left.push({ unit: row.key, reason });
  }
  return { operation, own: own?.key, units, left };
}

/** Why a unit can not stand in for the scenario's own. */
function mismatch(own: Row, row: Row): string | undefined {
  const [kind, wanted] = [textIn(row, 'lut_kind'), textIn(own, 'lut_kind')];
  if (kind !== wanted) return `counted in ${kind ?? '?'}, where others are in ${wanted ?? '?'}`;
  const [field, same] = [textIn(row, 'field'), textIn(own, 'field')];
  return field === same ? undefined : `over another field, ${field ?? 'which is not said'}`;
}
