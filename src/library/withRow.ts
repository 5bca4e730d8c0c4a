import { addRows } from '../builtin/addRows.ts';
import type { Loaded } from '../builtin/load.ts';
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
 * import { evaluate, importReports, loadBuiltin, resolveScenario, withRow } from 'emuprove';
 *
 * const data = await loadBuiltin();
 * const module = { num_cells: 2000, num_cells_by_type: { LUT6: 2000 } };
 * const text = JSON.stringify({ creator: 'Yosys 0.50', modules: { '\\mul': module } }); // of a file
 * const imported = await importReports(data, [{ file: 'stat.json', text }], {
 *   as: 'unit',
 *   id: 'my-mul',
 *   operation: 'gf128_mul',
 *   per: 1,
 *   family: 'AMD Virtex UltraScale+',
 * });
 * const mine = resolveScenario(withRow(data, imported), { units: { gf128_mul: 'my-mul' } });
 * console.log(evaluate(mine).verdict.sentence);
 */
export function withRow(data: Loaded, { table, row: cells, reports }: ImportResult): Loaded {
  const schema = data.builtin.datasets.get(table ?? '')?.schema;
  if (table === null || schema === undefined || cells === null) {
    const message = 'nothing was imported that could be a row';
    throw new InputError([{ code: 'usage', message, expected: 'what importReports gave' }]);
  }
  const file = reports.map((report) => report.file).join(', ');
  const rows = [{ key: String(cells[schema.key]), line: 1, cells }];
  const { datasets, issues } = addRows(data.builtin.datasets, [{ table, file, rows }]);
  if (issues.length > 0) throw new InputError(issues);
  return { ...data, builtin: { ...data.builtin, datasets } };
}
