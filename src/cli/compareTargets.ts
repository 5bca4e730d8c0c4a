import type { Comparison } from '../compare/types.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { REPORT_FORMATS, reportFormat } from '../report/files/reportFiles.ts';
import { checkDirectory } from './output.ts';
import type { Streams } from './streams.ts';
import { checkTargets, writeOne, writeReport, type ReportTarget } from './writeReport.ts';

/** What `--out` of a comparison asks for: files of a report, plain text, and standard output. */
export interface CompareTargets {
  readonly files: readonly ReportTarget[];
  readonly plain: readonly string[];
  /** Times that it goes to standard output. */
  readonly out: number;
}

const PLAIN = '.txt';

/**
 * Checks the names of `--out` before any work is done.
 *
 * @throws InputError for ends without a format, and directories that can not be written
 */
export function compareTargets(names: readonly string[]): CompareTargets {
  const files = names.filter((name) => name !== '-');
  const plain = files.filter((name) => name.toLowerCase().endsWith(PLAIN));
  const others = files.filter((name) => !plain.includes(name));
  const issues: Issue[] = plain.flatMap((name) => checkDirectory(name));
  for (const name of others.filter((other) => reportFormat(other) === undefined)) {
    const message = 'this extension has no format';
    const expected = `one of ${[...REPORT_FORMATS, PLAIN].join(', ')}`;
    issues.push({ code: 'usage', message, expected, received: quote(name) });
  }
  if (issues.length > 0) throw new InputError(issues);
  return { files: checkTargets(others), plain, out: names.length - files.length };
}

/**
 * Writes a comparison to all of its targets, or to standard output where there are none.
 *
 * @param format of standard output
 * @param text renders a format of text
 */
export async function writeComparison(
  result: Comparison,
  targets: CompareTargets,
  format: string,
  text: (format: string) => Promise<string>,
  streams: Streams,
): Promise<void> {
  const { files, plain, out } = targets;
  const nowhere = files.length + plain.length + out === 0;
  for (let i = 0; i < (nowhere ? 1 : out); i++) streams.out(await text(format));
  for (const file of plain) {
    writeOne(file, await text('plain'));
    streams.err(`wrote ${file}\n`);
  }
  if (files.length === 0) return;
  const { comparisonSource } = await import('../report/files/comparisonSource.ts');
  await writeReport(comparisonSource(result), files, streams);
}
