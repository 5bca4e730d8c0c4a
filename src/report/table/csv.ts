import { csvField } from '../../files/csvField.ts';
import type { EvaluationResult, Figure } from '../../result/types.ts';
import type { Chart } from '../charts/chart.ts';

/** Rows as CSV by RFC 4180; numbers are unrounded. */
export function toCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const lines = [columns.map(csvField).join(',')];
  for (const row of rows) lines.push(columns.map((column) => csvField(row[column])).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** A result as CSV: one line per figure, in base units. */
export function evaluationCsv(result: EvaluationResult): string {
  const { verdict, tests, readings } = result;
  const rows = [
    {
      part: 'verdict',
      name: verdict.reading,
      value: verdict.outcome,
      unit: '',
      title: verdict.sentence,
    },
    ...readings.map((reading) => ({
      part: 'reading',
      name: reading.id,
      value: reading.outcome,
      unit: '',
      title: reading.title,
    })),
    ...tests.map((test) => ({
      part: 'test',
      name: test.id,
      value: test.outcome,
      unit: '',
      title: test.title,
    })),
    ...result.quantities.map((figure) => ({ part: 'quantity', ...flat(figure) })),
  ];
  return toCsv(['part', 'name', 'value', 'unit', 'title'], rows);
}

/** The data behind a chart as CSV; units stand beside the titles. */
export function chartCsv({ table: { columns, rows } }: Chart): string {
  const titles = columns.map(({ title, unit }) =>
    unit === undefined || unit === '1' ? title : `${title} (${unit})`,
  );
  return toCsv(
    titles,
    rows.map((row) => Object.fromEntries(row.map((cell, i) => [titles[i] ?? '', cell]))),
  );
}

function flat({ name, value, unit, title }: Figure): Record<string, unknown> {
  return { name, value, unit, title };
}
