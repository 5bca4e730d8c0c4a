import { parse } from 'csv-parse/sync';
import { readTextFile } from '../files/readTextFile.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

const COLUMN = /^@(.+):([^:]+)$/s;

/** How a number begins; its unit is read with the quantity's. */
const NUMBER = /^[+-]?\.?\d/;

/** More samples than these say nothing more about a quantile, and make every result long. */
const MOST = 100_000;

/** Issues that are worth telling of one file. */
const TOLD = 10;

/**
 * What `--set name=@file.csv:column` means: the numbers of a column, each as likely as the other, as
 * the text of an empirical distribution. Only the command line can name files: a scenario is a text
 * from somewhere.
 *
 * @throws InputError where the file can not be read, or the column has something else than numbers
 */
export function readSamples(value: string): string {
  const [whole, file = '', name = ''] = COLUMN.exec(value) ?? [];
  const column = name.trim();
  if (whole === undefined || column === '') {
    const message = 'a column of samples is given by its file and its name';
    throw new InputError([
      { code: 'usage', message, expected: '@file.csv:column', received: quote(value) },
    ]);
  }
  const source = readTextFile(file);
  if (!source.ok) throw new InputError(source.issues);
  const [header, ...rows] = records(source.text, file);
  const names = header?.record ?? [];
  const at = names.indexOf(column);
  if (at < 0 || names.lastIndexOf(column) !== at) {
    throw new InputError([{ ...noColumn(column, names), file }]);
  }
  const cells = rows.map(({ record, info }) => ({ text: record[at] ?? '', row: info.lines }));
  const issues = cells.flatMap(({ text, row }): Issue[] => {
    if (NUMBER.test(text)) return [];
    const message = text === '' ? 'a number is missing' : 'this is not a number';
    return [{ code: 'not-a-number', message, file, row, column, received: quote(text) }];
  });
  if (cells.length === 0 || cells.length > MOST) {
    const expected = `1 to ${MOST} samples`;
    const message = 'a distribution can not be made of so many samples';
    issues.push({
      code: 'samples',
      message,
      file,
      column,
      expected,
      received: String(cells.length),
    });
  }
  if (issues.length > 0) throw new InputError(issues.slice(0, TOLD));
  return `empirical(${cells.map(({ text }) => text).join(',')})`;
}

function noColumn(column: string, names: readonly string[]): Issue {
  if (names.includes(column)) {
    return { code: 'two-columns', message: `two columns are called ${quote(column)}` };
  }
  const suggestion = nearest(column, names);
  const expected = names.length === 0 ? 'a line with names' : names.slice(0, 20).join(', ');
  return {
    code: 'unknown-column',
    message: `there is no column ${quote(column)}`,
    expected,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** A line of the file. */
interface Line {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function records(text: string, file: string): Line[] {
  try {
    // The types of csv-parse do not know what `info` makes of a record.
    return parse(text, {
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      bom: true,
      info: true,
    }) as unknown as Line[];
  } catch (error) {
    throw new InputError([{ code: 'bad-csv', message: (error as Error).message, file }]);
  }
}
