import type { TopLevelSpec } from 'vega-lite';
import type { DoubtInput, TornadoReport } from '../../doubt/types.ts';
import type { TornadoRow } from '../../studies/tornado/tornado.ts';
import { formatNumber, quantityText } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import type { Measure } from '../measure.ts';
import type { Chart, Layout } from './chart.ts';
import { axisUnit, chartMeasure } from './chartMeasure.ts';
import { haloText } from './halo.ts';
import { inputTitle } from './inputTitle.ts';
import { markLines } from './markLines.ts';
import { ratioScale } from './ratioScale.ts';
import { rowsOf } from './rows.ts';
import { CONFIG, INK, titleOf } from './theme.ts';
import { capital, isPositive, quoted } from './words.ts';

/** Inputs that get a bar. */
const MOST: Readonly<Record<Layout, number>> = { wide: 12, narrow: 8 };

const END_STYLE = { fontSize: 11 } as const;

/** A row of the study whose three values can be drawn. */
interface Bar {
  readonly row: TornadoRow;
  readonly name: string;
  readonly note: string;
}

/**
 * How far each input alone moves the ratio, or another positive quantity, over its 5–95 % range: bars around the ratio as it is, the
 * widest first, with the limit as a line.
 *
 * @returns null where no input moves it, and for a quantity that is 0 or less for some input
 * @example
 * import { loadBuiltin, resolveScenario, tornado } from 'emuprove';
 * import { tornadoChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = tornadoChart(tornado(scenario));
 * console.log(chart?.title);
 */
export function tornadoChart(report: TornadoReport, layout: Layout = 'wide'): Chart | null {
  const { result } = report;
  const measure = chartMeasure(report);
  const { name, value, limit, text, base } = measure;
  // What may be 0 or less has no place on a logarithmic axis.
  if (result.scale !== 'log10') return null;
  const drawable = result.rows.filter(
    ({ outputAtLow, outputAtHigh }) => isPositive(outputAtLow) && isPositive(outputAtHigh),
  );
  const moving = drawable.filter(({ swing }) => swing > 0);
  if (moving.length === 0 || !isPositive(value) || !isPositive(limit ?? 1)) return null;
  const inputOf = (row: TornadoRow): DoubtInput | undefined =>
    report.inputs.find((input) => input.name === row.input);
  const bars = moving.slice(0, MOST[layout]).map((row): Bar => {
    const input = inputOf(row);
    return { row: shownRow(row, measure), name: nameOf(row, input), note: rangeOf(row, input) };
  });
  const title = finding(report, measure, moving);
  const what = report.of === undefined ? 'Ratio' : capital(name);
  const broken = result.rows.length - drawable.length;
  return {
    id: 'tornado',
    title,
    description:
      `Bars of the ${name} on a logarithmic axis as each input alone goes from the low (hollow) ` +
      'to the high (solid) end of its 5–95 % range, which stands below its name, all others as they are; widest first. ' +
      (limit === undefined
        ? `The line is the value as it is, ${text(value)}.`
        : `The solid line is the value as it is, the dashed one the limit of ${formatNumber(limit)}.`) +
      (moving.length > bars.length ? ` ${moving.length - bars.length} more move it less.` : '') +
      (broken > 0 ? ` ${broken} more have no value at one end, and are not drawn.` : ''),
    table: {
      ranked: true,
      columns: [
        { title: 'Input' },
        { title: 'Low end' },
        { title: 'High end' },
        { title: `${what} at the low end`, unit: base },
        { title: `${what} at the high end`, unit: base },
        ...(limit === undefined ? [] : [{ title: 'Crosses the limit' }]),
      ],
      rows: result.rows.map((row) => {
        const input = inputOf(row);
        return [
          nameOf(row, input),
          valueText(row.low, input),
          valueText(row.high, input),
          finite(row.outputAtLow),
          finite(row.outputAtHigh),
          ...(limit === undefined ? [] : [row.crosses ? 'yes' : 'no']),
        ];
      }),
    },
    spec: specOf(measure, title, bars, layout),
  };
}

