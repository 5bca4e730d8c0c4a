import type { RunResult } from '../../sweep/run.ts';
import { STATUSES, type Cell, type SweepColumn, type SweepRow } from '../../sweep/types.ts';
import { elementText, formatNumber, marginText, quantityText } from '../format.ts';
import type { Block, Column } from './blocks.ts';
import { grouped } from '../../text/grouped.ts';

/** Outputs of a table, where none are asked for; the first are the last to go on a narrow one. */
export const TABLE_OUTPUTS: readonly string[] = [
  'value',
  'native_rate',
  'proved_rate',
  'cores',
  'prove_bound',
  'latency',
  'proof_bytes',
];

/** Most rows that a table can show. */
export const LARGEST_TABLE = 10_000;

/** Columns that a table shows as one, at the end, as they are long and never both filled. */
const LONG = ['reason', 'missing'];

/** Missing inputs that a row names. */
const NAMED = 3;

/** Titles of columns where these are shorter than their names. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['index', '#'],
  ['native_rate', 'native'],
  ['proved_rate', 'proved'],
  ['prove_bound', 'bound by'],
  ['proof_bytes', 'proof'],
]);

/** Missing inputs that the summary names. */
const MOST = 4;

/** Columns of a terminal that are left to why a row does not pass, at least. */
const WHY = 24;

/** What a table of a sweep is made of. */
export interface SweepTable {
  readonly columns: readonly SweepColumn[];
  /** The first of the kept rows. */
  readonly rows: readonly SweepRow[];
  readonly result: RunResult;
  /** Rows of the range that was asked for. */
  readonly total: number;
  /** What a reader has to know beside the rows. */
  readonly notes?: readonly string[];
  /** Columns of the terminal; undefined for no limit. */
  readonly width: number | undefined;
}

/** A sweep as people read it: its first rows, and what came of all of them. */
export function sweepBlocks(table: SweepTable): Block[] {
  const { columns, rows, result, total, notes = [] } = table;
  const { summary, complete } = result;
  const hidden = summary.kept - rows.length;
  const blocks: Block[] = rows.length > 0 ? rowBlocks(table) : [];
  if (hidden > 0) {
    const here = summary.kept <= LARGEST_TABLE ? `--limit ${summary.kept} shows them here, ` : '';
    const more = `… and ${count(hidden)} more: ${here}--out sweep.csv writes all with every column`;
    blocks.push({ kind: 'text', text: more });
  }
  blocks.push({ kind: 'heading', text: 'Summary' });
  const items = [evaluatedText(result, total), ...notes];
  const statuses = STATUSES.filter((status) => summary.byStatus[status] > 0);
  if (statuses.length > 0) {
    items.push(statuses.map((status) => `${count(summary.byStatus[status])} ${status}`).join(', '));
  }
  for (const [name, row] of [
    ['least', summary.best],
    ['greatest', summary.worst],
  ] as const) {
    if (row !== undefined) items.push(`${name} value ${extreme(columns, row)}`);
  }
  const needed = [...summary.missing].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (needed.length > 0) {
    const named = needed.slice(0, MOST).map(([name, rows]) => `${name} (${count(rows)} rows)`);
    items.push(`the undecided rows need ${named.join(', ')}${needed.length > MOST ? ', …' : ''}`);
  }
  if (!complete) items.push('interrupted: this is what was done');
  blocks.push({ kind: 'list', items });
  return blocks;
}

/** The rows, with as many of their outputs as there is room for. */
function rowBlocks({ columns, rows, width }: SweepTable): Block[] {
  const all = columns.flatMap((column, i): Shown[] => {
    if (LONG.includes(column.name)) return [];
    const title = TITLES.get(column.name) ?? column.name;
    const right = column.type === 'number' || column.type === 'index';
    const cells = rows.map((row) => text(column, row.cells[i] ?? null));
    return [{ title, align: right ? 'right' : 'left', cells }];
  });
  const why = rows.map(({ cells }) => whyText(columns, cells));
  const told = why.some((reason) => reason !== '');
  const shown: Shown[] = [...all, ...(told ? [{ title: 'why', cells: why }] : [])];
  const left: string[] = [];
  // Index, axes and status always stay: without them a row is nothing.
  const fixed = columns.findIndex(({ name }) => name === 'status') + 1;
  const outputs = all.length - fixed;
  while (width !== undefined && wide(shown, told) > width && left.length < outputs) {
    left.unshift(...shown.splice(all.length - 1 - left.length, 1).map(({ title }) => title));
  }
  const lines = rows.map((_, k) => shown.map(({ cells }) => cells[k] ?? ''));
  const block: Block = { kind: 'table', columns: shown, rows: lines };
  if (left.length === 0) return [block];
  const note = `No room for ${left.join(', ')}; --column chooses.`;
  return [block, { kind: 'text', text: note }];
}

/** A column with its cells. */
interface Shown extends Column {
  readonly cells: readonly string[];
}

/** Columns of a terminal that a table takes; the last one can be cut where it says why. */
function wide(shown: readonly Shown[], told: boolean): number {
  const widths = shown.map(({ title, cells }) =>
    cells.reduce((most, cell) => Math.max(most, cell.length), title.length),
  );
  const last = widths.at(-1) ?? 0;
  const cut = told ? Math.max(0, last - WHY) : 0;
  return widths.reduce((sum, width) => sum + width + 2, -2) - cut;
}

function evaluatedText({ summary, complete }: RunResult, total: number): string {
  const { evaluated, kept } = summary;
  const rows = complete ? count(evaluated) : `${count(evaluated)} of ${count(total)}`;
  return kept === evaluated ? `${rows} rows` : `${rows} rows, ${count(kept)} of them kept`;
}

/** A row by its axes: `3,761 (row 12: device xcvu9p, core serv-tile)`. */
function extreme(columns: readonly SweepColumn[], row: SweepRow): string {
  // The axes stand between the index and the status.
  const status = columns.findIndex(({ name }) => name === 'status');
  const axes = columns
    .slice(1, status)
    .map((column, i) => `${column.name} ${text(column, row.cells[i + 1] ?? null)}`);
  return `${formatNumber(row.value ?? NaN)} (row ${row.index}: ${axes.join(', ')}; ${row.status})`;
}

/** Why a row does not pass. */
function whyText(columns: readonly SweepColumn[], cells: readonly Cell[]): string {
  const reason = cells[columns.findIndex(({ name }) => name === 'reason')];
  if (typeof reason === 'string') return reason.replaceAll(/\d{4,}\.\d+/g, rounded);
  const missing = missingOf(columns, cells);
  const more = missing.length > NAMED ? `, … (${missing.length})` : '';
  return missing.length === 0 ? '' : `needs ${missing.slice(0, NAMED).join(', ')}${more}`;
}

function rounded(number: string): string {
  return formatNumber(Number(number));
}

function missingOf(columns: readonly SweepColumn[], cells: readonly Cell[]): string[] {
  const missing = cells[columns.findIndex(({ name }) => name === 'missing')];
  return typeof missing === 'string' ? missing.split(' ') : [];
}

function text(column: SweepColumn, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'string') return column.name.endsWith('_bound') ? elementText(cell) : cell;
  if (column.type === 'index') return String(cell);
  if (column.name === 'margin') return marginText(cell);
  return column.display === undefined ? formatNumber(cell) : quantityText(cell, column.display);
}

function count(number: number): string {
  return grouped(number);
}
