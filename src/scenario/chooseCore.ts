import { rowOf, rowsWith } from '../datasets/rowsWith.ts';
import { numberIn, textIn, type Datasets, type Row } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

/** The rows of a core that serve a device: one for its resources, one for its clock. */
export interface CoreRows {
  readonly area: Row;
  readonly clock: Row;
}

/**
 * Chooses the rows of a core for a device. A name is a design (then the row nearest to the device's
 * family is taken) or a row itself. The clock comes from the nearest row that has one.
 *
 * @throws InputError for an unknown name
 */
export function chooseCore(datasets: Datasets, name: string, device: Row): CoreRows {
  const table = datasets.get('cores');
  const rows = table?.rows ?? [];
  const exact = rowOf(table, name);
  const design = exact === undefined ? name : textIn(exact, 'design');
  // In the order of their keys, so that the order of the table decides nothing among equals.
  const candidates = [...rowsWith(table, 'design', design)].sort((a, b) =>
    a.key < b.key ? -1 : 1,
  );
  const [first] = candidates;
  if (first === undefined) {
    const designs = new Set(rows.map((row) => textIn(row, 'design') ?? row.key));
    const suggestion =
      nearest(name, designs) ??
      nearest(
        name,
        rows.map((row) => row.key),
      );
    throw new InputError([
      {
        code: 'unknown-core',
        message: `there is no core ${quote(name)}; see emuprove list cores`,
        path: 'core',
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ]);
  }
  const distance = distanceTo(datasets, device);
  const best = (from: readonly Row[], otherwise: Row): Row =>
    from.reduce((a, b) => (distance(b) < distance(a) ? b : a), from[0] ?? otherwise);
  const area = exact ?? best(candidates, first);
  const clocked = candidates.filter((row) => numberIn(row, 'fmax_mhz') !== undefined);
  const clock = numberIn(area, 'fmax_mhz') === undefined ? best(clocked, area) : area;
  return { area, clock };
}

/** How far a row's family is from the device's: same family, architecture, kind of LUT, or none. */
export function distanceTo(datasets: Datasets, device: Row): (row: Row) => number {
  const families = datasets.get('families');
  const architecture = (name: string | undefined): string | undefined => {
    const row = rowOf(families, name);
    return row === undefined ? undefined : textIn(row, 'architecture');
  };
  const speedKnown = (name: string | undefined): boolean => {
    const row = rowOf(families, name);
    return row !== undefined && numberIn(row, 'speed') !== undefined;
  };
  const family = textIn(device, 'family');
  return (row) => {
    const own = textIn(row, 'family');
    if (own === family) return 0;
    // Among equals a family of known speed is better: its clock can be carried over.
    const penalty =
      (speedKnown(own) ? 0 : 0.5) + (numberIn(row, 'fmax_mhz') === undefined ? 0.25 : 0);
    if (own !== undefined && architecture(own) === architecture(family)) return 1 + penalty;
    return (textIn(row, 'lut_kind') === textIn(device, 'lut_kind') ? 2 : 3) + penalty;
  };
}
