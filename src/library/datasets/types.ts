import type { Stage } from '../../datasets/types.ts';
import type { Tables } from './rows/index.ts';

/** The name of a table. */
export type TableName = keyof Tables;

/** A row of a table, e.g. `TableRow<'devices'>`. Numbers are in the units that `schemaOf` states. */
export type TableRow<Name extends TableName = TableName> = Tables[Name];

/** Where a row comes from, and how far it can be trusted. */
export interface Provenance {
  /** Key of the row. */
  readonly key: string;
  /** File that it stands in: `datasets/…` for what ships, or the user's as it was named. */
  readonly file: string;
  /** 1-based line in that file; the header is line 1. */
  readonly line: number;
  /** SHA-256 of the file in hexadecimal. */
  readonly sha256: string;
  /** How the row was obtained, from `assumed` to `measured`. */
  readonly stage: Stage;
  /** Whether it is the maker's, the author's or our own, or somebody's transcription. */
  readonly rank: 'primary' | 'secondary';
  /** Of the source: year, year-month or year-month-day; null where it has none. */
  readonly date: string | null;
  /** The document, repository or measurement. */
  readonly source: string;
  /** Where to read it; empty where it can not be read. */
  readonly urls: readonly string[];
  /** What was derived and how, and what the source says besides; null where nothing is noted. */
  readonly note: string | null;
}
