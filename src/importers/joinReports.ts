import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { Report } from './types.ts';

/** A report with the file that it was read from. */
export interface ReportFile {
  readonly file: string;
  readonly sha256: string;
  readonly report: Report;
}

/** One design as one or several reports state it. */
export interface Design {
  readonly files: readonly ReportFile[];
  /** The report that states resources, or cells that are to be counted. */
  readonly resources?: Report;
  /** The report that states a clock. */
  readonly timing?: Report;
}

/**
 * Joins reports of one design: at most one of them states resources and at most one a clock.
 *
 * @throws InputError where two state the same, or they are of different designs
 */
export function joinReports(files: readonly ReportFile[]): Design {
  const [resources, ...moreResources] = files.filter(
    ({ report }) => report.figures !== undefined || report.netlist !== undefined,
  );
  const [timing, ...moreTiming] = files.filter(({ report }) => report.clock !== undefined);
  const issues: Issue[] = [];
  for (const [what, list] of [
    ['resources', moreResources],
    ['a clock', moreTiming],
  ] as const) {
    for (const { file } of list) {
      issues.push({
        code: 'report-twice',
        message: `a report before this one states ${what} already`,
        expected: 'at most one report of resources and one of timing',
        file,
      });
    }
  }
  const named = files.filter(({ report }) => report.design !== undefined);
  const other = named.find(({ report }) => report.design !== named[0]?.report.design);
  if (other !== undefined) {
    const [one, two] = [named[0]?.report.design, other.report.design].map((name) => quote(name));
    const message = `the reports are of two designs, ${one ?? ''} and ${two ?? ''}`;
    issues.push({ code: 'report-designs', message, file: other.file });
  }
  if (issues.length > 0) throw new InputError(issues);
  return {
    files,
    ...(resources === undefined ? {} : { resources: resources.report }),
    ...(timing === undefined ? {} : { timing: timing.report }),
  };
}
