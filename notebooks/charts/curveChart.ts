import { CHART_INK, CHART_WIDTH, type Chart } from 'emuprove/report';
import {
  CHARACTER,
  chartOf,
  domainOf,
  GAP,
  haloed,
  logAxis,
  lookOf,
  ruleAt,
  type Said,
} from './parts.ts';
import { placeLabels, type Named } from './placeLabels.ts';

const { muted, text: ink } = CHART_INK;
const HEIGHT = 320;

/** A point of a curve, or one that stands alone and is named. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly series: string;
}

/** Curves and points over two logarithmic axes. */
export function curveChart(
  said: Said & {
    xAxis: string;
    yAxis: string;
    /** Named at their ends. */
    curves?: readonly Point[];
    /** Named each. */
    points?: readonly Point[];
    /** Without a name. */
    others?: readonly Point[];
  },
): Chart {
  const { xAxis, yAxis, curves = [], points = [], others = [], limit } = said;
  const names = [...new Set(curves.map(({ series }) => series))];
  const ends = names.flatMap((name) => curves.findLast(({ series }) => series === name) ?? []);
  const width = CHART_WIDTH.wide - 80;
  const all = [...curves, ...points, ...others];
  const longest = Math.max(0, ...[...ends, ...points].map(({ series }) => series.length));
  const xs = all.map((point) => point.x);
  const ys = [...all.map((point) => point.y), ...(limit === undefined ? [] : [limit.value])];
  const domains = [domainOf(xs, (CHARACTER * longest + 2 * GAP) / width), domainOf(ys, 0)] as const;
  const x = { type: 'quantitative', field: 'x', ...logAxis(domains[0], xAxis) };
  const y = { type: 'quantitative', field: 'y', ...logAxis(domains[1], yAxis) };
  const pixel = ({ x, y, series }: Point): Named => ({
    x: width * shareOf(domains[0], x),
    y: HEIGHT * shareOf(domains[1], y),
    name: series,
  });
  const size = { width, height: HEIGHT };
  const places = placeLabels(points.map(pixel), [...others, ...curves].map(pixel), size);
  const scale = (key: 'color' | 'dash'): object => ({
    field: 'series',
    type: 'nominal',
    sort: names,
    legend: null,
    scale: { domain: names, range: names.map((_, i) => lookOf(i)[key]) },
  });
  const text = { x, y, text: { field: 'series' } };
  return chartOf(
    said,
    [
      ['Series', 'series'],
      [xAxis, 'x'],
      [yAxis, 'y'],
    ],
    all,
    {
      width,
      height: HEIGHT,
      layer: [
        ...ruleAt(limit, 'y', y),
        {
          data: { values: curves },
          mark: { type: 'line', strokeWidth: 2 },
          encoding: { x, y, color: scale('color'), strokeDash: scale('dash') },
        },
        {
          data: { values: others },
          mark: { type: 'point', filled: true, opacity: 0.6, size: 60, color: muted },
          encoding: { x, y },
        },
        {
          data: { values: points },
          mark: {
            type: 'point',
            shape: 'diamond',
            filled: true,
            opacity: 1,
            size: 120,
            color: ink,
          },
          encoding: { x, y },
        },
        ...haloed(ends, { align: 'left', dx: GAP }, text),
        ...points.flatMap((point, i) => haloed([point], { ...places[i] }, text)),
      ],
    },
  );
}

/** How far along an axis a value is, from 0 to 1. */
function shareOf([low, high]: readonly [number, number], value: number): number {
  return Math.log(value / low) / Math.log(high / low);
}
