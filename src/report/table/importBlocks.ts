import type { ImportedReport, ImportResult } from '../../importers/importResult.ts';
import type { Block } from './blocks.ts';

/** An import as a document: what the reports state, and the row that they become. */
export function importBlocks({ reports, table, row }: ImportResult): Block[] {
  return [
    ...reports.flatMap(reportBlocks),
    ...(row === null || table === null
      ? []
      : [
          { kind: 'heading', text: `Row of ${table}` } as const,
          pairs('column', Object.entries(row)),
        ]),
  ];
}

function reportBlocks(report: ImportedReport): Block[] {
  const { file, tool, version, format, figures = {}, clock, cells, area, notes } = report;
  const said: [string, string | number | undefined][] = [
    ['design', report.design],
    ['instance', report.instance],
    ['part', report.part],
    ['family', report.family],
    ['date', report.date],
    ['routed', report.routed ? 'yes' : 'no'],
    ...Object.entries(figures).map(([name, value]): [string, number | undefined] => [
      LABELS[name] ?? name,
      value as number | undefined,
    ]),
    ...(clock === undefined
      ? []
      : [[`clock ${clock.name}`, `${clock.mhz} MHz`] as [string, string]]),
    ['area', area],
  ];
  const known = said.flatMap(([name, value]): [string, string | number][] =>
    value === undefined ? [] : [[name, value]],
  );
  return [
    { kind: 'heading', text: `${file}: ${tool} ${version ?? '(version not stated)'}, ${format}` },
    pairs('what', known),
    ...(cells === undefined ? [] : [pairs('cell', Object.entries(cells))]),
    ...(notes.length === 0 ? [] : [{ kind: 'list', items: [...notes] } as const]),
  ];
}

const LABELS: Readonly<Record<string, string>> = {
  lut: 'LUTs or the like',
  ff: 'flip-flops',
  bram: 'block RAMs',
  bramKbit: 'kbit a block RAM',
  uram: 'UltraRAM blocks',
  dsp: 'DSP blocks',
  dspAvailable: 'DSP blocks there are',
};

function pairs(first: string, rows: readonly (readonly [string, string | number])[]): Block {
  return {
    kind: 'table',
    columns: [{ title: first }, { title: 'value' }],
    rows: rows.map(([name, value]) => [name, String(value)]),
  };
}
