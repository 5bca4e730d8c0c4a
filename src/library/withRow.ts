import type { Loaded } from '../builtin/load.ts';
import { checkRefs } from '../datasets/checkRefs.ts';
import { oneDefault } from '../datasets/oneDefault.ts';
import { overlay } from '../datasets/overlay.ts';
import type { Row } from '../datasets/types.ts';
import type { ImportResult } from '../importers/importResult.ts';
import { InputError } from '../issues/issue.ts';

/**
 * Puts an imported row over the tables, as a directory of one's own does, but without files: a row
 * with the key of another stands in its place. Commands that results state know nothing of it.
 *
 * @param data - what `loadBuiltin` gave, or this function
 * @param imported - what `importReports` gave
 * @returns the data with the row
 * @throws InputError where the row refers to one that is not there
 * @example
 * const mine = withRow(data, importReports(data, reports, request));
 * const { verdict } = evaluate(resolveScenario(mine, { units: { gf128_mul: 'my-mul' } }));
 */
export function withRow(data: Loaded, { table: id, row: cells, reports }: ImportResult): Loaded {
  const table = data.builtin.datasets.get(id ?? '');
  if (table === undefined || cells === null) {
    const message = 'nothing was imported that could be a row';
    throw new InputError([{ code: 'usage', message, expected: 'what importReports gave' }]);
  }
  const file = reports.map((report) => report.file).join(', ');
  const row: Row = { key: String(cells[table.schema.key]), line: 1, cells };
  const over = overlay(table, [row], file).table;
  const merged = table.id === 'units' ? oneDefault(over, file).table : over;
  const datasets = new Map(data.builtin.datasets).set(table.id, merged);
  const issues = checkRefs(datasets);
  if (issues.length > 0) throw new InputError(issues);
  return { ...data, builtin: { ...data.builtin, datasets } };
}
