import type { TopLevelSpec } from 'vega-lite';
import type { Layout } from './chart.ts';
import { label } from './label.ts';
import { logAxis, logPosition, type LogAxis } from './logAxis.ts';
import { textWidth } from '../render/textMetrics.ts';
import { AXIS_TITLE, CONFIG, INK, titleOf, WIDTH } from './theme.ts';

/** A row of a dot plot. */
export interface Dot {
  readonly label: string;
  /** Positive. */
  readonly value: number;
  /** What is written beside the dot. */
  readonly text: string;
  /** How the dot looks: its shape as well as its colour. */
  readonly kind: 'plain' | 'marked' | 'derived' | 'good' | 'bad';
}

/** A dot plot on a logarithmic axis with one line to compare with. */
export interface LogDots {
  readonly title: string;
  readonly layout: Layout;
  readonly dots: readonly Dot[];
  readonly line: { readonly value: number; readonly label: string } | undefined;
  readonly axisTitle: string;
  /** d3 format of the axis labels. */
  readonly format: string;
}

const KINDS: Readonly<Record<Dot['kind'], { shape: string; color: string }>> = {
  plain: { shape: 'circle', color: INK.plain },
  marked: { shape: 'diamond', color: INK.limit },
  derived: { shape: 'square', color: INK.blue },
  good: { shape: 'circle', color: INK.pass },
  bad: { shape: 'cross', color: INK.fail },
};

type Side = 'left' | 'right';

const VALUE_STYLE = { fontSize: 12, fontWeight: 'bold' } as const;

/** Keeps text legible that crosses a line: it is drawn twice, first with a broad white outline. */
const HALO = { stroke: 'white', strokeWidth: 8, strokeJoin: 'round' } as const;

/**
 * Numbers of very different size as dots, each with its value written beside it. Dots and not bars,
 * because a logarithmic axis has no zero for a bar to start from; a thin line leads the eye.
 */
export function logDots(plot: LogDots): TopLevelSpec {
  const numbers = plot.dots.map((dot) => dot.value);
  const above = plot.layout === 'narrow';
  const labels = Math.max(...plot.dots.map((dot) => textWidth(label(dot.label), { fontSize: 12 })));
  const width = Math.floor(WIDTH[plot.layout] - (above ? 32 : labels + 44));
  const axis = withRoom(
    logAxis(plot.line === undefined ? numbers : [...numbers, plot.line.value]),
    plot,
    width,
  );
  const rows = plot.dots.map((dot, i) => ({
    // Two rows may have the same name; the number keeps them apart and is not drawn.
    row: `${i}\n${label(dot.label)}`,
    name: label(dot.label),
    side: sideOf(dot, plot, axis, width),
    value: dot.value,
    text: dot.text,
    kind: dot.kind,
    start: axis.domain[0],
  }));
  const kinds = Object.keys(KINDS) as Dot['kind'][];
  const scaleOf = <T>(of: (kind: Dot['kind']) => T): { domain: string[]; range: T[] } => ({
    domain: kinds,
    range: kinds.map(of),
  });
  const y = {
    field: 'row',
    type: 'nominal' as const,
    sort: rows.map((row) => row.row),
    axis: above
      ? null
      : {
          title: null,
          labelExpr: "split(datum.label, '\\n')[1]",
          labelLimit: 300,
          domain: false,
          ticks: false,
          labelPadding: 8,
        },
  };
  const x = {
    field: 'value',
    type: 'quantitative' as const,
    scale: { type: 'log' as const, domain: [...axis.domain], nice: false },
    axis: { title: plot.axisTitle, values: [...axis.values], format: plot.format, ...AXIS_TITLE },
  };
  const color = {
    field: 'kind',
    type: 'nominal' as const,
    scale: scaleOf((kind) => KINDS[kind].color),
    legend: null,
  };
  const text = (side: Side, halo: boolean): object => ({
    transform: [{ filter: { field: 'side', equal: side } }],
    mark: {
      type: 'text',
      align: side === 'left' ? 'right' : 'left',
      dx: side === 'left' ? -11 : 11,
      ...VALUE_STYLE,
      ...(halo ? HALO : {}),
    },
    encoding: { x, y, text: { field: 'text' }, ...(halo ? {} : { color }) },
  });
  const sides = [...new Set(rows.map((row) => row.side))];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(plot.title, plot.layout),
    width,
    height: { step: above ? 46 : 34 },
    config: CONFIG,
    data: { values: rows },
    layer: [
      {
        mark: { type: 'rule', color: INK.rule, strokeWidth: 3 },
        encoding: { x: { ...x, field: 'start' }, x2: { field: 'value' }, y },
      },
      ...(plot.line === undefined ? [] : lineLayers(plot.line, logPosition(axis, plot.line.value))),
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 130 },
        encoding: {
          x,
          y,
          color,
          shape: {
            field: 'kind',
            type: 'nominal',
            scale: scaleOf((kind) => KINDS[kind].shape),
            legend: null,
          },
        },
      },
      ...sides.flatMap((side) => [text(side, true), text(side, false)]),
      ...(above ? [nameLayer(y, true), nameLayer(y, false)] : []),
    ],
  } as TopLevelSpec;
}

/** On which side of its dot a value is written: on the right, unless it would cross the line there. */
function sideOf(dot: Dot, { line }: LogDots, axis: LogAxis, width: number): Side {
  if (line === undefined || dot.value > line.value) return 'right';
  const at = (value: number): number => logPosition(axis, value) * width;
  const crosses = at(dot.value) + 11 + textWidth(dot.text, VALUE_STYLE) > at(line.value);
  // On the left it must not leave the plot.
  return crosses && at(dot.value) > textWidth(dot.text, VALUE_STYLE) + 16 ? 'left' : 'right';
}

/** Extends an axis so far to the right that what is written beside each dot fits in. */
function withRoom(axis: LogAxis, { dots, line }: LogDots, width: number): LogAxis {
  const [low, high] = axis.domain;
  const ends = dots.map((dot) => {
    const text = textWidth(dot.text, VALUE_STYLE) + 16;
    return (logPosition(axis, dot.value) * width) / Math.max(0.2 * width, width - text);
  });
  // Something has to lie beyond the line, or it looks like the end of the axis.
  const beyond = line === undefined ? 1 : logPosition(axis, line.value) + 0.08;
  const end = Math.max(1, beyond, ...ends);
  return { ...axis, domain: [low, low * (high / low) ** end] };
}

/** The name of each row above its line, where there is no room beside it. */
function nameLayer(y: object, halo: boolean): object {
  const style = { type: 'text', align: 'left', dy: -17, fontSize: 12, color: INK.text, x: 0 };
  return {
    mark: halo ? { ...style, ...HALO } : style,
    encoding: { y, text: { field: 'name' } },
  };
}

/** A dashed line across all rows, with its label above it, on the side where there is room. */
function lineLayers(line: { value: number; label: string }, position: number): object[] {
  const align = position > 0.7 ? 'right' : position < 0.3 ? 'left' : 'center';
  const x = { datum: line.value, type: 'quantitative' };
  // Data of their own, or they would be drawn once for every row.
  const data = { values: [{}] };
  return [
    {
      data,
      mark: { type: 'rule', color: INK.text, strokeDash: [6, 4], strokeWidth: 1.5 },
      encoding: { x },
    },
    {
      data,
      mark: { type: 'text', align, baseline: 'bottom', y: -5, fontSize: 12, color: INK.text },
      encoding: { x, text: { value: line.label } },
    },
  ];
}
