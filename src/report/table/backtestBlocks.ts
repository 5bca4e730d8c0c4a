import type { BacktestResult, BacktestRow, KindSummary } from '../../backtest/types.ts';
import { ratioText } from '../../backtest/words.ts';
import { factorText } from '../../result/backtestLine.ts';
import { formatNumber, percentText, quantityText } from '../format.ts';
import type { Chart } from '../charts/chart.ts';
import type { Block, Column } from './blocks.ts';
import { chartBlocks } from './chartBlocks.ts';

/** Rows that the overview shows; all of them are in the machine formats, and with a kind. */
const WORST = 10;

/** Reasons that the overview shows of each kind. */
const REASONS = 3;

const LEFT = (title: string): Column => ({ title });
const RIGHT = (title: string): Column => ({ title, align: 'right' });

/** A backtest as a document: how well each kind is predicted, and by which rows. */
export function backtestBlocks(result: BacktestResult): Block[] {
  const { kinds, rows } = result;
  const [only] = kinds.length === 1 ? kinds : [];
  return [
    { kind: 'text', text: headline(result) },
    { kind: 'text', text: READING },
    summaryTable(kinds),
    ...(only === undefined ? overview(result) : kindBlocks(only, rows)),
    {
      kind: 'text',
      text:
        only === undefined
          ? 'All rows of a kind: emuprove backtest KIND; of all kinds: --format csv or json.'
          : 'With sources and notes: --format csv or json.',
    },
  ];
}

/** Every kind with all its rows, for documents. */
export function backtestDocument(
  result: BacktestResult,
  charts: readonly Chart[],
  base: string,
): Block[] {
  return [
    { kind: 'heading', text: 'Backtest' },
    { kind: 'text', text: headline(result) },
    { kind: 'text', text: READING },
    summaryTable(result.kinds),
    ...result.kinds.flatMap((kind) => kindBlocks(kind, result.rows)),
    ...chartBlocks(charts, base),
  ];
}

const READING =
  'Ratio: predicted over published. Error: how far off by a factor, geometric mean, and what nine rows in ten stay within. In band: published values within the predicted 5–95 % band, 90 % where bands are right. Only test rows count: no input of the model was taken from them.';

/** What came of all rows. */
export function headline({ kinds, rows }: BacktestResult): string {
  const count = (status: BacktestRow['status']): number =>
    rows.filter((row) => row.status === status).length;
  const tested = kinds.filter(({ tests }) => tests > 0).length;
  const untested = kinds.filter(({ tests, rows }) => tests === 0 && rows > 0);
  const none =
    untested.length === 0 ? '' : ` (none of ${untested.map(({ kind }) => kind).join(', ')})`;
  const counted = (number: number, one: string, many = `${one}s`): string =>
    `${number} ${number === 1 ? one : many}`;
  return [
    `${counted(rows.length, 'published result')}: ${counted(count('test'), 'test row')} of ${counted(tested, 'kind')}${none}`,
    `${count('calibration')} that ${count('calibration') === 1 ? 'calibrates' : 'calibrate'} the model`,
    counted(count('bound'), 'bound'),
    `${count('not-predicted')} that it can not predict.`,
  ].join(', ');
}

/** One line a kind. */
export function summaryTable(kinds: readonly KindSummary[]): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [
      LEFT('kind'),
      RIGHT('rows'),
      RIGHT('test'),
      RIGHT('calib.'),
      RIGHT('bounds'),
      RIGHT('not'),
      RIGHT('ratio'),
      RIGHT('error'),
      RIGHT('9 in 10'),
      RIGHT('in band'),
      RIGHT('fit'),
    ],
    rows: kinds.map((kind) => [
      kind.kind,
      String(kind.rows),
      String(kind.tests),
      String(kind.calibrations),
      kind.bounds === 0 ? '0' : `${kind.boundsHeld} of ${kind.bounds}`,
      String(kind.notPredicted),
      ratioText(kind.bias),
      factorText(kind.factor),
      factorText(kind.p90),
      kind.coverage === null ? '–' : percentText(kind.coverage),
      factorText(kind.fit),
    ]),
  };
}

