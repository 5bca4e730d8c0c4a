import type { EvaluationResult, Figure } from '../../result/types.ts';

/** Rows as CSV by RFC 4180; numbers are unrounded. */
export function toCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const lines = [columns.map(field).join(',')];
  for (const row of rows) lines.push(columns.map((column) => field(row[column])).join(','));
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

function flat({ name, value, unit, title }: Figure): Record<string, unknown> {
  return { name, value, unit, title };
}

function field(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = String(value as string | number | boolean);
  // A spreadsheet runs text that begins like a formula; a quote in front makes it text.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
