import type { TopLevelSpec } from 'vega-lite';
import type { MontecarloReport } from '../../doubt/types.ts';
import type { OutputSummary, TruthSummary } from '../../studies/montecarlo/types.ts';
import { formatNumber } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import { ifWeakStudied } from '../weakCore.ts';
import type { Chart, Layout } from './chart.ts';
import { haloText } from './halo.ts';
import { histogramBars, type HistogramBar } from './histogramBars.ts';
import { markLines } from './markLines.ts';
import { ratioScale } from './ratioScale.ts';
import { spread } from './spread.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';
import { linearTicks, tickAxis } from './ticks.ts';
import { capital, chanceText, isPositive, ratioName, ratioText } from './words.ts';

/** Quantiles that are marked: the middle, half of all draws, and nine in ten. */
const [P05, P25, MEDIAN, P75, P95] = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Pixels of the plot: the bars, and under them the strip of quantiles. */
const HEIGHT = 250;
const STRIP = 58;

const SIDES = {
  within: { word: 'within', color: INK.pass, align: 'right', dx: -7 },
  above: { word: 'above', color: INK.fail, align: 'left', dx: 7 },
} as const;

const SIDE_STYLE = { fontSize: 12, fontWeight: 'bold' } as const;

/**
 * How the ratio is distributed: a histogram on a logarithmic axis, which is a histogram of its
 * logarithm, with the limit, and its quantiles under it.
 *
 * @returns null where there is nothing positive to draw
 * @example
 * import { loadBuiltin, montecarlo, resolveScenario } from 'emuprove';
 * import { distributionChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = distributionChart(await montecarlo(scenario, { samples: 4096 }));
 * console.log(chart?.title);
 */
export function distributionChart(report: MontecarloReport, layout: Layout = 'wide'): Chart | null {
  const { result, limit } = report;
  const [ratio] = result.outputs;
  if (ratio === undefined || !isPositive(limit)) return null;
  const bars = histogramBars(ratio.histogram, limit, ratio.rows);
  if (bars.length === 0) return null;
  const title = finding(report);
  const drawn = bars.reduce((sum, { count }) => sum + count, 0);
  const beyond = ratio.rows - drawn;
  return {
    id: 'distribution',
    title,
    description:
      `Histogram of the ${ratioName(report.scenario.reading)} in ${formatNumber(ratio.rows)} draws, on a logarithmic axis: solid bars are ` +
      `within the limit of ${formatNumber(limit)}, the dashed line; hollow ones are above it. Under the bars the median as a dot, ` +
      'half of all draws as a thick line and nine in ten as a thin one.' +
      (beyond > 0 ? ` ${formatNumber(beyond)} draws lie beyond the ends.` : '') +
      (ratio.notFinite > 0
        ? ` ${formatNumber(ratio.notFinite)} draws had no value and count in nothing.`
        : ''),
    table: {
      columns: [
        { title: 'From', unit: '1' },
        { title: 'To', unit: '1' },
        { title: 'Share of draws', unit: '1' },
      ],
      rows: bars.map(({ from, to, share }) => [from, to, share]),
    },
    spec: specOf(report, ratio, bars, title, layout),
  };
}

function specOf(
  { limit, scenario, result }: MontecarloReport,
  ratio: OutputSummary,
  bars: readonly HistogramBar[],
  title: string,
  layout: Layout,
): TopLevelSpec {
  const width = WIDTH[layout] - (layout === 'wide' ? 80 : 62);
  const quantile = (p: number): number | undefined => {
    const value = ratio.quantiles.find(({ probability }) => probability === p)?.value;
    return isPositive(value) ? value : undefined;
  };
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const scale = ratioScale(ends, limit, width, sideRoom(bars, limit));
  const [from, to] = scale.domain.map((end, i) =>
    Math[i === 0 ? 'max' : 'min'](end, ends.at(-i) ?? end),
  );
  const x = scale.x(`${capital(ratioName(scenario.reading))} (no unit, logarithmic)`);
  const highest = Math.max(...bars.map(({ density }) => density));
  const top = highest * 1.22;
  const bottom = (-top * STRIP) / (HEIGHT - STRIP);
  const ticks = linearTicks([0, highest], Infinity, 4).filter(({ value }) => value >= 0);
  const y = {
    field: 'density',
    type: 'quantitative',
    scale: { domain: [bottom, top], nice: false, zero: false },
    axis: {
      title: 'share of draws per bar (%)',
      ...tickAxis(
        ticks.map(({ value }) => ({ value, text: `${Number((100 * value).toPrecision(6))}` })),
      ),
      domain: false,
      titleAnchor: 'end',
      titleAlign: 'right',
    },
  };
  const strip = HEIGHT - STRIP + 16;
  const line = (
    low: number | undefined,
    high: number | undefined,
    strokeWidth: number,
  ): object[] =>
    low === undefined || high === undefined
      ? []
      : [
          {
            data: { values: [{ low, high }] },
            mark: { type: 'rule', color: INK.text, strokeWidth },
            encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y: { value: strip } },
          },
        ];
  const median = quantile(MEDIAN);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width,
    height: HEIGHT,
    config: CONFIG,
    data: {
      values: bars.map(({ from: left, to: right, side, density }) => ({
        from: left,
        to: right,
        side,
        density,
        zero: 0,
      })),
    },
    layer: [
      {
        mark: { type: 'rect', strokeWidth: 1 },
        encoding: {
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          y,
          y2: { field: 'zero' },
          fill: {
            field: 'side',
            type: 'nominal',
            scale: { domain: ['within', 'above'], range: [INK.pass, 'white'] },
            legend: null,
          },
          stroke: {
            field: 'side',
            type: 'nominal',
            scale: { domain: ['within', 'above'], range: ['white', INK.fail] },
            legend: null,
          },
        },
      },
      {
        data: { values: [{ from, to }] },
        mark: { type: 'rule', color: INK.muted },
        encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, y: { value: HEIGHT - STRIP } },
      },
      ...line(quantile(P05), quantile(P95), 1.5),
      ...line(quantile(P25), quantile(P75), 5),
      ...(median === undefined
        ? []
        : [
            {
              data: { values: [{ median }] },
              mark: {
                type: 'point',
                filled: true,
                fill: 'white',
                stroke: INK.text,
                strokeWidth: 2,
                opacity: 1,
                size: 90,
              },
              encoding: { x: { ...x, field: 'median' }, y: { value: strip } },
            },
          ]),
      ...markLines(
        [{ value: limit, label: `limit ${formatNumber(limit)}`, dashed: true }],
        scale.at,
        width,
      ),
      ...quantileLabels(
        [
          [P05, quantile(P05)],
          [MEDIAN, median],
          [P95, quantile(P95)],
        ],
        scale.at,
        width,
        strip,
      ),
      ...sideLabels(result.truths, limit, scale.at, width),
    ],
  } as TopLevelSpec;
}

