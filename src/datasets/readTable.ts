import { parse } from 'csv-parse/sync';
import type { Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { parseCell } from './parseCell.ts';
import type { Row, TableSchema } from './types.ts';

/** Longest record, in characters; csv-parse holds one record in memory. */
const LONGEST_RECORD = 100_000;

interface RawRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The rows that are sound and everything that is wrong with the others. */
export interface ReadTable {
  readonly rows: readonly Row[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a CSV table by its schema. Columns are found by their header, never by position; all issues
 * are collected, with line and column.
 *
 * @param text the file, decoded
 * @param file its name, for messages
 */
export function readTable(text: string, schema: TableSchema, file: string): ReadTable {
  let records: RawRecord[];
  try {
    records = parse(text, {
      info: true,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
    }) as unknown as RawRecord[];
  } catch (error) {
    // csv-parse gives up at the end of the file; the fault began after the last whole record.
    const { message, records: whole } = error as { message: string; records?: unknown };
    const row = typeof whole === 'number' ? { row: whole + 1 } : {};
    return { rows: [], issues: [{ code: 'csv', message: quote(message), file, ...row }] };
  }
  const [header, ...body] = records;
  if (header === undefined) {
    return { rows: [], issues: [{ code: 'csv-empty', message: 'the file is empty', file }] };
  }
  const issues = checkHeader(header.record, schema, file);
  if (issues.length > 0) return { rows: [], issues };
  const rows: Row[] = [];
  const seen = new Map<string, number>();
  for (const raw of body) {
    const { row, issues: found } = readRow(raw, header.record, schema, file);
    issues.push(...found);
    if (row === undefined) continue;
    const earlier = seen.get(row.key);
    if (earlier !== undefined) {
      const message = `${quote(row.key)} stands already in line ${earlier}`;
      issues.push({ code: 'duplicate', message, file, row: row.line, column: schema.key });
      continue;
    }
    seen.set(row.key, row.line);
    rows.push(row);
  }
  return { rows, issues };
}

function checkHeader(header: readonly string[], schema: TableSchema, file: string): Issue[] {
  const known = Object.keys(schema.columns);
  const issues: Issue[] = [];
  header.forEach((name, i) => {
    if (!known.includes(name)) {
      const suggestion = nearest(name, known);
      const hint = suggestion === undefined ? {} : { suggestion };
      const message = `there is no column ${quote(name)}`;
      issues.push({ code: 'unknown-column', message, file, row: 1, position: i + 1, ...hint });
    } else if (header.indexOf(name) < i) {
      const message = `the column ${quote(name)} stands twice`;
      issues.push({ code: 'duplicate-column', message, file, row: 1, position: i + 1 });
    }
  });
  for (const [name, column] of Object.entries(schema.columns)) {
    if (column.required === true && !header.includes(name)) {
      issues.push({ code: 'missing-column', message: 'the column is missing', file, row: 1, column: name });
    }
  }
  return issues;
}

function readRow(
  raw: RawRecord,
  header: readonly string[],
  schema: TableSchema,
  file: string,
): { row: Row | undefined; issues: Issue[] } {
  // csv-parse counts the line on which a record ends; a quoted line break moves it.
  const line = raw.info.lines;
  if (raw.record.length !== header.length) {
    const message = 'the row has not as many cells as the header';
    const expected = `${header.length}`;
    const received = `${raw.record.length}`;
    return { row: undefined, issues: [{ code: 'cells', message, file, row: line, expected, received }] };
  }
  const cells: Record<string, string | number> = {};
  const issues: Issue[] = [];
  header.forEach((name, i) => {
    const column = schema.columns[name];
    const text = raw.record[i]?.trim() ?? '';
    if (column === undefined) return;
    if (text === '') {
      if (column.required === true) {
        issues.push({ code: 'blank', message: 'the cell is blank', file, row: line, column: name });
      }
      return;
    }
    const parsed = parseCell(text, column);
    if (parsed.ok) cells[name] = parsed.value;
    else issues.push({ ...parsed.issue, file, row: line, column: name });
  });
  const key = cells[schema.key];
  const sound = issues.length === 0 && key !== undefined;
  return { row: sound ? { key: String(key), line, cells } : undefined, issues };
}
