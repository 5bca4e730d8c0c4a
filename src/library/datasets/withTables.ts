import { addRows } from '../../builtin/addRows.ts';
import type { Loaded } from '../../builtin/load.ts';
import { readTable } from '../../datasets/readTable.ts';
import { sha256 } from '../../files/sha256.ts';
import { InputError, type Issue } from '../../issues/issue.ts';
import { tableOf } from './tableOf.ts';
import type { TableName } from './types.ts';

/**
 * Puts tables of your own, given as CSV text, over what ships: what `loadBuiltin(['mine'])` and
 * `--datasets mine` do with files, for where there are none. A row with the key of another takes its
 * place whole.
 *
 * @param data - what `loadBuiltin` gave; it stays as it is
 * @param texts - CSV by the name of the table
 * @param name - directory that the texts stand for: in messages, in sources, and in the command lines
 *   that results state, which work once the texts are saved there
 * @returns data for `resolveScenario`
 * @throws InputError with everything that is wrong, as `readRows`
 * @example
 * import { evaluate, loadBuiltin, resolveScenario } from 'emuprove';
 * import { withTables } from 'emuprove/datasets';
 *
 * const units = `id,operation,title,lut_kind,lut,ff,ops_per_clock,stage,rank,source
 * my-mul,gf128_mul,mine,LUT6,2000,1500,1,routed,primary,my report`;
 * const data = await withTables(await loadBuiltin(), { units });
 * const scenario = resolveScenario(data, { units: { gf128_mul: 'my-mul' } });
 * console.log(evaluate(scenario).verdict.sentence);
 */
export async function withTables(
  { builtin }: Loaded,
  texts: Readonly<Partial<Record<TableName, string>>>,
  name = 'mine',
): Promise<Loaded> {
  const issues: Issue[] = [];
  const files: { file: string; sha256: string }[] = [];
  const own: Parameters<typeof addRows>[1][number][] = [];
  for (const [id, text] of Object.entries(texts)) {
    const { schema } = tableOf(builtin, id);
    const file = `${name}/${schema.file}`;
    const read = readTable(text, schema, file);
    issues.push(...read.issues);
    own.push({ table: id, file, rows: read.rows });
    files.push({ file, sha256: await sha256(text) });
  }
  const added = addRows(builtin.datasets, own);
  issues.push(...added.issues);
  if (issues.length > 0) throw new InputError(issues);
  const user = [...(builtin.user ?? []), { path: name, files, notices: added.notices }];
  // What a user has changed has not been checked with the models.
  return { builtin: { ...builtin, datasets: added.datasets, user }, checked: false };
}
