import type { TopLevelSpec } from 'vega-lite';
import type { BacktestResult, KindSummary } from '../../backtest/types.ts';
import { factorText } from '../../result/backtestLine.ts';
import type { Chart, Layout } from './chart.ts';
import { label } from './label.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';
import { textWidth } from '../render/textMetrics.ts';

/** Ticks of an axis of ratios, of which those within its range are used. */
const TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10];

/**
 * How far off each kind is and which way: a dot for every test row, and their geometric mean.
 *
 * @returns null without a test row
 * @example
 * import { backtest, loadBuiltin } from 'emuprove';
 * import { backtestErrorChart } from 'emuprove/report';
 *
 * console.log(backtestErrorChart(backtest(await loadBuiltin(), { kind: 'cores_serv' }))?.title);
 */
export function backtestErrorChart(result: BacktestResult, layout: Layout = 'wide'): Chart | null {
  const kinds = result.kinds.filter(({ tests }) => tests > 0);
  if (kinds.length === 0) return null;
  const title = finding(kinds);
  return {
    id: 'error',
    title,
    description:
      'Predicted over published of every test row, by kind, on a logarithmic axis: dots left of the dashed line are predicted too low, dots right of it too high. The upright bar is the geometric mean of the kind.',
    table: {
      columns: [
        { title: 'Kind' },
        { title: 'Test rows', unit: '1' },
        { title: 'Ratio, geometric mean', unit: '1' },
        { title: 'Error, geometric mean', unit: '1' },
        { title: 'Error of nine rows in ten', unit: '1' },
        { title: 'Share in the band', unit: '1' },
      ],
      rows: kinds.map(({ kind, tests, bias, factor, p90, coverage }) => [
        kind,
        tests,
        bias,
        factor,
        p90,
        coverage,
      ]),
    },
    spec: specOf(result, kinds, title, layout),
  };
}

function finding(kinds: readonly KindSummary[]): string {
  const sorted = [...kinds].sort((a, b) => (a.factor ?? 1) - (b.factor ?? 1));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const say = ({ phrase, factor }: KindSummary): string => `${phrase} by ${factorText(factor)}`;
  if (best === undefined || worst === undefined) return '';
  if (best === worst) return `Off on average: ${say(best)}`;
  return `Off on average: ${say(best)}, ${say(worst)}`;
}

function specOf(
  result: BacktestResult,
  kinds: readonly KindSummary[],
  title: string,
  layout: Layout,
): TopLevelSpec {
  const names = kinds.map(({ kind, tests }) => label(`${kind} (${tests})`));
  const nameOf = new Map(kinds.map(({ kind }, i) => [kind, names[i] ?? kind]));
  const dots = result.rows.flatMap(({ kind, status, prediction }) =>
    status === 'test' && prediction !== null
      ? [{ name: nameOf.get(kind), ratio: prediction.ratio, inBand: prediction.inBand }]
      : [],
  );
  const means = kinds.map(({ kind, bias }) => ({ name: nameOf.get(kind), ratio: bias }));
  const most = Math.max(...dots.map(({ ratio }) => Math.abs(Math.log(ratio))));
  const reach = Math.max(2, Math.exp(most) * 1.15);
  const domain = [1 / reach, reach];
  const labels = Math.max(...names.map((name) => textWidth(name, { fontSize: 12 })));
  const x = {
    field: 'ratio',
    type: 'quantitative',
    scale: { type: 'log', domain, nice: false },
    axis: {
      title: 'predicted over published (no unit, logarithmic)',
      values: TICKS.filter((tick) => tick > 1 / reach && tick < reach),
      format: '~g',
    },
  };
  const y = {
    field: 'name',
    type: 'nominal',
    sort: names,
    axis: { title: null, labelLimit: 300, domain: false, ticks: false, labelPadding: 8 },
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width: Math.floor(WIDTH[layout] - labels - 44),
    height: { step: 38 },
    config: CONFIG,
    layer: [
      {
        data: { values: [{ ratio: 1 }] },
        mark: { type: 'rule', color: INK.text, strokeDash: [6, 4], strokeWidth: 1.5 },
        encoding: { x },
      },
      {
        data: { values: dots },
        mark: { type: 'point', filled: true, size: 70, opacity: 0.45, color: INK.blue },
        encoding: { x, y },
      },
      {
        data: { values: means },
        mark: { type: 'tick', orient: 'vertical', thickness: 3, size: 26, color: INK.orange },
        encoding: { x, y },
      },
    ],
  } as TopLevelSpec;
}
