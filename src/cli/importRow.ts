import { loadBuiltin } from '../builtin/load.ts';
import type { Builtin } from '../builtin/builtin.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { checkOptions } from '../importers/checkOptions.ts';
import { importedRow } from '../importers/importedRow.ts';
import { importResult, type ImportResult } from '../importers/importResult.ts';
import { joinReports, type ReportFile } from '../importers/joinReports.ts';
import { readReport } from '../importers/readers.ts';
import type { RowKind, RowRequest } from '../importers/rowRequest.ts';
import { InputError, placed, type Issue } from '../issues/issue.ts';
import { EXIT } from './exitCodes.ts';
import { nextCommands } from './nextCommands.ts';
import { writeOutput } from './output.ts';
import type { Streams } from './streams.ts';
import { holdsData, writeRow } from './writeRow.ts';

/** What a command line says about reports that become a row. */
export interface RowArgs extends Omit<RowRequest, 'as'> {
  /** Format of the first report, or `auto`. */
  readonly from: string;
  readonly files: readonly string[];
  readonly as?: RowKind;
  readonly instance?: string;
  readonly clock?: string;
  readonly datasets?: readonly string[];
  readonly replace: boolean;
  readonly format: string;
  readonly out?: readonly string[];
}

/**
 * Reads reports, prints what they state, and writes the row that they become.
 *
 * @returns the exit code
 * @throws InputError for what is wrong with the reports or the options
 */
export async function importRow(args: RowArgs, streams: Streams): Promise<number> {
  const files = readReports(args);
  const formats = files.map(({ report }) => report.format);
  checkOptions({ ...args }, args.as, formats);
  const design = joinReports(files);
  const directories = args.datasets ?? [];
  const target = directories.at(-1);
  const loaded = directories.filter((directory) => directory !== target || holdsData(directory));
  const { builtin } = await loadBuiltin([...new Set(loaded)]);
  const row =
    args.as === undefined
      ? undefined
      : importedRow(builtin.datasets, design, { ...args, as: args.as });
  const result = importResult(builtin.version, design, row);
  if (row !== undefined && target !== undefined) {
    const file = writeRow(builtin, row, target, args.replace);
    streams.err(`wrote ${file}: ${String(row.cells['id'])}\n`);
  }
  await writeOutput(
    {
      formats: { json: 'json', csv: 'csv', md: 'md', txt: 'plain' },
      render: (format) => render(result, builtin, format, streams),
    },
    args.format,
    args.out ?? [],
    streams,
  );
  if (row !== undefined) {
    for (const line of nextCommands(builtin, row, directories)) streams.err(`${line}\n`);
  }
  return EXIT.ok;
}

/** Every report; the first in the format that was named, the others as they are recognised. */
function readReports({ from, files, instance, clock }: RowArgs): ReportFile[] {
  const issues: Issue[] = [];
  const found = files.flatMap((file, i): ReportFile[] => {
    // Quartus writes in the code page of Windows.
    const source = readTextFile(file, file, 'windows-1252');
    try {
      if (!source.ok) throw new InputError(source.issues);
      const options = {
        ...(instance === undefined ? {} : { instance }),
        ...(clock === undefined ? {} : { clock }),
      };
      const report = readReport(i === 0 ? from : 'auto', source.text, options);
      return [{ file, sha256: source.sha256, report }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...placed(error.issues, { file }));
      return [];
    }
  });
  if (issues.length > 0) throw new InputError(issues);
  return found;
}

async function render(
  result: ImportResult,
  { datasets }: Builtin,
  format: string,
  streams: Streams,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(result, null, 2)}\n`;
  if (format === 'csv') {
    const { toCsv } = await import('../report/table/csv.ts');
    if (result.row !== null && result.table !== null) {
      const { schema } = datasets.get(result.table) ?? {};
      return toCsv(Object.keys(schema?.columns ?? result.row), [result.row]);
    }
    const { importedFigures } = await import('../importers/importedFigures.ts');
    return toCsv(['file', 'what', 'value'], importedFigures(result));
  }
  const { importBlocks } = await import('../report/table/importBlocks.ts');
  const { renderBlocks } = await import('./renderBlocks.ts');
  return renderBlocks(importBlocks(result), format, streams);
}
