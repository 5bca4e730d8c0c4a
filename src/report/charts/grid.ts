import type { TopLevelSpec } from 'vega-lite';
import type { GridReport, QuantityGridReport } from '../../doubt/types.ts';
import { percentText } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import { ifWeakStudied } from '../weakCore.ts';
import { unitText } from '../unitText.ts';
import type { Measure } from '../measure.ts';
import type { Chart, Layout } from './chart.ts';
import { chartMeasure } from './chartMeasure.ts';
import {
  cellsOf,
  runsOf,
  shareOf,
  type CellGrid,
  type CellSide,
  type Region,
} from './gridCells.ts';
import { ratioColors, type RatioColors } from './gridColors.ts';
import { alsoFailsText, hatchKey, hatchOf } from './gridHatch.ts';
import { legendOf } from './gridLegend.ts';
import { LEVEL_STYLE, lineLabel, regionLabels, type Box } from './gridLabels.ts';
import { fitText } from './fitText.ts';
import { haloText } from './halo.ts';
import { inputTitle } from './inputTitle.ts';
import { AXIS_TITLE, CONFIG, INK, titleOf, WIDTH } from './theme.ts';
import { linearTicks, logTicks, tickAxis, type Tick } from './ticks.ts';
import { capital, isPositive, quoted } from './words.ts';

/** Height of the plot in pixels. */
const HEIGHT: Readonly<Record<Layout, number>> = { wide: 360, narrow: 250 };

/** Names of the regions; the later ones are shorter. */
const REGIONS: Readonly<Record<Region, readonly string[]>> = {
  pass: ['passes'],
  within: ['within the limit, no pass', 'no pass'],
  above: ['fails'],
  none: ['no value'],
};

/** The same of another quantity than the ratio. */
function quantityRegions({ limit }: Measure): typeof REGIONS {
  const pass = limit === undefined ? [] : ['within the limit', 'within'];
  return { ...REGIONS, pass, above: ['above the limit', 'above'] };
}

/** A grid of the ratio, or of another quantity. */
type Report = GridReport | QuantityGridReport;

const BASE_STYLE = { fontSize: 12 } as const;

/**
 * The ratio, or another positive quantity, over two inputs as colours, the line on which it is at its
 * limit, and where the scenario stands. Diagonals hatch where the ratio meets the limit but another test
 * fails.
 *
 * @returns null where it has no value anywhere, and for a quantity that is 0 or less somewhere
 * @example
 * import { grid, loadBuiltin, resolveScenario } from 'emuprove';
 * import { gridChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = gridChart(grid(scenario, { name: 'on_chip_fusion' }, { name: 'unit_busy' }, 9));
 * console.log(chart?.title);
 */
export function gridChart(
  report: GridReport | QuantityGridReport,
  layout: Layout = 'wide',
): Chart | null {
  const measure = chartMeasure(report);
  const { name, limit, text } = measure;
  const grid = cellsOf(report);
  const ratios = grid.rows.flat().flatMap(({ ratio }) => (isPositive(ratio) ? [ratio] : []));
  if (ratios.length === 0 || !isPositive(limit ?? 1)) return null;
  const own = report.kind === 'grid';
  const values = own ? report.ratio : report.values;
  if (!own && values.some((value) => value !== null && value <= 0)) return null;
  const title = `${finding(report, measure, grid)}${ifWeakStudied(report)}`;
  const [x, y] = [report.x, report.y];
  const unknown = grid.rows.flat().length - ratios.length;
  return {
    id: 'grid',
    title,
    description:
      `The ${name} over two inputs as colours: ` +
      (limit === undefined
        ? 'darker is less. '
        : `blue is within the limit of ${text(limit)}, orange above it, darker is further from it. `) +
      (report.isolines.length > 0 ? 'The line is where it is at the limit. ' : '') +
      (shareOf(grid, ['within']) > 0
        ? `Hatched is where the ratio meets the limit but the verdict ${own ? alsoFailsText(report) : ''}. `
        : '') +
      (unknown > 0 ? `Grey is where there is no value (${unknown} cells). ` : '') +
      'The diamond is the scenario as it is; everything else stays as it is.',
    table: {
      columns: [
        { title: inputTitle(x), unit: x.unit },
        { title: inputTitle(y), unit: y.unit },
        { title: own ? 'Ratio' : capital(name), unit: measure.base },
        ...(own ? [{ title: 'Verdict' }] : []),
      ],
      rows: values.map((value, at) => [
        x.nodes[at % x.nodes.length] ?? null,
        y.nodes[Math.floor(at / x.nodes.length)] ?? null,
        value,
        ...(own ? [verdictText(report.passes[at])] : []),
      ]),
    },
    spec: specOf(report, measure, grid, ratioColors(ratios, limit ?? Infinity), title, layout),
  };
}

function verdictText(passes: boolean | null | undefined): string {
  return passes === true ? 'pass' : passes === false ? 'fail' : 'not known';
}

