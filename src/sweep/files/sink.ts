import type { SweepRow } from '../types.ts';

/** Where the rows of a sweep go. */
export interface Sink {
  /** The first row from `index` on that it still needs; Infinity where it has all of them. */
  readonly next: (index: number) => number;
  /** Takes the kept ones of the rows `from` up to but not including `to`; it ignores what it has. */
  readonly write: (rows: readonly SweepRow[], from: number, to: number) => void;
  /** Ends it after the last row. */
  readonly finish: () => void;
  /** Ends it early, with what is done. */
  readonly stop: () => void;
  /** Name of what it wrote, for people; empty where there is none. */
  readonly name: string;
}
