import { problem, type Line } from '../problem.ts';
import { countIn } from '../numbers.ts';

/** Names of the columns of a stat of version 0.57 and later, in their order. */
export type StatColumns = readonly string[];

/** A row of a stat: a number of cells or modules, one type of them, or something else. */
export type StatRow =
  | { readonly kind: 'total'; readonly of: StatTotal; readonly count: number }
  | { readonly kind: 'cell'; readonly type: string; readonly count: number }
  | { readonly kind: 'other' };

/** What is stated as a number with a list of types below it. */
const TOTALS = ['cells', 'submodules'] as const;

/** One of {@link TOTALS}. */
export type StatTotal = (typeof TOTALS)[number];

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

/** A column of numbers of cells with those of submodules. */
const COUNT_OF_ALL = 'count including';

/** A column of numbers of cells without them. */
const LOCAL_COUNT = 'local count';

/**
 * A line that a stat draws over its columns: the name of a column, and whether it is the first of
 * them; or an empty list for a line of bars.
 */
export function statHeader(
  text: string,
): { readonly columns: StatColumns; readonly first: boolean } | undefined {
  if (!text.startsWith('+-') && !text.startsWith('|')) return undefined;
  const plus = text.indexOf('+-');
  if (plus < 0) return /^[| ]*$/.test(text) ? { columns: [], first: false } : undefined;
  let at = plus + 1;
  while (text[at] === '-') at++;
  return { columns: [text.slice(at).trim().toLowerCase()], first: plus === 0 };
}

/** Whether numbers of these columns are with those of submodules, as areas are then. */
export function ofAll(columns: StatColumns | undefined): boolean {
  return (columns ?? []).some((name) => name.startsWith(COUNT_OF_ALL));
}

/**
 * Reads a row of numbers.
 *
 * @param columns names of its columns, where the stat has any
 * @param whole whether numbers with those of submodules are wanted, where there are both
 * @throws InputError for what is no such row
 */
export function readStatRow(line: Line, columns: StatColumns | undefined, whole: boolean): StatRow {
  return columns === undefined ? rowBefore(line) : rowAfter(line, columns, whole);
}

/** `   Number of cells:   23`, and below it `     SB_LUT4   8`. */
function rowBefore(line: Line): StatRow {
  const text = line.text.trim();
  const head = 'Number of ';
  if (text.startsWith(head)) {
    const colon = text.indexOf(':');
    const what = text.slice(head.length, Math.max(0, colon));
    const total = totalOf(what);
    if (total !== undefined) {
      return { kind: 'total', of: total, count: wholeNumber(text.slice(colon + 1), line) };
    }
    if (!OTHER.has(what)) throw problem('it is not known what this counts', line);
    return { kind: 'other' };
  }
  const words = text.split(' ').filter((word) => word !== '');
  const [type, count, ...more] = words;
  if (type === undefined || count === undefined || more.length > 0) {
    throw problem('not a cell with its number', line);
  }
  return { kind: 'cell', type, count: wholeNumber(count, line) };
}

/** `       28   SB_DFF` or `        4    4.256   AND2_X1`, by the names of the columns. */
function rowAfter(line: Line, columns: StatColumns, whole: boolean): StatRow {
  const words = line.text.split(' ').filter((word) => word !== '');
  const numbers = words.slice(0, columns.length);
  const label = words.slice(columns.length).join(' ');
  if (label === '') throw problem('not a number for each column and a name', line);
  const wanted = whole ? COUNT_OF_ALL : LOCAL_COUNT;
  const number = numbers[columns.findIndex((name) => name.startsWith(wanted))];
  if (number === undefined) throw problem(`the stat has no column named ${wanted} …`, line);
  const count = number === '-' ? 0 : wholeNumber(number, line);
  const total = totalOf(label);
  if (total !== undefined) return { kind: 'total', of: total, count };
  if (OTHER.has(label)) return { kind: 'other' };
  if (label.includes(' ')) throw problem('it is not known what this counts', line);
  return { kind: 'cell', type: label, count };
}

function totalOf(what: string): StatTotal | undefined {
  return TOTALS.find((total) => total === what);
}

function wholeNumber(text: string, line: Line): number {
  const count = countIn(text, line);
  if (Number.isSafeInteger(count)) return count;
  throw problem('not a whole number', line);
}
