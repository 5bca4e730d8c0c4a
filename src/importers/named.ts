import { rowOf } from '../datasets/rowsWith.ts';
import type { Datasets, Row } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

/** A row by its key, for an option. */
export function named(datasets: Datasets, table: string, key: string, option: string): Row {
  const row = rowOf(datasets.get(table), key);
  if (row !== undefined) return row;
  const suggestion = nearest(
    key,
    (datasets.get(table)?.rows ?? []).map((one) => one.key),
  );
  throw new InputError([
    {
      code: `unknown-${table}`,
      message: `${option}: there is no row ${quote(key)} in ${table}; see emuprove list ${table}`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}
