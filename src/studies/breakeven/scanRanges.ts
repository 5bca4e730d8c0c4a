import { pointColumns } from '../tornado/pointColumns.ts';
import { positionOf } from '../tornado/positionOf.ts';
import type { ColumnModel } from '../types.ts';
import type { BreakEvenRange } from './change.ts';
import { placesOf } from './places.ts';

/** What is scanned. */
export interface ScanOptions {
  readonly model: ColumnModel;
  /** One value an input, in the order of `model.inputs`: where the others stay. */
  readonly base: readonly number[];
  /** Inputs that move, each alone, and from where to where. */
  readonly ranges: readonly BreakEvenRange[];
  /** Evenly spaced places in a range, at least 2; those of `placesOf` when left out. */
  readonly points?: number;
}

/** All outputs over some ranges. */
export interface Scan {
  /** Places of each range, ascending, with the base point among them where it is inside. */
  readonly at: readonly Float64Array[];
  /** One column an output of the model: the places of the first range, then of the second, … */
  readonly outputs: readonly Float64Array[];
}

/**
 * Evaluates a model over ranges of its inputs, each from end to end and at base.
 *
 * @throws InputError for an unknown name or a range without an inside
 */
export function scanRanges({ model, base, ranges, points }: ScanOptions): Scan {
  const moved = ranges.map((range) => positionOf(model.inputs, range.input, 'input'));
  const at = ranges.map((range, curve) =>
    placesOf(range, base[moved[curve] as number] as number, points),
  );
  const rows = at.reduce((sum, { length }) => sum + length, 0);
  const outputs = model.outputs.map(() => new Float64Array(rows));
  // One range at a time: rows in which everything stands at base but one input are nearly all the same.
  const columns = pointColumns(model, base, Math.max(0, ...at.map(({ length }) => length)));
  let row = 0;
  for (const [curve, places] of at.entries()) {
    const position = moved[curve] as number;
    const column = columns[position] as Float64Array;
    column.set(places);
    const end = row + places.length;
    const own = outputs.map((output) => output.subarray(row, end));
    model.columns(columns, own, 0, places.length);
    column.fill(base[position] as number);
    row = end;
  }
  return { at, outputs };
}
