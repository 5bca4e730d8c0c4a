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
  const x = {
    type: 'quantitative',
    field: 'x',
    ...logAxis(domainOf(xs, (CHARACTER * longest + 2 * GAP) / width), xAxis),
  };
  const y = { type: 'quantitative', field: 'y', ...logAxis(domainOf(ys, 0), yAxis) };
  const scale = (key: 'color' | 'dash'): object => ({
    field: 'series',
    type: 'nominal',
    sort: names,
    legend: null,
    scale: { domain: names, range: names.map((_, i) => lookOf(i)[key]) },
  });
  const ranked = [...points].sort((a, b) => b.y - a.y);
  const named = (values: readonly Point[], dy: number): object[] =>
    haloed(values, { align: 'left', dx: GAP, dy }, { x, y, text: { field: 'series' } });
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
        ...named(ends, 0),
        // Above and below by turns, the highest above, as neighbours are often close.
        ...ranked.flatMap((point, i) => named([point], i % 2 === 0 ? -11 : 13)),
      ],
    },
  );
}
