import { numberIn, textIn, type Datasets, type Row } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { Fabric } from './fabric.ts';
import { problem } from './problem.ts';
import type { Counted } from './resources.ts';
import type { Netlist } from './types.ts';

/** Cells that a message lists. */
const LISTED = 8;

const RESOURCES = ['lut', 'ff', 'bram', 'uram', 'dsp'] as const;

/**
 * Counts the cells of a netlist as resources by datasets/cells.csv.
 *
 * @throws InputError for cells that the family does not have, or that no family has
 */
export function countCells(datasets: Datasets, netlist: Netlist, fabric: Fabric): Counted {
  const { cells, complete } = netlist;
  const rows = cellRows(datasets, fabric.architecture);
  const unknown = [...cells].flatMap(([type, n]) => (n === 0 || rows.has(type) ? [] : [type]));
  if (unknown.length > 0) throw unknownCells(unknown, rows, fabric);
  // What a row leaves blank is not known, and then neither is the sum.
  const sums: Partial<Record<(typeof RESOURCES)[number], number>> = {};
  const unclear = new Set<string>();
  const listed = new Set<string>();
  for (const resource of RESOURCES) sums[resource] = 0;
  const notes: string[] = [];
  let bramKbit: number | undefined;
  for (const [type, count] of cells) {
    const row = rows.get(type);
    if (row === undefined) continue;
    for (const resource of RESOURCES) {
      const each = numberIn(row, resource);
      if (each === undefined && count > 0) unclear.add(resource);
      if (each !== 0) listed.add(resource);
      sums[resource] = (sums[resource] ?? 0) + count * (each ?? 0);
    }
    const size = numberIn(row, 'bram_block_kbit');
    if (count > 0 && size !== undefined) {
      if ((bramKbit ?? size) !== size)
        throw problem('block RAMs of two sizes do not fit one column');
      bramKbit = size;
    }
    const apart = textIn(row, 'apart');
    if (apart !== undefined && count > 0) notes.push(`${count} ${type}: ${apart}`);
  }
  const known = RESOURCES.filter(
    (resource) => !unclear.has(resource) && (complete || listed.has(resource)),
  );
  const counted = Object.fromEntries(known.map((resource) => [resource, sums[resource]]));
  const kbit = bramKbit ?? fabric.bramKbit;
  return { figures: { ...counted, ...(kbit === undefined ? {} : { bramKbit: kbit }) }, notes };
}

/** Rows of cells by the type of the cell, of an architecture. */
function cellRows(datasets: Datasets, architecture: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const row of datasets.get('cells')?.rows ?? []) {
    const architectures = (textIn(row, 'architectures') ?? '').split(' ');
    if (architectures.includes(architecture)) rows.set(textIn(row, 'cell') ?? '', row);
  }
  return rows;
}

function unknownCells(
  unknown: readonly string[],
  rows: ReadonlyMap<string, Row>,
  { family }: Fabric,
): InputError {
  const list = unknown
    .slice(0, LISTED)
    .map((type) => quote(type))
    .join(', ');
  const more = unknown.length > LISTED ? ` and ${unknown.length - LISTED} more` : '';
  if (unknown.some((type) => type.startsWith('$'))) {
    return new InputError([
      {
        code: 'generic-cells',
        message: `these cells are of no family: ${list}${more}`,
        expected: 'a netlist after synth_ice40, synth_ecp5, synth_xilinx or the like',
      },
    ]);
  }
  const suggestion = nearest(unknown[0] ?? '', rows.keys());
  return new InputError([
    {
      code: 'unknown-cells',
      message: `it is not known what these cells take of ${quote(family)}: ${list}${more}`,
      expected: 'cells of datasets/cells.csv, or rows of your own in cells.csv',
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}
