import type { TopLevelSpec } from 'vega-lite';
import type { BacktestResult, BacktestRow, Prediction } from '../../backtest/types.ts';
import { percentText } from '../format.ts';
import type { Chart, Layout } from './chart.ts';
import { label } from './label.ts';
import { logAxis } from './logAxis.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';

// Shapes that Vega has no name for, as paths in a square from -1 to 1.
const SALTIRE =
  'M-1,-0.6L-0.6,-1L0,-0.4L0.6,-1L1,-0.6L0.4,0L1,0.6L0.6,1L0,0.4L-0.6,1L-1,0.6L-0.4,0Z';
const HOURGLASS = 'M-1,-1L1,-1L0.2,0L1,1L-1,1L-0.2,0Z';

/**
 * Colour and shape of a kind, in the order of the kinds that have something to draw: at least one for
 * each of `datasets/published/kinds.yaml`, as two kinds that look alike can not be told apart.
 */
const MARKS = [
  { color: INK.blue, shape: 'circle' },
  { color: INK.orange, shape: 'square' },
  { color: INK.pass, shape: 'triangle-up' },
  { color: INK.fail, shape: 'diamond' },
  { color: INK.text, shape: 'cross' },
  { color: '#7a3fa0', shape: 'triangle-down' },
  { color: INK.limit, shape: 'triangle-right' },
  { color: INK.muted, shape: 'triangle-left' },
  { color: '#00737f', shape: SALTIRE },
  { color: '#a3195b', shape: HOURGLASS },
] as const;

type Tested = BacktestRow & { readonly prediction: Prediction };

/**
 * Predicted against published, one dot a test row with its band, and the line on which a prediction is
 * right. Every kind is in the unit of its own quantity, so that one pair of axes serves all.
 *
 * @returns null without a test row
 * @example
 * import { backtest, loadBuiltin } from 'emuprove';
 * import { backtestScatterChart } from 'emuprove/report';
 *
 * console.log(backtestScatterChart(backtest(await loadBuiltin(), { kind: 'cores_serv' }))?.title);
 */
export function backtestScatterChart(
  result: BacktestResult,
  layout: Layout = 'wide',
): Chart | null {
  const tests = result.rows.filter(isTested);
  if (tests.length === 0) return null;
  const banded = tests.filter(({ prediction }) => prediction.inBand !== null);
  const inside = banded.filter(({ prediction }) => prediction.inBand === true).length;
  const close = tests.filter(
    ({ prediction: { ratio } }) => Math.abs(Math.log(ratio)) < Math.log(1.25),
  );
  const title = `${close.length} of ${tests.length} published results are predicted to within a quarter${banded.length === 0 ? '' : `, ${percentText(inside / banded.length)} of those with a band lie in it`}`;
  return {
    id: 'predicted',
    title,
    description:
      'A dot for each test row on logarithmic axes, in the unit of its quantity: cores, LUTs, MHz, kB, ms. The vertical line through a dot is its predicted 5–95 % band. Dots on the dashed line are predicted exactly, dots above it too high.',
    table: {
      columns: [
        { title: 'Kind' },
        { title: 'Row' },
        { title: 'Unit' },
        { title: 'Published', unit: '1' },
        { title: 'Predicted', unit: '1' },
        { title: '5 %', unit: '1' },
        { title: '95 %', unit: '1' },
      ],
      rows: tests.map((row) => {
        const { x, y, low, high } = point(row);
        return [row.kind, row.id, row.display.unit, x, y, low, high];
      }),
    },
    spec: specOf(tests, title, layout),
  };
}

function isTested(row: BacktestRow): row is Tested {
  return row.status === 'test' && row.prediction !== null;
}

/** In the unit that the quantity is shown in. */
function point({ published, prediction, display: { scale } }: Tested): {
  x: number;
  y: number;
  low: number;
  high: number;
} {
  const { value, low, high } = prediction;
  return { x: published / scale, y: value / scale, low: low / scale, high: high / scale };
}

function specOf(tests: readonly Tested[], title: string, layout: Layout): TopLevelSpec {
  const points = tests.map((row) => ({ ...point(row), kind: label(row.kind) }));
  const kinds = [...new Set(points.map(({ kind }) => kind))];
  const { domain, values } = logAxis(points.flatMap(({ x, y, low, high }) => [x, y, low, high]));
  const side = layout === 'wide' ? 440 : WIDTH.narrow - 62;
  const axis = { values: [...values], format: ',.12~g' };
  const scale = { type: 'log', domain: [...domain], nice: false } as const;
  const x = {
    field: 'x',
    type: 'quantitative',
    scale,
    axis: { ...axis, title: 'published, in the unit of its kind (logarithmic)' },
  };
  const y = {
    type: 'quantitative',
    scale,
    axis: { ...axis, title: 'predicted, in the same unit (logarithmic)' },
  };
  const mark = (i: number): (typeof MARKS)[number] => MARKS[i % MARKS.length] ?? MARKS[0];
  const color = {
    field: 'kind',
    type: 'nominal',
    scale: { domain: kinds, range: kinds.map((_, i) => mark(i).color) },
    legend: {
      title: null,
      orient: layout === 'wide' ? 'right' : 'bottom',
      columns: layout === 'wide' ? 1 : 2,
      labelFontSize: 12,
      labelColor: INK.text,
      symbolSize: 90,
      symbolOpacity: 1,
    },
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width: side,
    height: side,
    config: CONFIG,
    layer: [
      {
        data: { values: domain.map((end) => ({ x: end, y: end })) },
        mark: { type: 'line', color: INK.text, strokeDash: [6, 4], strokeWidth: 1.5 },
        encoding: { x, y: { ...y, field: 'y' } },
      },
      {
        data: { values: points },
        layer: [
          {
            mark: { type: 'rule', strokeWidth: 1.5, opacity: 0.45 },
            encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
          },
          {
            mark: { type: 'point', filled: true, opacity: 0.85, size: 60 },
            encoding: {
              x,
              y: { ...y, field: 'y' },
              color,
              shape: {
                field: 'kind',
                type: 'nominal',
                scale: { domain: kinds, range: kinds.map((_, i) => mark(i).shape) },
                legend: color.legend,
              },
            },
          },
        ],
      },
    ],
  } as unknown as TopLevelSpec;
}
