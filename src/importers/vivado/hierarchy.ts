import { namedTable, type BoxRow, type BoxTable, type NamedTable } from '../boxTables.ts';
import { InputError } from '../../issues/issue.ts';
import { quote } from '../../issues/quote.ts';
import { countWithShare } from '../numbers.ts';
import { meant, problem, type Line } from '../problem.ts';
import type { Figures } from '../types.ts';

/** Columns of which every report has one, by resource. */
const COLUMNS = { lut: 'Total LUTs', ff: 'FFs' } as const;

/** Spaces by which an instance stands further in than the one that holds it. */
const INDENT = 2;

/** Paths that a message lists. */
const LISTED = 8;

/** Columns of block RAMs, named after their kilobits; every report has both. */
const RAMB = 'RAMB';
const BLOCK_RAMS = ['RAMB36', 'RAMB18'] as const;

/** An instance of a design with its figures. */
export interface Instance {
  readonly path: string;
  readonly figures: Figures;
}

/** The table of instances, if the report has one. */
export function hierarchyTable(tables: readonly BoxTable[]): NamedTable | undefined {
  const found = tables.flatMap((table) => {
    const named = namedTable(table);
    return named?.header.includes('Instance') === true ? [named] : [];
  });
  const [first, second] = found;
  if (second !== undefined) throw problem('a second table of instances begins here', second.line);
  return first;
}

/**
 * An instance by its path, by the end of its path, or the whole design where none is named.
 *
 * @throws InputError where none or several are meant
 */
export function pickInstance(table: NamedTable, wanted: string | undefined): Instance {
  const rows = placed(table);
  const [root] = rows;
  if (root === undefined) throw problem('the table of instances is empty', table.line);
  const exact = rows.filter(({ path }) => path === wanted);
  const ending = rows.filter(({ path }) => path.endsWith(`/${wanted ?? ''}`));
  const matches = wanted === undefined ? [root] : exact.length > 0 ? exact : ending;
  const [match, ...others] = matches;
  if (match === undefined) throw unknownInstance(wanted ?? '', rows);
  if (others.length > 0) {
    const paths = matches.slice(0, LISTED).map(({ path }) => path);
    throw new InputError([
      {
        code: 'ambiguous-instance',
        message: `${matches.length} instances are meant by ${quote(wanted)}`,
        expected: `one of ${quote(paths.join(', '), 400)}`,
      },
    ]);
  }
  return { path: match.path, figures: figuresOf(table, match.row) };
}

interface Placed {
  readonly path: string;
  readonly row: BoxRow;
}

/** Every instance with its path, by how far its name stands in; `(x)` is what x has by itself. */
function placed(table: NamedTable): Placed[] {
  const above: string[] = [];
  return table.rows().flatMap((row): Placed[] => {
    const cell = table.cell(row, 'Instance');
    const name = cell.trim();
    const indent = cell.length - cell.trimStart().length - 1;
    const depth = indent / INDENT;
    if (name === '' || !Number.isInteger(depth) || depth < 0 || depth > above.length) {
      throw problem('the place of this instance in the design is not clear', row);
    }
    if (depth === 0 && above.length > 0) throw problem('a second design begins here', row);
    if (name.startsWith('(') && name.endsWith(')')) return [];
    above.length = depth;
    above.push(name);
    return [{ path: above.join('/'), row }];
  });
}

function figuresOf(table: NamedTable, row: Placed['row']): Figures {
  const count = (column: string): number => countWithShare(table.cell(row, column), row);
  const blocks = BLOCK_RAMS.map((name) => ({ name, kbit: Number(name.slice(RAMB.length)) }));
  const largest = Math.max(...blocks.map(({ kbit }) => kbit));
  const dsps = table.header.filter((name) => /^DSP/.test(name));
  const [dsp, ...more] = dsps;
  if (dsp === undefined || more.length > 0) throw missing('one column of DSP blocks', table.line);
  const bram = blocks.reduce((sum, { name, kbit }) => sum + (count(name) * kbit) / largest, 0);
  const lut = count(COLUMNS.lut);
  checkParts(table, row, lut);
  return {
    lut,
    ff: count(COLUMNS.ff),
    bram,
    bramKbit: largest,
    ...(table.header.includes('URAM') ? { uram: count('URAM') } : {}),
    dsp: count(dsp),
  };
}

/** LUTs are logic, memory or shift registers. */
function checkParts(table: NamedTable, row: Placed['row'], lut: number): void {
  const parts = ['Logic LUTs', 'LUTRAMs', 'SRLs'];
  if (!parts.every((name) => table.header.includes(name))) return;
  const sum = parts.reduce((total, name) => total + countWithShare(table.cell(row, name), row), 0);
  if (sum === lut) return;
  throw problem('the row does not add up', row, { expected: `${parts.join(', ')}: ${sum}` });
}

function missing(what: string, line: Line): Error {
  return problem(`the table has not ${what}`, line);
}

function unknownInstance(wanted: string, rows: readonly Placed[]): InputError {
  const paths = rows.map(({ path }) => path);
  // A name by itself is compared with names, a path with paths.
  const names = wanted.includes('/')
    ? paths
    : paths.map((path) => path.slice(path.lastIndexOf('/') + 1));
  return new InputError([
    {
      code: 'unknown-instance',
      message: `there is no instance ${quote(wanted)}`,
      expected: `such as ${quote(paths.slice(0, LISTED).join(', '), 400)}`,
      ...meant(wanted, names),
    },
  ]);
}
