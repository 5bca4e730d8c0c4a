/** A value of a row: a number in base units, a truth, a name, or null where there is none. */
export type Cell = string | number | boolean | null;

/**
 * What came of a row. `pass`, `fail` and `undecided` are the verdict of `emuprove evaluate`, the
 * rival cores considered; `infeasible` where not one core fits the device; `error` where the row
 * makes no sense or a value can not be computed.
 */
export type Status = 'pass' | 'fail' | 'undecided' | 'infeasible' | 'error';

/** All statuses, in the order in which people are told of them. */
export const STATUSES: readonly Status[] = ['pass', 'fail', 'undecided', 'infeasible', 'error'];

/** A column of a sweep. */
export interface SweepColumn {
  /** `index`, an axis, `status`, or the key of a quantity, e.g. `usable[lut]`. */
  readonly name: string;
  readonly title: string;
  readonly type: 'index' | 'number' | 'truth' | 'text';
  /** Base unit of numbers, `1` for plain ones; null for what is no number. */
  readonly unit: string | null;
  /** Unit in which people read it and how many base units one of it is. */
  readonly display?: { readonly unit: string; readonly scale: number };
}

/** A row of a sweep. */
export interface SweepRow {
  /** Its number in the whole product, whatever is filtered. */
  readonly index: number;
  readonly status: Status;
  /** Value of the headline in the row's reading, where it is known. */
  readonly value: number | null;
  /** Inputs without which it is undecided. */
  readonly missing: readonly string[];
  /** One cell for each column. */
  readonly cells: readonly Cell[];
}

/** What a sweep is of, without which its rows mean nothing. */
export interface SweepPlan {
  readonly schemaVersion: '1.0';
  readonly kind: 'sweep';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  /** Model files and tables with the SHA-256 of their bytes. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** What the user's own data replaces; left out where there is nothing to say. */
  readonly notes?: readonly string[];
  /** What is the same in all rows unless an axis says otherwise. */
  readonly scenario: {
    readonly id: string;
    readonly platform: string | null;
    readonly device: string | null;
    readonly core: string;
    readonly prover: string;
    readonly aggregation: string;
    readonly reading: string;
    readonly units: Readonly<Record<string, string>>;
    readonly set: readonly { readonly name: string; readonly value: number | string }[];
  };
  /** The axes, the last running fastest; values of quantities are in base units. */
  readonly axes: readonly {
    readonly name: string;
    readonly kind: 'choice' | 'quantity';
    readonly unit: string | null;
    readonly values: readonly (string | number)[];
  }[];
  /** Rows of the product. */
  readonly rows: number;
  readonly columns: readonly SweepColumn[];
  /** Conditions that a row has to meet to be kept. */
  readonly where: readonly string[];
}
