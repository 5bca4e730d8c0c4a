import { problem, type Line } from '../problem.ts';
import { countIn } from '../numbers.ts';

/** Names of the columns of a stat after version 0.50, in their order. */
export type StatColumns = readonly string[];

/** A row of a stat: a number of cells or modules, one type of them, or something else. */
export type StatRow =
  | { readonly kind: 'total'; readonly count: number }
  | { readonly kind: 'cell'; readonly type: string; readonly count: number }
  | { readonly kind: 'other' };

/** What else is counted, and no cell. */
const OTHER = new Set([
  'wires',
  'wire bits',
  'public wires',
  'public wire bits',
  'ports',
  'port bits',
  'memories',
  'memory bits',
  'processes',
]);

const TOTALS = new Set(['cells', 'submodules']);

/** A name of a column that a stat draws over its columns, or an empty list for a line of bars. */
export function statHeader(text: string): StatColumns | undefined {
  if (!text.startsWith('+-') && !text.startsWith('|')) return undefined;
  const plus = text.indexOf('+-');
  if (plus < 0) return /^[| ]*$/.test(text) ? [] : undefined;
  let at = plus + 1;
  while (text[at] === '-') at++;
  return [text.slice(at).trim().toLowerCase()];
}

/**
 * Reads a row of numbers.
 *
 * @param columns names of its columns, where the stat has any
 * @throws InputError for what is no such row
 */
export function readStatRow(line: Line, columns: StatColumns | undefined): StatRow {
  return columns === undefined ? rowBefore(line) : rowAfter(line, columns);
}

/** `   Number of cells:   23`, and below it `     SB_LUT4   8`. */
function rowBefore(line: Line): StatRow {
  const text = line.text.trim();
  const head = 'Number of ';
  if (text.startsWith(head)) {
    const colon = text.indexOf(':');
    const what = text.slice(head.length, Math.max(0, colon));
    if (TOTALS.has(what)) return { kind: 'total', count: whole(text.slice(colon + 1), line) };
    if (!OTHER.has(what)) throw problem('it is not known what this counts', line);
    return { kind: 'other' };
  }
  const words = text.split(' ').filter((word) => word !== '');
  const [type, count, ...more] = words;
  if (type === undefined || count === undefined || more.length > 1) {
    throw problem('not a cell with its number', line);
  }
  return { kind: 'cell', type, count: whole(count, line) };
}

/** `       28   SB_DFF` or `        4    4.256   AND2_X1`, by the names of the columns. */
function rowAfter(line: Line, columns: StatColumns): StatRow {
  const words = line.text.split(' ').filter((word) => word !== '');
  const numbers = words.slice(0, columns.length);
  const label = words.slice(columns.length).join(' ');
  if (label === '') throw problem('not a number for each column and a name', line);
  const own = columns.findIndex((name) => name.startsWith('local count'));
  const at = own >= 0 ? own : columns.findIndex((name) => name.startsWith('count'));
  const number = numbers[at];
  if (number === undefined) throw problem('the stat has no column of counts', line);
  const count = number === '-' ? 0 : whole(number, line);
  if (TOTALS.has(label)) return { kind: 'total', count };
  if (OTHER.has(label)) return { kind: 'other' };
  if (label.includes(' ')) throw problem('it is not known what this counts', line);
  return { kind: 'cell', type: label, count };
}

function whole(text: string, line: Line): number {
  const count = countIn(text, line);
  if (Number.isSafeInteger(count)) return count;
  throw problem('not a whole number', line);
}
