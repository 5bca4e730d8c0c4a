/** How a figure was obtained, from the weakest to the strongest. */
export const STAGES = ['assumed', 'analytic', 'synthesis', 'routed', 'measured'] as const;

/** One of {@link STAGES}. */
export type Stage = (typeof STAGES)[number];

/** What a column of a table holds. */
export interface ColumnSchema {
  readonly type: 'id' | 'text' | 'number' | 'enum' | 'ref' | 'date' | 'stage';
  readonly meaning: string;
  readonly required?: boolean;
  /** Unit of a number; a number without one is a plain number. */
  readonly unit?: string;
  readonly integer?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly exclusive_min?: number;
  /** Allowed values of an enum. */
  readonly values?: readonly string[];
  /** Table that a ref points to. */
  readonly table?: string;
}

/** What a table holds. */
export interface TableSchema {
  readonly file: string;
  /** Column that identifies a row. */
  readonly key: string;
  readonly meaning: string;
  readonly columns: Readonly<Record<string, ColumnSchema>>;
}

/** A row: its cells by column, without those that are blank. */
export interface Row {
  readonly key: string;
  /** 1-based line in the file. */
  readonly line: number;
  /** The user's file that it stands in, as it was named; the built-in table where left out. */
  readonly file?: string;
  readonly cells: Readonly<Record<string, string | number>>;
}

/** A table that was read. */
export interface Table {
  readonly id: string;
  readonly schema: TableSchema;
  readonly rows: readonly Row[];
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

/** All tables by id. */
export type Datasets = ReadonlyMap<string, Table>;

/** Where a row stands: the user's file, or the built-in table. */
export function fileOf(table: Table, row: Row): string {
  return row.file ?? `datasets/${table.schema.file}`;
}

/** A number in a row, or undefined where the cell is blank. */
export function numberIn(row: Row, column: string): number | undefined {
  const value = Object.hasOwn(row.cells, column) ? row.cells[column] : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** A text in a row, or undefined where the cell is blank. */
export function textIn(row: Row, column: string): string | undefined {
  const value = Object.hasOwn(row.cells, column) ? row.cells[column] : undefined;
  return typeof value === 'string' ? value : undefined;
}
