import { writeFileWhole } from '../files/writeFile.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import {
  REPORT_FORMATS,
  reportFiles,
  reportFormat,
  type ReportFormat,
  type ReportSource,
} from '../report/files/reportFiles.ts';
import { checkDirectory, writeFailure } from './output.ts';
import type { Streams } from './streams.ts';

/** Where a part of a report goes; `-` is standard output. */
export interface ReportTarget {
  readonly path: string;
  readonly format: ReportFormat;
}

/**
 * Checks the names of `--out` before any work is done.
 *
 * @throws InputError for ends without a format, and directories that can not be written
 */
export function checkTargets(files: readonly string[]): ReportTarget[] {
  const issues: Issue[] = [];
  const targets = files.flatMap((path): ReportTarget[] => {
    if (path === '-') return [{ path, format: '.html' }];
    const format = reportFormat(path);
    if (format === undefined) {
      const message = 'this extension has no format';
      const expected = `one of ${REPORT_FORMATS.join(', ')}`;
      issues.push({ code: 'usage', message, expected, received: quote(path) });
      return [];
    }
    issues.push(...checkDirectory(path));
    return [{ path, format }];
  });
  if (issues.length > 0) throw new InputError(issues);
  return targets;
}

/**
 * Writes a report to all of its targets.
 *
 * @returns the pages that were written
 */
export async function writeReport(
  source: ReportSource,
  targets: readonly ReportTarget[],
  streams: Streams,
): Promise<string[]> {
  for (const { path, format } of targets) {
    if (path === '-') {
      streams.out(await source.html());
      continue;
    }
    const files = await reportFiles(source, path, format);
    for (const file of files) writeOne(file.path, file.content);
    if (files.length === 0) {
      streams.err(`nothing is known that a chart would show: no ${path}\n`);
      continue;
    }
    const more = files.length > 1 ? ` and ${files.length - 1} more` : '';
    streams.err(`wrote ${files[0]?.path ?? path}${more}\n`);
  }
  return targets.flatMap(({ path, format }) => (path !== '-' && format === '.html' ? [path] : []));
}

/**
 * Writes a file as a whole.
 *
 * @throws InputError with what the file system says
 */
export function writeOne(file: string, content: string | Uint8Array): void {
  try {
    writeFileWhole(file, content);
  } catch (error) {
    throw writeFailure(file, error);
  }
}
