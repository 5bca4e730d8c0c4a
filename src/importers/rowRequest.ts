/** What reports become: a row of cores or units, or of platforms for the shell of one. */
export type RowKind = 'core' | 'unit' | 'shell';

/** What the command line says about a row beside its reports. */
export interface RowRequest {
  readonly as: RowKind;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly family?: string | undefined;
  readonly device?: string | undefined;
  /** Of a unit: the operation, and in how many clocks one of it is done. */
  readonly operation?: string | undefined;
  readonly per?: number | undefined;
  readonly latency?: number | undefined;
  /** Whether scenarios take the unit without naming it. */
  readonly default?: boolean | undefined;
  /** Of a core. */
  readonly design?: string | undefined;
  readonly configuration?: string | undefined;
  readonly isa?: string | undefined;
  readonly ipc?: number | undefined;
  readonly coremark?: number | undefined;
  readonly dmips?: number | undefined;
  /** What the figures contain. */
  readonly includes?: string | undefined;
  /** Of a shell: the platform whose other columns it keeps. */
  readonly platform?: string | undefined;
  /** Of standard cells: the process, or the area of a NAND of unit strength. */
  readonly node?: string | undefined;
  readonly nand2?: number | undefined;
}

/** A row of a table, by column. */
export type Cells = Readonly<Record<string, string | number>>;

/** A row with the table that it belongs to. */
export interface ImportedRow {
  /** Id of the table. */
  readonly table: string;
  readonly cells: Cells;
}