function specOf(
  measure: Measure,
  title: string,
  bars: readonly Bar[],
  layout: Layout,
): TopLevelSpec {
  const { limit, value, text } = measure;
  const rows = rowsOf(bars, layout);
  const ends = bars.flatMap(({ row }) => [row.outputAtLow, row.outputAtHigh]);
  const texts = (['left', 'right'] as const).map((side) =>
    endTexts(bars, rows.keys, measure, side),
  );
  const room = texts.map(
    (own) => Math.max(0, ...own.map((end) => textWidth(end.text, END_STYLE))) + 8,
  ) as [number, number];
  const scale = ratioScale([...ends, value], limit, rows.width, room);
  const pieces = bars.flatMap(({ row }, i) => {
    const [low, high] = [
      { row: rows.keys[i], end: 'low', from: value, to: row.outputAtLow },
      { row: rows.keys[i], end: 'high', from: value, to: row.outputAtHigh },
    ];
    const swing = (to: number): number => Math.abs(Math.log(to / value));
    // Where both ends are on one side, the shorter piece lies on the longer one.
    return swing(row.outputAtLow) >= swing(row.outputAtHigh) ? [low, high] : [high, low];
  });
  const x = scale.x(`${capital(measure.name)} (${axisUnit(measure)}, logarithmic)`);
  const fill = {
    field: 'end',
    type: 'nominal',
    scale: { domain: ['low', 'high'], range: ['white', INK.blue] },
    legend: {
      title: null,
      orient: 'bottom',
      direction: 'horizontal',
      symbolType: 'square',
      symbolSize: 150,
      symbolStrokeColor: INK.blue,
      symbolStrokeWidth: 1.5,
      labelFontSize: 12,
      labelLimit: 300,
      offset: 6,
      labelExpr: "datum.label === 'low' ? 'input at its low end' : 'at its high end'",
    },
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width: rows.width,
    height: rows.height,
    config: CONFIG,
    data: { values: pieces },
    layer: [
      {
        mark: {
          type: 'bar',
          height: 13,
          yOffset: rows.offset,
          stroke: INK.blue,
          strokeWidth: 1.5,
        },
        encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, y: rows.y, fill },
      },
      ...markLines(
        [
          ...(limit === undefined
            ? []
            : [{ value: limit, label: `limit ${formatNumber(limit)}`, dashed: true }]),
          { value, label: `as it is ${text(value)}`, dashed: false },
        ],
        scale.at,
        rows.width,
      ),
      ...texts.flatMap((values, side) =>
        haloText(
          {
            align: side === 0 ? 'right' : 'left',
            dx: side === 0 ? -6 : 6,
            yOffset: rows.offset,
            ...END_STYLE,
            color: INK.text,
          },
          {
            data: { values },
            encoding: { x: { ...x, field: 'at' }, y: rows.y, text: { field: 'text' } },
          },
        ),
      ),
      ...rows.names,
    ],
  } as TopLevelSpec;
}

/** The least value of each bar at its left end, and the greatest at its right end. */
function endTexts(
  bars: readonly Bar[],
  keys: readonly string[],
  { value, text }: Measure,
  side: 'left' | 'right',
): { row: string; at: number; text: string }[] {
  return bars.flatMap(({ row }, i) => {
    const ends = [row.outputAtLow, row.outputAtHigh];
    const at = side === 'left' ? Math.min(...ends) : Math.max(...ends);
    // An end that stays where it is has nothing to say.
    const moves = side === 'left' ? at < value * (1 - 1e-3) : at > value * (1 + 1e-3);
    return moves ? [{ row: keys[i] ?? '', at, text: text(at) }] : [];
  });
}

function nameOf(row: TornadoRow, input: DoubtInput | undefined): string {
  return inputTitle(input ?? { name: row.input, title: '' });
}

function valueText(value: number, input: DoubtInput | undefined): string {
  if (!Number.isFinite(value)) return 'not known';
  if (input === undefined) return formatNumber(value);
  return input.labels?.[value] ?? quantityText(value, input.display);
}

/** A row with its outputs in the unit that people read them in. */
function shownRow(row: TornadoRow, { shown }: Measure): TornadoRow {
  const [outputAtLow, outputAtHigh] = [shown(row.outputAtLow), shown(row.outputAtHigh)];
  return { ...row, outputAtLow, outputAtHigh };
}

/** The range of an input, its unit once. */
function rangeOf(row: TornadoRow, input: DoubtInput | undefined): string {
  const [low, high] = [valueText(row.low, input), valueText(row.high, input)];
  const unit = / \D.*$/.exec(high)?.[0] ?? '';
  const short = unit !== '' && low.endsWith(unit) ? low.slice(0, -unit.length) : low;
  return `${short} – ${high}`;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function finding(
  { inputs }: TornadoReport,
  { name: ratio, limit, value, text, shown }: Measure,
  moving: readonly TornadoRow[],
): string {
  const name = (row: TornadoRow | undefined): string =>
    row === undefined
      ? ''
      : quoted(
          nameOf(
            row,
            inputs.find((input) => input.name === row.input),
          ),
        );
  const [first] = moving;
  if (limit === undefined) {
    const ends = [first?.outputAtLow ?? NaN, first?.outputAtHigh ?? NaN].map(shown);
    const [least, most] = [Math.min(value, ...ends), Math.max(value, ...ends)];
    return `${name(first)} moves the ${ratio} most, between ${text(least)} and ${text(most)}`;
  }
  const crossing = moving.filter(({ crosses }) => crosses);
  const across = value <= limit ? `over ${formatNumber(limit)}` : `down to ${formatNumber(limit)}`;
  const verb = value <= limit ? 'takes it' : 'brings it';
  if (crossing.length === 0) {
    return `${name(first)} moves the ${ratio} most; no input alone ${verb} ${across}`;
  }
  const can = `${value <= limit ? 'take' : 'bring'} the ${ratio} ${across}`;
  if (crossing.length === 1) return `One input alone can ${can}: ${name(crossing[0])}`;
  return `Each of ${crossing.length} inputs alone can ${can}; the strongest is ${name(crossing[0])}`;
}
