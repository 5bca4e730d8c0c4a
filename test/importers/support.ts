import { readReport } from '../../src/importers/readers.ts';
import type { Report, ReportOptions } from '../../src/importers/types.ts';
import { formatIssues } from '../../src/issues/format.ts';
import { InputError } from '../../src/issues/issue.ts';

/** Reads a report, or gives the message of what is wrong with it. */
export function outcome(
  text: string,
  options: ReportOptions = {},
  format = 'auto',
): Report | string {
  try {
    return readReport(format, text, options);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return formatIssues(error.issues);
  }
}

/** Reads a report that is sound. */
export function read(text: string, options: ReportOptions = {}, format = 'auto'): Report {
  return readReport(format, text, options);
}

/** The message of what is wrong with a report. */
export function wrong(text: string, options: ReportOptions = {}, format = 'auto'): string {
  const found = outcome(text, options, format);
  if (typeof found === 'string') return found;
  throw new Error(`read without an issue: ${JSON.stringify(found)}`);
}
