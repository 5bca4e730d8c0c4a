import type { Loaded } from '../builtin/load.ts';
import { sha256 } from '../files/sha256.ts';
import { importedRow } from '../importers/importedRow.ts';
import { importResult, type ImportResult } from '../importers/importResult.ts';
import { joinReports, type ReportFile } from '../importers/joinReports.ts';
import { readReport } from '../importers/readers.ts';
import type { RowRequest } from '../importers/rowRequest.ts';
import type { ReportOptions } from '../importers/types.ts';
import { InputError, placed, type Issue } from '../issues/issue.ts';

/** A report of a synthesis tool. */
export interface ReportText {
  /** Its name, which the source of the row and messages state. */
  readonly file: string;
  readonly text: string;
  /** Id of its format, as `emuprove import --help` lists them; recognised where left out. */
  readonly format?: string;
}

/** What a row is to be, and what of a report is meant. */
export type ImportRequest = RowRequest & ReportOptions;

/**
 * Reads reports of one design, and makes of them the row of a core, a unit or a shell. The same
 * object as `emuprove import --format json`; nothing is written. `withRow` puts the row to use.
 *
 * @param data - what `loadBuiltin` gave: tables that the row refers to
 * @param reports - at most one of resources and one of timing
 * @param request - what the row is to be; numbers in the units of the options of `emuprove import`
 * @throws InputError for what is wrong with the reports or the request, of reports with their file
 * @example
 * import { importReports, loadBuiltin } from 'emuprove';
 *
 * const module = { num_cells: 2000, num_cells_by_type: { LUT6: 2000 } };
 * const text = JSON.stringify({ creator: 'Yosys 0.50', modules: { '\\mul': module } }); // of a file
 * const { row } = await importReports(await loadBuiltin(), [{ file: 'stat.json', text }], {
 *   as: 'unit',
 *   id: 'my-mul',
 *   operation: 'gf128_mul',
 *   per: 1,
 *   family: 'AMD Virtex UltraScale+',
 * });
 * console.log(row?.['lut'], row?.['stage']); // 2000 synthesis
 */
export async function importReports(
  { builtin }: Loaded,
  reports: readonly ReportText[],
  request: ImportRequest,
): Promise<ImportResult> {
  const design = joinReports(await readAll(reports, request));
  return importResult(builtin.version, design, importedRow(builtin.datasets, design, request));
}

async function readAll(
  reports: readonly ReportText[],
  options: ReportOptions,
): Promise<ReportFile[]> {
  const issues: Issue[] = [];
  const files: ReportFile[] = [];
  for (const { file, text, format = 'auto' } of reports) {
    try {
      const report = readReport(format, text, options);
      files.push({ file, sha256: await sha256(text), report });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...placed(error.issues, { file }));
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return files;
}
