import { fileOf, numberIn, textIn, type Row, type Table } from '../datasets/types.ts';
import type { Fact } from './types.ts';

/** Facts by row and column: a sweep asks for the same cells over and over. */
const KNOWN = new WeakMap<Row, Map<string, Fact | undefined>>();

/**
 * The number in a cell as a fact, with the provenance of its row; the same object every time.
 *
 * @returns undefined where the cell is blank or the table has no such column of numbers
 */
export function factOf(table: Table, row: Row, column: string): Fact | undefined {
  let facts = KNOWN.get(row);
  if (facts === undefined) KNOWN.set(row, (facts = new Map()));
  if (!facts.has(column)) facts.set(column, readFact(table, row, column));
  return facts.get(column);
}

function readFact(table: Table, row: Row, column: string): Fact | undefined {
  const schema = Object.hasOwn(table.schema.columns, column)
    ? table.schema.columns[column]
    : undefined;
  const value = numberIn(row, column);
  if (schema === undefined || value === undefined) return undefined;
  // A table of mixed prices names the unit in the row; elsewhere the column has it.
  const unit = schema.unit ?? (column === 'value' ? (textIn(row, 'unit') ?? '') : '');
  const range = rangeOf(row, column);
  const text = (key: string): string | undefined => textIn(row, key);
  // A figure may come from elsewhere than its row.
  const ownSource = text(`${column}_source`);
  const own = ownSource !== undefined || text(`${column}_stage`) !== undefined;
  const date = text(own ? `${column}_date` : 'date');
  const [rank, note] = [text('rank'), text('note')];
  const url = ownSource === undefined ? text('source_url') : undefined;
  return {
    value,
    unit,
    ...range,
    kind: 'dataset',
    stage: (text(`${column}_stage`) ?? text('stage') ?? 'assumed') as Fact['stage'],
    source: ownSource ?? text('source') ?? '',
    ...(rank === undefined ? {} : { rank }),
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { date }),
    ...(note === undefined ? {} : { note }),
    cell: { file: fileOf(table, row), line: row.line, row: row.key, column },
  };
}

/** `x_low` and `x_high` beside a column `x`, or `low` and `high` of the row's only figure. */
function rangeOf(row: Row, column: string): { low?: number; high?: number } {
  const single = column === 'value' || column === 'factor';
  const low = numberIn(row, single ? 'low' : `${column}_low`);
  const high = numberIn(row, single ? 'high' : `${column}_high`);
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

/** A fact that follows from what was chosen, not from a source. */
export function choiceFact(value: number, source: string): Fact {
  return { value, unit: '', kind: 'choice', stage: 'measured', source };
}