function specOf(
  report: Report,
  measure: Measure,
  grid: CellGrid,
  { thresholds, colors }: RatioColors,
  title: string,
  layout: Layout,
): TopLevelSpec {
  const height = HEIGHT[layout];
  const yTicks = ticksOf(grid.y, Infinity);
  const labels = Math.max(...yTicks.map(({ text }) => textWidth(text, { fontSize: 12 })));
  const width = Math.floor(WIDTH[layout] - labels - 44);
  const at = (side: CellSide, size: number) => (value: number) => {
    const [low = NaN, high = NaN] = [side.edges[0], side.edges.at(-1)];
    return side.log
      ? (size * Math.log(value / low)) / Math.log(high / low)
      : (size * (value - low)) / (high - low);
  };
  const [atX, up] = [at(grid.x, width), at(grid.y, height)];
  const atY = (value: number): number => height - up(value);
  const scaleOf = (side: CellSide): object => ({
    type: side.log ? 'log' : 'linear',
    domain: [side.edges[0], side.edges.at(-1)],
    nice: false,
    ...(side.log ? {} : { zero: false }),
  });
  const step = (ratio: number | null): number | null =>
    ratio === null ? null : thresholds.filter((end) => ratio > end).length;
  const rects = runsOf(grid, ({ ratio }) => step(ratio)).map(({ row, from, to, value }) => ({
    x: grid.x.edges[from],
    x2: grid.x.edges[to],
    y: grid.y.edges[row],
    y2: grid.y.edges[row + 1],
    color: value === null ? -1 : value,
  }));
  const hatches = hatchOf(grid);
  const lines = report.isolines.flatMap(({ points }, line) =>
    points.map(([a, b], order) => ({ x: a / grid.x.scale, y: b / grid.y.scale, line, order })),
  );
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: scaleOf(grid.x),
    axis: {
      title: sideTitle(report.x, grid.x, width + 20),
      ...tickAxis(ticksOf(grid.x, width)),
      ...AXIS_TITLE,
    },
  });
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: scaleOf(grid.y),
    axis: { title: null, ...tickAxis(yTicks) },
  });
  const steps = colors.map((_, i) => i);
  const color = {
    field: 'color',
    type: 'ordinal',
    scale: { domain: [-1, ...steps], range: ['#d8dce1', ...colors] },
    legend: null,
  };
  const path = {
    detail: { field: 'line', type: 'nominal' },
    order: { field: 'order', type: 'quantitative' },
  };
  const base = baseMark(measure, grid, { atX, atY }, width);
  const own = base === undefined ? [] : [base.box, base.point];
  const level = measure.limit === undefined ? undefined : measure.text(measure.limit);
  const label =
    level === undefined
      ? undefined
      : lineLabel(
          level,
          lines.map((point) => [atX(point.x), atY(point.y)]),
          { width, height },
          own,
        );
  const fails = report.kind === 'grid' ? alsoFailsText(report) : undefined;
  const regions =
    report.kind === 'grid'
      ? { ...REGIONS, within: [alsoFailsText(report), ...REGIONS.within] }
      : quantityRegions(measure);
  const placed = regionLabels(
    grid,
    { x: grid.x.edges.map(atX), y: grid.y.edges.map(atY) },
    regions,
    label === undefined ? own : [...own, label.box],
  );
  const key = hatchKey({ line: lines.length === 0 ? undefined : level, fails }, grid, width);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    config: CONFIG,
    spacing: 14,
    vconcat: [
      {
        width,
        height,
        layer: [
          {
            data: { values: rects },
            // Neighbours of one colour would show the page between them.
            mark: { type: 'rect', strokeWidth: 0.6 },
            encoding: {
              x: x('x'),
              x2: { field: 'x2' },
              y: y('y'),
              y2: { field: 'y2' },
              fill: color,
              stroke: color,
            },
          },
          ...(hatches.length === 0
            ? []
            : [
                {
                  data: { values: hatches },
                  mark: { type: 'line', color: INK.muted, strokeWidth: 1 },
                  encoding: { x: x('x'), y: y('y'), ...path },
                },
              ]),
          ...(lines.length === 0
            ? []
            : [
                {
                  data: { values: lines },
                  mark: { type: 'line', color: INK.text, strokeWidth: 2 },
                  encoding: { x: x('x'), y: y('y'), ...path },
                },
              ]),
          ...placed.flatMap(({ text, x: left, y: top }) =>
            haloText(
              { fontSize: 13, fontWeight: 'bold', color: INK.text },
              {
                data: { values: [{}] },
                encoding: { x: { value: left }, y: { value: top }, text: { value: text } },
              },
            ),
          ),
          ...(label === undefined
            ? []
            : haloText(
                { ...LEVEL_STYLE, color: INK.text },
                {
                  data: { values: [{}] },
                  encoding: {
                    x: { value: label.x },
                    y: { value: label.y },
                    text: { value: level },
                  },
                },
              )),
          ...(base === undefined ? [] : base.layers),
          {
            data: { values: [{}] },
            mark: {
              type: 'text',
              align: 'left',
              baseline: 'bottom',
              fontSize: 12,
              color: INK.text,
            },
            encoding: {
              x: { value: -labels - 8 },
              y: { value: -8 },
              text: { value: sideTitle(report.y, grid.y, width + labels, '↑ ') },
            },
          },
        ],
      },
      legendOf({ thresholds, colors }, measure, Math.min(width, 420)),
      ...(key === null ? [] : [key]),
    ],
  } as TopLevelSpec;
}