function overview({ kinds, rows }: BacktestResult): Block[] {
  const tests = rows.filter(({ status }) => status === 'test').sort((a, b) => size(b) - size(a));
  return [
    { kind: 'heading', text: 'The rows that are furthest off' },
    rowTable(tests.slice(0, WORST), true),
    { kind: 'heading', text: 'What is not predicted, and why' },
    {
      kind: 'list',
      items: kinds.flatMap((kind) => {
        const why = reasons(rows.filter((row) => row.kind === kind.kind));
        if (why.length === 0) return [];
        const shown = why.slice(0, REASONS).map(({ reason, count }) => `${reason} (${count})`);
        const rest = why.slice(REASONS).reduce((sum, { count }) => sum + count, 0);
        const more = rest === 0 ? '' : `; and ${rest} more for other reasons`;
        return [`${kind.kind}: ${shown.join('; ')}${more}.`];
      }),
    },
  ];
}

/** Powers of e that a row is off by. */
function size({ prediction }: BacktestRow): number {
  return prediction === null ? 0 : Math.abs(Math.log(prediction.ratio));
}

function reasons(rows: readonly BacktestRow[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { reason } of rows) {
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

const STATUSES: readonly (readonly [BacktestRow['status'], string])[] = [
  ['test', 'Test rows'],
  [
    'calibration',
    'Rows that inputs of the model were taken from: they show the fit, not the error',
  ],
  ['bound', 'Bounds: more, or less, is possible than was published'],
];

function kindBlocks(kind: KindSummary, rows: readonly BacktestRow[]): Block[] {
  const own = rows.filter((row) => row.kind === kind.kind);
  const missing = own.filter(({ status }) => status === 'not-predicted');
  return [
    { kind: 'heading', text: `${kind.kind}: ${kind.title}` },
    { kind: 'text', text: kind.meaning },
    ...STATUSES.flatMap(([status, title]): Block[] => {
      const found = own.filter((row) => row.status === status);
      if (found.length === 0) return [];
      return [{ kind: 'text', text: `${title}:` }, rowTable(found, false)];
    }),
    ...(missing.length === 0
      ? []
      : [
          { kind: 'text' as const, text: 'Not predicted:' },
          {
            kind: 'table' as const,
            columns: [LEFT('row'), RIGHT('published'), LEFT('why')],
            rows: missing.map((row) => [
              row.id,
              shown(row.published, row.display),
              row.reason ?? '',
            ]),
          },
        ]),
  ];
}

function rowTable(rows: readonly BacktestRow[], withKind: boolean): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [
      ...(withKind ? [LEFT('kind')] : []),
      LEFT('row'),
      RIGHT('predicted'),
      RIGHT('band'),
      RIGHT('published'),
      RIGHT('ratio'),
      LEFT('in band'),
    ],
    rows: rows.map((row) => [...(withKind ? [row.kind] : []), ...cells(row)]),
  };
}

/** What a row says, under the columns of a table of rows. */
export function cells(row: BacktestRow): string[] {
  const { id, prediction, published, display, relation } = row;
  const sign = { equal: '', at_least: '≥ ', at_most: '≤ ' }[relation];
  const scaled = (value: number): string => formatNumber(value / display.scale);
  return [
    id,
    prediction === null ? '–' : scaled(prediction.value),
    prediction === null ? '–' : bandText(prediction.low, prediction.high, scaled),
    `${sign}${shown(published, display)}`,
    ratioText(prediction?.ratio ?? null),
    inBandText(prediction?.inBand ?? null),
  ];
}

function inBandText(inBand: boolean | null): string {
  if (inBand === null) return '–';
  return inBand ? 'yes' : 'no';
}

/** The band of a prediction; one number where nothing is in doubt. */
function bandText(low: number, high: number, scaled: (value: number) => string): string {
  return low === high ? 'no doubt' : `${scaled(low)} – ${scaled(high)}`;
}

function shown(value: number, display: BacktestRow['display']): string {
  return quantityText(value, display);
}
