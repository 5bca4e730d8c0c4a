import { parse } from 'csv-parse/sync';
import { readTextFile } from '../files/readTextFile.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

const COLUMN = /^@(.+):([^:]+)$/s;

/**
 * What `--set name=@file.csv:column` means: the numbers of a column, each as likely as the other, as
 * the text of an empirical distribution. Only the command line can name files: a scenario is a text
 * from somewhere.
 *
 * @throws InputError where the file can not be read, or the column has something else than numbers
 */
export function readSamples(value: string): string {
  const [whole, file = '', column = ''] = COLUMN.exec(value) ?? [];
  if (whole === undefined) {
    const message = 'a column of samples is given by its file and its name';
    throw new InputError([
      { code: 'usage', message, expected: '@file.csv:column', received: quote(value) },
    ]);
  }
  const source = readTextFile(file);
  if (!source.ok) throw new InputError(source.issues);
  const [names = [], ...rows] = records(source.text, file);
  const at = names.indexOf(column.trim());
  if (at < 0) {
    const suggestion = nearest(column, names);
    const message = `there is no column ${quote(column)}`;
    const hint = suggestion === undefined ? {} : { suggestion };
    throw new InputError([
      { code: 'unknown-column', message, file, expected: names.slice(0, 20).join(', '), ...hint },
    ]);
  }
  return `empirical(${rows.map((row) => row[at] ?? '').join(', ')})`;
}

function records(text: string, file: string): string[][] {
  try {
    const options = { trim: true, skip_empty_lines: true, relax_column_count: true, bom: true };
    return parse(text, options);
  } catch (error) {
    throw new InputError([{ code: 'bad-csv', message: (error as Error).message, file }]);
  }
}
