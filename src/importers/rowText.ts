import { parse } from 'csv-parse/sync';
import { readTable } from '../datasets/readTable.ts';
import type { TableSchema } from '../datasets/types.ts';
import { csvField } from '../files/csvField.ts';
import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { Cells } from './rowRequest.ts';

/**
 * The text of a table with a row more. Everything that stands there keeps its bytes.
 *
 * @param before the table as it is; undefined for a new one
 * @param file its name, for messages
 * @param replace whether a row of the same key may go
 * @throws InputError where the table is not sound, has no place for a cell, or has the row already
 */
export function withRow(
  before: string | undefined,
  schema: TableSchema,
  cells: Cells,
  file: string,
  replace: boolean,
): string {
  if (before === undefined || before.trim() === '') {
    const columns = Object.keys(schema.columns);
    return `${columns.join(',')}\n${rowLine(columns, cells)}\n`;
  }
  const { rows, issues } = readTable(before, schema, file);
  if (issues.length > 0) throw new InputError(issues);
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const records = recordsOf(before);
  const at = records.findIndex((record) => record.trim() !== '');
  const columns = fieldsOf(records[at] ?? '');
  const missing = Object.keys(cells).filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    const message = `the table has no column ${missing.join(', ')}`;
    throw new InputError([
      { code: 'missing-column', message, file, expected: 'these in its header' },
    ]);
  }
  const key = String(cells[schema.key] ?? '');
  const there = rows.find((row) => row.key === key);
  if (there !== undefined && !replace) {
    const message = `${quote(key)} stands there already`;
    const expected = '--replace, or another --id';
    throw new InputError([{ code: 'duplicate', message, file, row: there.line, expected }]);
  }
  const line = `${rowLine(columns, cells)}${end}`;
  if (there === undefined) {
    const open = before.endsWith('\n') ? '' : end;
    return `${before}${open}${line}`;
  }
  const place = columns.indexOf(schema.key);
  return records
    .map((record, i) => {
      const own = i > at && record.trim() !== '' && fieldsOf(record)[place]?.trim() === key;
      return own ? line : record;
    })
    .join('');
}

function rowLine(columns: readonly string[], cells: Cells): string {
  return columns.map((name) => csvField(cells[name])).join(',');
}

/** The records of a table with their ends; joined again they are the text. */
function recordsOf(text: string): string[] {
  const records: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === '\n' && !quoted) {
      records.push(text.slice(from, i + 1));
      from = i + 1;
    }
  }
  if (from < text.length) records.push(text.slice(from));
  return records;
}

function fieldsOf(record: string): string[] {
  const [fields = []] = parse(record, { bom: true, relax_column_count: true });
  return fields.map((field) => field.trim());
}
