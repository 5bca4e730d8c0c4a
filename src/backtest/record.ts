import { csvField } from '../files/csvField.ts';
import { factorText } from '../result/backtestLine.ts';
import type { BacktestResult, KindSummary } from './types.ts';
import { ratioText } from './words.ts';

const COLUMNS = [
  'kind',
  'phrase',
  'rows',
  'tests',
  'calibrations',
  'bounds',
  'bounds_held',
  'not_predicted',
  'bias',
  'factor',
  'p90',
  'coverage',
  'stage',
  'rank',
  'source',
] as const;

/** Digits that a change of rounding in another version of Node does not reach. */
const DIGITS = 4;

/** What `datasets/backtest.csv` holds: the summary of every kind, which every report quotes. */
export function recordCsv({ kinds }: BacktestResult): string {
  const rows = kinds.map((summary) => COLUMNS.map((column) => csvField(cellOf(summary, column))));
  return `${[COLUMNS, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}

function cellOf(summary: KindSummary, column: (typeof COLUMNS)[number]): unknown {
  const rounded = (value: number | null): unknown =>
    value === null ? '' : Number(value.toPrecision(DIGITS));
  switch (column) {
    case 'bounds_held':
      return summary.boundsHeld;
    case 'not_predicted':
      return summary.notPredicted;
    case 'bias':
    case 'factor':
    case 'p90':
    case 'coverage':
      return rounded(summary[column]);
    case 'stage':
      return 'analytic';
    case 'rank':
      return 'primary';
    case 'source':
      return 'emuprove backtest on datasets/published';
    default:
      return summary[column];
  }
}

/** The same as a table for a README. */
export function recordMarkdown({ kinds }: BacktestResult): string {
  const head = [
    '| kind | published | test | calibrate | not predicted | ratio | error | 9 in 10 within | in band | fit |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  const rows = kinds.map((kind) =>
    [
      kind.title,
      kind.rows,
      kind.tests,
      kind.calibrations,
      kind.notPredicted,
      ratioText(kind.bias),
      factorText(kind.factor),
      factorText(kind.p90),
      kind.coverage === null ? '–' : `${Math.round(100 * kind.coverage)} %`,
      factorText(kind.fit),
    ].join(' | '),
  );
  return `${[...head, ...rows.map((row) => `| ${row} |`)].join('\n')}\n`;
}
