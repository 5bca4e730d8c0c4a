import type { ImportedReport, ImportResult } from './importResult.ts';

/** What reports state, a figure a row. */
export interface ImportedFigure {
  readonly [column: string]: string | number;
  readonly file: string;
  readonly what: string;
  readonly value: string | number;
}

/** Every figure of every report, by file. */
export function importedFigures({ reports }: ImportResult): ImportedFigure[] {
  return reports.flatMap((report) =>
    figuresOf(report).map(([what, value]) => ({ file: report.file, what, value })),
  );
}

function figuresOf(report: ImportedReport): [string, string | number][] {
  const { figures = {}, clock, cells = {}, area } = report;
  const all: [string, string | number | undefined][] = [
    ['format', report.format],
    ['tool', report.tool],
    ['version', report.version],
    ['design', report.design],
    ['instance', report.instance],
    ['part', report.part],
    ['family', report.family],
    ['date', report.date],
    ['routed', report.routed ? 'yes' : 'no'],
    ...Object.entries(figures as Readonly<Record<string, number>>),
    ['clock', clock?.name],
    ['clock_mhz', clock?.mhz],
    ...Object.entries(cells).map(([type, count]): [string, number] => [`cell ${type}`, count]),
    ['area', area],
  ];
  return all.flatMap(([what, value]) => (value === undefined ? [] : [[what, value]]));
}
