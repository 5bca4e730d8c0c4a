import type { TopLevelSpec } from 'vega-lite';
import type { MontecarloReport } from '../../doubt/types.ts';
import type { TruthSummary } from '../../studies/montecarlo/types.ts';
import { formatNumber } from '../format.ts';
import { visibleText } from '../visible.ts';
import { ifWeakStudied } from '../weakCore.ts';
import type { Chart, Layout } from './chart.ts';
import { haloText } from './halo.ts';
import { rowsOf } from './rows.ts';
import { AXIS_TITLE, CONFIG, INK, titleOf } from './theme.ts';
import { tickAxis } from './ticks.ts';
import { capital, chanceText, ratioName } from './words.ts';

/** Where the axis has ticks. */
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Pixels for the number to the right of the longest line. */
const ROOM = 66;

/** A truth that is drawn. */
interface Row {
  readonly name: string;
  readonly truth: TruthSummary;
  readonly whole: boolean;
}

/**
 * How likely the whole verdict is a pass, and each of its tests: what to work on if it is not the
 * ratio.
 *
 * @returns null where no probability is known
 * @example
 * import { loadBuiltin, montecarlo, resolveScenario } from 'emuprove';
 * import { testsChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = testsChart(await montecarlo(scenario, { samples: 4096 }));
 * console.log(chart?.title);
 */
export function testsChart(report: MontecarloReport, layout: Layout = 'wide'): Chart | null {
  const all = rowsOfTruths(report);
  const [whole, ...tests] = all;
  if (whole === undefined || tests.length === 0) return null;
  const rows = [whole, ...tests.sort((a, b) => chance(a) - chance(b))];
  const title = `${finding(tests)}${ifWeakStudied(report)}`;
  return {
    id: 'tests',
    title,
    description:
      `The probability of the whole verdict as a diamond, and of each of its tests as a circle, with the ${100 * report.result.confidence} % interval of the ` +
      'estimate as a line; the least likely test first.',
    table: {
      columns: [
        { title: 'Test' },
        { title: 'Probability', unit: '1' },
        { title: 'from', unit: '1' },
        { title: 'to', unit: '1' },
      ],
      rows: rows.map(({ name, truth: { probability } }) => [
        name,
        probability.value,
        probability.low,
        probability.high,
      ]),
    },
    spec: specOf(title, rows, layout),
  };
}

function specOf(title: string, truths: readonly Row[], layout: Layout): TopLevelSpec {
  const rows = rowsOf(truths, layout);
  const values = truths.map(({ truth: { probability }, whole }, i) => ({
    row: rows.keys[i],
    kind: whole ? 'whole' : 'test',
    value: probability.value,
    low: probability.low,
    high: probability.high,
    zero: 0,
    text: chanceText(probability.value),
  }));
  const x = {
    type: 'quantitative',
    scale: { domain: [0, rows.width / (rows.width - ROOM)], nice: false },
    axis: {
      title: 'probability (%)',
      ...tickAxis(TICKS.map((value) => ({ value, text: `${100 * value}` }))),
      ...AXIS_TITLE,
    },
  };
  const encoded = (pick: (whole: boolean) => string): object => ({
    field: 'kind',
    type: 'nominal',
    scale: { domain: ['whole', 'test'], range: [pick(true), pick(false)] },
    legend: null,
  });
  const color = encoded((whole) => (whole ? INK.text : INK.blue));
  const yOffset = rows.offset;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width: rows.width,
    height: rows.height,
    config: CONFIG,
    data: { values },
    layer: [
      {
        mark: { type: 'rule', color: INK.rule, strokeWidth: 3, yOffset },
        encoding: { x: { ...x, field: 'zero' }, x2: { field: 'value' }, y: rows.y },
      },
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: INK.muted, strokeDash: [2, 3] },
        encoding: { x: { ...x, datum: 1 } },
      },
      {
        mark: { type: 'rule', strokeWidth: 2, yOffset },
        encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y: rows.y, color },
      },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 120, yOffset },
        encoding: {
          x: { ...x, field: 'value' },
          y: rows.y,
          color,
          shape: encoded((whole) => (whole ? 'diamond' : 'circle')),
        },
      },
      ...haloText(
        { align: 'left', dx: 10, yOffset, fontSize: 12, fontWeight: 'bold' },
        { encoding: { x: { ...x, field: 'value' }, y: rows.y, text: { field: 'text' } } },
        color,
      ),
      ...rows.names,
    ],
  } as TopLevelSpec;
}

/** The whole verdict, the ratio, and the other tests by what the model calls them. */
function rowsOfTruths(report: MontecarloReport): Row[] {
  const known = report.result.truths.filter(({ probability }) =>
    Number.isFinite(probability.value),
  );
  const whole = known.find(({ name }) => name.startsWith('passes['));
  if (whole === undefined) return [];
  const limit = formatNumber(report.limit);
  return [
    { name: 'Whole verdict', truth: whole, whole: true },
    ...known
      .filter((truth) => truth !== whole)
      .map((truth) => {
        const title = report.outputs.find(({ name }) => name === truth.name)?.title ?? truth.name;
        const name = truth.name.startsWith('reading_passes[')
          ? `${capital(ratioName(report.scenario.reading))} within ${limit}`
          : capital(visibleText(title, 200).replace(/^whether /i, ''));
        return { name, truth, whole: false };
      }),
  ];
}

function chance({ truth }: Row): number {
  return truth.probability.value;
}

function finding(sorted: readonly Row[]): string {
  const [least] = sorted;
  if (least === undefined) return '';
  const fails = sorted.filter((row) => chance(row) < 1);
  if (fails.length === 0) return 'Every test passes in every draw';
  if (chance(least) === 0) return `Fails in every draw: “${least.name}”`;
  const most = `The verdict fails most often on “${least.name}”`;
  const others = sorted.length - fails.length;
  const rest = others > 0 ? `; ${others} of ${sorted.length} pass in every draw` : '';
  return `${most}: in ${chanceText(1 - chance(least))} of draws${rest}`;
}
