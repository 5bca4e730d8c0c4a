import type { Loaded } from '../../builtin/load.ts';
import { fileOf, textIn, type Stage } from '../../datasets/types.ts';
import { rowIn, tableOf } from './tableOf.ts';
import type { Provenance, TableName } from './types.ts';

/**
 * Where a row comes from: file, line and hash, source and date, and how it was obtained.
 *
 * @param data - what `loadBuiltin` gave
 * @param table - its name
 * @param key - of the row: its first column, as `schemaOf` says
 * @throws InputError for a table or a row that does not exist
 * @example
 * import { loadBuiltin } from 'emuprove';
 * import { provenanceOf } from 'emuprove/datasets';
 *
 * const { file, stage, source, urls } = provenanceOf(await loadBuiltin(), 'devices', 'xcvu9p');
 * console.log(file, stage); // datasets/devices.csv measured
 * console.log(source, ...urls);
 */
export function provenanceOf({ builtin }: Loaded, table: TableName, key: string): Provenance {
  const found = tableOf(builtin, table);
  const row = rowIn(found, key);
  const own = builtin.user?.flatMap(({ files }) => files).find(({ file }) => file === row.file);
  return {
    key: row.key,
    file: fileOf(found, row),
    line: row.line,
    sha256: own?.sha256 ?? found.sha256,
    // Every table demands these three.
    stage: textIn(row, 'stage') as Stage,
    rank: textIn(row, 'rank') as Provenance['rank'],
    source: textIn(row, 'source') ?? '',
    date: textIn(row, 'date') ?? null,
    urls: textIn(row, 'source_url')?.split(/\s+/) ?? [],
    note: textIn(row, 'note') ?? null,
  };
}