/** The scenario as it is: a diamond with its value beside it. */
function baseMark(
  { value, text: textOf }: Measure,
  grid: CellGrid,
  { atX, atY }: { atX: (value: number) => number; atY: (value: number) => number },
  width: number,
): { layers: object[]; box: Box; point: Box } | undefined {
  if (grid.x.base === undefined || grid.y.base === undefined) return undefined;
  const [left, top] = [atX(grid.x.base), atY(grid.y.base)];
  const text = `as it is ${textOf(value)}`;
  const size = textWidth(text, BASE_STYLE);
  const room = { right: left + size + 16 < width, left: left - size - 16 > 0 };
  const regionAt = (at: number): Region | undefined => {
    const i = grid.x.edges.findIndex((edge) => atX(edge) > at) - 1;
    const j = grid.y.edges.findIndex((edge) => atY(edge) < top) - 1;
    return grid.rows[j]?.[i]?.region;
  };
  // Rather on the side where it stays in the region that it belongs to.
  const own = regionAt(left);
  const crosses = regionAt(left + size) !== own && regionAt(left - size) === own;
  const right = room.right && !(crosses && room.left);
  const data = { values: [{}] };
  // Near the upper border the text goes below.
  const middle = Math.max(10, top);
  const encoding = { x: { value: left }, y: { value: middle } };
  return {
    box: { x: right ? left + 8 : left - 12 - size, y: middle - 9, width: size + 4, height: 18 },
    point: { x: left - 8, y: top - 8, width: 16, height: 16 },
    layers: [
      ...haloText(
        { align: right ? 'left' : 'right', dx: right ? 11 : -11, ...BASE_STYLE, color: INK.text },
        { data, encoding: { ...encoding, text: { value: text } } },
      ),
      {
        data,
        mark: {
          type: 'point',
          shape: 'diamond',
          filled: true,
          fill: INK.text,
          stroke: 'white',
          strokeWidth: 1.5,
          opacity: 1,
          size: 130,
        },
        encoding: { x: { value: left }, y: { value: top } },
      },
    ],
  };
}

function ticksOf(side: CellSide, width: number): Tick[] {
  const domain = [side.edges[0] ?? NaN, side.edges.at(-1) ?? NaN] as const;
  return side.log ? logTicks(domain, width, 7) : linearTicks(domain, width, 7);
}

/** What an axis is called, with as much of its unit and scale as there is room for. */
function sideTitle(
  input: { name: string; title: string },
  { unit, log }: CellSide,
  width: number,
  before = '',
): string {
  const style = { fontSize: 12 };
  const name = `${before}${inputTitle(input)}`;
  const { text } = unitText(unit, 2);
  const candidates = [
    `${name} (${text === '' ? 'no unit' : text}${log ? ', logarithmic' : ''})`,
    `${name} (${text === '' ? 'no unit' : text})`,
    ...(text === '' ? [name] : []),
  ];
  const fitting = candidates.find((candidate) => textWidth(candidate, style) <= width);
  if (fitting !== undefined) return fitText(fitting, width, style);
  const end = text === '' ? '' : ` (${text})`;
  return `${fitText(name, width - textWidth(end, style), style)}${fitText(end, width / 2, style)}`;
}

function finding(report: Report, { name, limit, text }: Measure, grid: CellGrid): string {
  const ratio = `the ${name}`;
  const [a, b] = [quoted(inputTitle(report.x)), quoted(inputTitle(report.y))];
  if (limit === undefined) {
    const found = grid.rows.flat().flatMap((cell) => cell.ratio ?? []);
    const [least, most] = [Math.min(...found), Math.max(...found)];
    return `${capital(ratio)} is between ${text(least)} and ${text(most)} over what ${a} and ${b} may be`;
  }
  const within = shareOf(grid, ['pass', 'within']);
  const passes = shareOf(grid, ['pass']);
  const known = 1 - shareOf(grid, ['none']);
  const level = text(limit);
  const whole =
    passes === within ? '' : `; the whole verdict is a pass on ${percentText(passes)} of it`;
  if (within === 0) {
    return `${capital(ratio)} is above ${level} whatever ${a} and ${b} are; there is no line of ${level}`;
  }
  if (within === known) {
    return `${capital(ratio)} is within ${level} whatever ${a} and ${b} are; there is no line of ${level}${whole}`;
  }
  return `${capital(ratio)} is within ${level} on ${percentText(within)} of what ${a} and ${b} may be${whole}`;
}