/** Pixels that the words on both sides of the limit need beyond the bars. */
function sideRoom(bars: readonly HistogramBar[], limit: number): [number, number] {
  const needed = (word: string): number => textWidth(`> 99.9 % ${word}`, SIDE_STYLE);
  const [low, high] = [
    Math.min(...bars.map(({ from }) => from)),
    Math.max(...bars.map(({ to }) => to)),
  ];
  // Where the limit lies within the bars there is room on one side at least.
  return [limit < low ? needed('within') : 8, limit > high ? 8 : needed('above') / 2];
}

/** What of the draws is on which side, beside the limit. */
function sideLabels(
  truths: readonly TruthSummary[],
  limit: number,
  at: (value: number) => number,
  width: number,
): object[] {
  const probability = ratioTruth(truths)?.probability.value;
  const position = at(limit);
  if (probability === undefined || !Number.isFinite(probability)) return [];
  return (['within', 'above'] as const).flatMap((side): object[] => {
    const { word, color, align, dx } = SIDES[side];
    const text = `${chanceText(side === 'within' ? probability : 1 - probability)} ${word}`;
    const room = side === 'within' ? position : width - position;
    const inside = position >= 0 && position <= width;
    if (!inside || textWidth(text, SIDE_STYLE) + 8 > room + 10) return [];
    return haloText(
      { align, dx, ...SIDE_STYLE, color },
      {
        data: { values: [{}] },
        encoding: {
          x: { datum: limit, type: 'quantitative' },
          y: { value: 12 },
          text: { value: text },
        },
      },
    );
  });
}

/** Quantiles under the strip, in two lines each, none on another. */
function quantileLabels(
  quantiles: readonly (readonly [number, number | undefined])[],
  at: (value: number) => number,
  width: number,
  strip: number,
): object[] {
  const labels = quantiles.flatMap(([p, value]) => {
    if (value === undefined) return [];
    const lines = [
      p === MEDIAN ? 'median' : `${Number((100 * p).toPrecision(3))} %`,
      ratioText(value),
    ];
    const size = Math.max(...lines.map((line) => textWidth(line)));
    return [{ lines, size, at: Math.max(0, Math.min(width, at(value))) }];
  });
  const places = spread(labels, 8, [-8, width + 8]);
  if (places === null) return [];
  return labels.flatMap(({ lines }, i) =>
    haloText(
      { fontSize: 11, lineHeight: 13, baseline: 'top', color: INK.text },
      {
        data: { values: [{ lines }] },
        encoding: {
          x: { value: places[i] ?? 0 },
          y: { value: strip + 9 },
          text: { field: 'lines' },
        },
      },
    ),
  );
}

function ratioTruth(truths: readonly TruthSummary[]): TruthSummary | undefined {
  return truths.find(({ name }) => name.startsWith('reading_passes['));
}

function finding(report: MontecarloReport): string {
  const { result, limit, scenario } = report;
  const ratio = ratioTruth(result.truths)?.probability.value ?? NaN;
  const verdict =
    result.truths.find(({ name }) => name.startsWith('passes['))?.probability.value ?? NaN;
  const what = `the ${ratioName(scenario.reading)}`;
  const all = formatNumber(limit);
  const within =
    ratio === 1
      ? `${capital(what)} is within ${all} in every draw`
      : ratio === 0
        ? `${capital(what)} is above ${all} in every draw`
        : `${capital(what)} is within ${all} with a probability of ${chanceText(ratio)}`;
  const whole = `the whole verdict is a pass with ${chanceText(verdict)}${ifWeakStudied(report)}`;
  return Number.isFinite(ratio) ? `${within}; ${whole}` : capital(whole);
}
