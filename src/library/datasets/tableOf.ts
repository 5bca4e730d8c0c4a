import type { Builtin } from '../../builtin/builtin.ts';
import type { Row, Table } from '../../datasets/types.ts';
import { rowOf } from '../../datasets/rowsWith.ts';
import { InputError } from '../../issues/issue.ts';
import { nearest } from '../../issues/nearest.ts';
import { quote } from '../../issues/quote.ts';

/** A table by its name. */
export function tableOf({ datasets }: Builtin, name: string): Table {
  const table = datasets.get(name);
  if (table !== undefined) return table;
  const suggestion = nearest(name, datasets.keys());
  const message = `there is no table ${quote(name)}`;
  const expected = `one of ${[...datasets.keys()].join(', ')}`;
  throw new InputError([
    { code: 'unknown-table', message, expected, ...(suggestion && { suggestion }) },
  ]);
}

/** A row of a table by its key. */
export function rowIn(table: Table, key: string): Row {
  const row = rowOf(table, key);
  if (row !== undefined) return row;
  const suggestion = nearest(
    key,
    table.rows.map((other) => other.key),
  );
  const message = `there is no row ${quote(key)} in ${table.id}`;
  const place = { file: `datasets/${table.schema.file}`, column: table.schema.key };
  throw new InputError([{ code: 'unknown-row', message, ...place, ...(suggestion && { suggestion }) }]);
}
