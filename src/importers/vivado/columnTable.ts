import { problem, type Line } from '../problem.ts';

/** Columns that a table may have; those of Vivado have a dozen. */
const MOST = 64;

/** A word in a line, with where it begins and ends. */
interface Span {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A table whose columns are marked by dashes under their names. */
export interface ColumnTable {
  readonly rows: readonly Line[];
  /** The cell of a row under a name; empty where nothing stands there. */
  readonly cell: (row: Line, column: string) => Span;
}

/**
 * The table of a section of a timing report. A cell belongs to the column whose dashes it stands
 * under; the first word of a row is its name, however far in it stands.
 *
 * @throws InputError where the section or its end is missing
 */
export function columnTable(lines: readonly Line[], title: string): ColumnTable {
  const starts = lines.filter(({ text }) => text.trim() === `| ${title}`);
  const [start, second] = starts;
  if (start === undefined) {
    const expected = 'the whole of report_timing_summary';
    throw problem(`there is no section ${title}`, undefined, { expected });
  }
  if (second !== undefined) throw problem(`a second section ${title} begins here`, second);
  const after = lines.slice(start.number);
  const end = after.findIndex(({ text }, i) => i > 0 && text.startsWith('| '));
  const body = end < 0 ? after : after.slice(0, end);
  const marks = body.find(({ text }) => isMarks(text) && text.trim().includes('  '));
  const header = marks === undefined ? undefined : lines[marks.number - 2];
  if (marks === undefined || header === undefined) {
    // A section without a table has nothing to state, unless the report ends in it.
    if (end >= 0) return { rows: [], cell: () => ({ text: '', from: 0, to: 0 }) };
    throw problem(`the section ${title} has no table: the report is cut`, start);
  }
  const columns = words(marks.text).map(({ from, to }) => ({
    name: header.text.slice(from, to).trim(),
    from,
    to,
  }));
  if (columns.length > MOST) throw problem('these are too many columns', marks);
  if (end < 0) throw problem(`the report is cut in the section ${title}`, lines.at(-1));
  const below = body.filter(({ number }) => number > marks.number);
  const blank = below.findIndex(({ text }) => text.trim() === '');
  const rows = below.slice(0, Math.max(0, blank));
  // Below the table there is nothing but the rule over the next title.
  const stray = below.slice(blank).find(({ text }) => !/^-*$/.test(text.trim()));
  if (blank < 0 || stray !== undefined) throw problem('this stands apart from its table', stray);
  const [firstColumn] = columns;
  return {
    rows,
    cell: (row, name) => {
      const wanted = columns.filter((column) => column.name === name);
      const [column] = wanted;
      if (column === undefined || wanted.length > 1) {
        throw problem(`the table has not one column ${name}`, header);
      }
      const cells = words(row.text).map((word, i) => ({
        word,
        under: i === 0 ? [firstColumn] : columns.filter(({ from, to }) => overlap(word, from, to)),
      }));
      const strange = cells.find(({ under }) => under.length !== 1);
      if (strange !== undefined) throw problem('a cell stands under no column', row);
      const found = cells.filter(({ under }) => under[0] === column);
      if (found.length > 1) throw problem(`two cells stand under ${name}`, row);
      return found[0]?.word ?? { text: '', from: 0, to: 0 };
    },
  };
}

function overlap({ from, to }: Span, left: number, right: number): boolean {
  return from < right && to > left;
}

function isMarks(text: string): boolean {
  return text.includes('-') && /^[- ]*$/.test(text);
}

/** Words that two spaces or more divide. */
function words(text: string): Span[] {
  const found: Span[] = [];
  let from = -1;
  for (let i = 0; i <= text.length; i++) {
    const blank = i === text.length || (text[i] === ' ' && (text[i + 1] ?? ' ') === ' ');
    if (blank && from >= 0) {
      found.push({ text: text.slice(from, i), from, to: i });
      from = -1;
    } else if (!blank && from < 0 && text[i] !== ' ') from = i;
  }
  return found;
}
