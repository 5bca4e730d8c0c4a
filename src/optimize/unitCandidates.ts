import { textIn, type Datasets, type Row } from '../datasets/types.ts';
import { standInUnit } from '../scenario/asicRecords.ts';
import { chooseAsicUnit } from '../scenario/chooseAsic.ts';
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
  return among(datasets.get('units')?.rows ?? [], operation, own, named, mismatch);
}

/**
 * The same in standard cells: units over the same field that were synthesised in the library of the
 * scenario's own, so that areas compare. Where none is known, that of an FPGA stands in alone.
 *
 * @param node process of the ASIC
 */
export function asicCandidates(
  datasets: Datasets,
  operation: string,
  node: Row,
  named: string | undefined,
): Candidates {
  const own = chooseAsicUnit(datasets, operation, node, named);
  if (own === undefined) {
    const stand = standInUnit(datasets, operation, named);
    const units = stand === undefined ? [] : [stand.key];
    return { operation, own: stand?.key, units, left: [] };
  }
  return among(datasets.get('asic_units')?.rows ?? [], operation, own, named, otherLibrary);
}

/** Divides the units of an operation into those that may stand in for the scenario's own, and others. */
function among(
  rows: readonly Row[],
  operation: string,
  own: Row | undefined,
  named: string | undefined,
  mismatched: (own: Row, row: Row) => string | undefined,
): Candidates {
  const units = own === undefined ? [] : [own.key];
  const left: { unit: string; reason: string }[] = [];
  for (const row of rows) {
    if (own === undefined || row.key === own.key || textIn(row, 'operation') !== operation)
      continue;
    const reason = named === undefined ? mismatched(own, row) : `the scenario names ${named}`;
    if (reason === undefined) units.push(row.key);
    else left.push({ unit: row.key, reason });
  }
  return { operation, own: own?.key, units, left };
}

/** Why a unit can not stand in for the scenario's own. */
function mismatch(own: Row, row: Row): string | undefined {
  const [kind, wanted] = [textIn(row, 'lut_kind'), textIn(own, 'lut_kind')];
  if (kind !== wanted) return `counted in ${kind ?? '?'}, where others are in ${wanted ?? '?'}`;
  return otherField(own, row);
}

function otherLibrary(own: Row, row: Row): string | undefined {
  const [library, wanted] = [textIn(row, 'library'), textIn(own, 'library')];
  if (library !== wanted) return `synthesised in ${library ?? '?'}, others in ${wanted ?? '?'}`;
  return otherField(own, row);
}

function otherField(own: Row, row: Row): string | undefined {
  const [field, same] = [textIn(row, 'field'), textIn(own, 'field')];
  return field === same ? undefined : `over another field, ${field ?? 'which is not said'}`;
}
