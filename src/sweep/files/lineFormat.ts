import { csvField } from '../../files/csvField.ts';
import type { Cell, SweepColumn, SweepRow } from '../types.ts';

/** A format with one line for each row. */
export interface LineFormat {
  /** What stands before the rows. */
  readonly header: string;
  readonly line: (row: SweepRow) => string;
  /** Index of the row of a line without its line break; NaN where it is no line of this format. */
  readonly indexOf: (line: string) => number;
}

/** CSV by RFC 4180: a header of column names, numbers in base units, what is not known is empty. */
export function csvLines(columns: readonly SweepColumn[]): LineFormat {
  const join = (cells: readonly unknown[]): string => `${cells.map(csvField).join(',')}\r\n`;
  return {
    header: join(columns.map(({ name }) => name)),
    line: ({ cells }) => join(cells),
    indexOf: (line) => whole(/^\d+(?=,)/.exec(line)?.[0] ?? ''),
  };
}

/** JSON lines: an object for each row, numbers in base units, what is not known is null. */
export function jsonLines(columns: readonly SweepColumn[]): LineFormat {
  const names = columns.map(({ name }) => JSON.stringify(name));
  const field = (cell: Cell, i: number): string => `${names[i] ?? '""'}:${JSON.stringify(cell)}`;
  return {
    header: '',
    line: ({ cells }) => `{${cells.map(field).join(',')}}\n`,
    indexOf: (line) => whole(/^\{"index":(\d+),.*\}$/s.exec(line)?.[1] ?? ''),
  };
}

function whole(text: string): number {
  return text === '' ? NaN : Number(text);
}
