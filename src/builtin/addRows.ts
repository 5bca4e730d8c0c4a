import { checkCurve } from '../datasets/checkCurve.ts';
import { checkRefs } from '../datasets/checkRefs.ts';
import { oneDefault } from '../datasets/oneDefault.ts';
import { overlay } from '../datasets/overlay.ts';
import { textIn, type Datasets, type Row, type Table } from '../datasets/types.ts';
import type { Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';

/** Names that a notice lists. */
const LISTED = 6;

/** A user's rows of one table. */
export interface OwnRows {
  /** Id of the table. */
  readonly table: string;
  /** The user's file, as messages name it. */
  readonly file: string;
  readonly rows: readonly Row[];
}

/** Tables with a user's rows over them. */
export interface AddedRows {
  readonly datasets: Datasets;
  /** What these replace, for people. */
  readonly notices: readonly string[];
  /** What does not hold any more between rows and between tables. */
  readonly issues: readonly Issue[];
}

/** Puts a user's rows over tables: a row with the key of another takes its place whole. */
export function addRows(datasets: Datasets, own: readonly OwnRows[]): AddedRows {
  const all = new Map(datasets);
  const notices: string[] = [];
  const issues: Issue[] = [];
  for (const { table, file, rows } of own) {
    const there = all.get(table);
    if (there === undefined) continue;
    const merged = over(there, rows, file, notices);
    all.set(table, merged);
    if (table === 'fill_clock') issues.push(...checkCurve(merged));
  }
  return { datasets: all, notices, issues: [...checkRefs(all), ...issues] };
}

function over(table: Table, rows: readonly Row[], file: string, notices: string[]): Table {
  const { table: merged, replaced } = overlay(table, rows, file);
  if (replaced.length > 0) notices.push(`${file} replaces ${listed(replaced)} of ${table.id}`);
  if (table.id !== 'units') return merged;
  const { table: single, changed } = oneDefault(merged, file);
  for (const { now, before } of changed) {
    notices.push(`${file} makes ${quote(now)} the default unit instead of ${quote(before)}`);
  }
  // An operation without a default takes a unit that has to be converted, or none.
  const lost = table.rows.filter(
    (row) =>
      textIn(row, 'default') === 'yes' &&
      replaced.includes(row.key) &&
      !single.rows.some((other) => samePurpose(row, other)),
  );
  if (lost.length > 0) {
    const keys = lost.map((row) => row.key);
    notices.push(`${file} does not say default: ${listed(keys)} is no default unit any more`);
  }
  return single;
}

/** Whether a unit is the default where another one was. */
function samePurpose(before: Row, now: Row): boolean {
  const same = (column: string): boolean => textIn(before, column) === textIn(now, column);
  return textIn(now, 'default') === 'yes' && same('operation') && same('lut_kind');
}

function listed(keys: readonly string[]): string {
  const more = keys.length > LISTED ? ` and ${keys.length - LISTED} more` : '';
  return `${keys
    .slice(0, LISTED)
    .map((key) => quote(key))
    .join(', ')}${more}`;
}
