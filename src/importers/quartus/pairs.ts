import { boxTables, wholeGroups, type BoxRow } from '../boxTables.ts';
import { dateIn } from '../dates.ts';
import { problem, type Line } from '../problem.ts';

/** A figure of a Quartus report with the line that states it. */
export interface Stated {
  readonly value: string;
  readonly line: Line;
}

/** What a Quartus report states by name. */
export type Pairs = ReadonlyMap<string, Stated>;

/** Tables of a fit report that state figures by name. */
const TABLES = ['Fitter Summary', 'Fitter Resource Usage Summary'];

const STATUS = 'Fitter Status';

/**
 * The figures by name, of a fit report with its tables or of a fit.summary with a line for each.
 *
 * @throws InputError where it is neither, the fitter failed, or the report is cut
 */
export function quartusPairs(lines: readonly Line[]): Pairs {
  const titles = lines.filter(({ text }) => title(text) === TABLES[0]);
  const [first, second] = titles;
  if (second !== undefined) throw problem('a second report begins here', second);
  const pairs = first === undefined ? summaryPairs(lines) : reportPairs(lines);
  const status = pairs.get(STATUS);
  if (status === undefined) {
    const expected = `a fit report or fit.summary, which says ${STATUS}`;
    throw problem('this is no report of the fitter', lines[0], { expected });
  }
  if (!status.value.startsWith('Successful')) throw problem('the fitter failed', status.line);
  return pairs;
}

/** The date of the fit. */
export function fitDate(pairs: Pairs): string | undefined {
  return dateIn(pairs.get(STATUS)?.value ?? '');
}

/** Text of a line that is a row of one cell. */
export function title(text: string): string | undefined {
  const line = text.trimEnd();
  if (line.length < 2 || !line.startsWith(';') || !line.endsWith(';')) return undefined;
  const inner = line.slice(1, -1);
  return inner.includes(';') ? undefined : inner.trim();
}

function summaryPairs(lines: readonly Line[]): Pairs {
  const pairs = new Map<string, Stated>();
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const at = line.text.indexOf(' : ');
    if (at < 0) throw problem('not a name and a value', line, { expected: 'NAME : VALUE' });
    add(pairs, line.text.slice(0, at).trim(), line.text.slice(at + 3).trim(), line);
  }
  return pairs;
}

function reportPairs(lines: readonly Line[]): Pairs {
  const pairs = new Map<string, Stated>();
  for (const table of boxTables(lines, ';')) {
    const name = table.groups[0]?.[0]?.cells.join(';').trim() ?? '';
    if (!TABLES.includes(name)) continue;
    const groups = wholeGroups(table);
    const own = new Map<string, Stated>();
    const read = pairReader(groups.slice(1).flat());
    for (const row of groups.slice(1).flat()) {
      // Headings stand among the rows and have no value; details stand further in under dashes.
      const pair = read(row);
      if (pair === undefined || pair.value === '' || pair.key.startsWith('--')) continue;
      if (!own.has(pair.key)) own.set(pair.key, { value: pair.value, line: row });
    }
    for (const [key, stated] of own) if (!pairs.has(key)) pairs.set(key, stated);
  }
  return pairs;
}

/**
 * How a row of a table is a name and a value: by its columns Resource, Usage and %, or as the two
 * cells that it has. The header itself is none.
 */
function pairReader(
  rows: readonly BoxRow[],
): (row: BoxRow) => { readonly key: string; readonly value: string } | undefined {
  const header = rows.find(({ cells }) => cells.some((cell) => cell.trim() === 'Usage'));
  const names = (header?.cells ?? []).map((cell) => cell.trim());
  const [name, usage, share] = ['Resource', 'Usage', '%'].map((column) => names.indexOf(column));
  const width = header === undefined ? 2 : names.length;
  return (row) => {
    if (row.cells.length !== width) throw problem('not a name and a value', row);
    if (row === header) return undefined;
    const cell = (at: number | undefined): string => row.cells[at ?? -1]?.trim() ?? '';
    if (header === undefined) return { key: cell(0), value: cell(1) };
    if (name === -1) throw problem('the table has no column Resource', header);
    const percent = cell(share);
    return { key: cell(name), value: `${cell(usage)}${percent === '' ? '' : ` ( ${percent} )`}` };
  };
}

function add(pairs: Map<string, Stated>, key: string, value: string, line: Line): void {
  const before = pairs.get(key);
  if (before !== undefined) {
    throw problem(`line ${before.line.number} says this already: two reports in one file`, line);
  }
  pairs.set(key, { value, line });
}
