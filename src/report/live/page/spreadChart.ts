import { formatNumber } from '../../format.ts';
import type { LiveView } from '../engine/view.ts';
import { drawn, element } from './dom.ts';
import { probabilitySentence } from './verdictPanel.ts';

const HEIGHT = 190;
const MARGIN = { left: 14, right: 14, top: 34, bottom: 40 };
const BARS = 60;

/** The ends of the axis lie beyond all but this share of the draws. */
const LEFT_OUT = 0.002;

/** Room on either side, in powers of ten. */
const ROOM = 0.15;

/** A bar chart of the ratio with the limit, as wide as its place. */
export interface SpreadChart {
  readonly node: HTMLElement;
  /** Draws a view before the report's own. */
  readonly show: (view: LiveView, original: LiveView | undefined) => void;
}

/** Makes the chart. It is drawn again where its place becomes wider or narrower. */
export function spreadChart(): SpreadChart {
  const node = element('div', { class: 'live-chart' });
  let shown: Parameters<SpreadChart['show']> | undefined;
  let width = 0;
  const draw = (): void => {
    if (shown === undefined || width < 50) return;
    node.replaceChildren(...[chart(width, ...shown)].filter((svg) => svg !== undefined));
  };
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry?.contentRect.width ?? 0);
    if (now === width) return;
    width = now;
    draw();
  }).observe(node);
  return {
    node,
    show: (view, original) => {
      // While inputs are drawn again the last bars stay: they are replaced within a moment.
      if (view.spread === undefined && shown !== undefined) return;
      shown = [view, original];
      draw();
    },
  };
}

function chart(
  width: number,
  view: LiveView,
  original: LiveView | undefined,
): SVGElement | undefined {
  const { verdict, spread } = view;
  if (verdict === undefined || verdict.value === null) return undefined;
  const { limit, value } = verdict;
  const before = original?.spread;
  const all = [spread, before].flatMap((known) => known ?? []);
  const ends = [
    limit,
    value,
    original?.verdict?.value ?? value,
    ...all.flatMap(({ ratios }) => [at(ratios, LEFT_OUT), at(ratios, 1 - LEFT_OUT)]),
  ].filter((end) => end > 0);
  const [low, high] = axis(Math.min(...ends), Math.max(...ends), limit);
  const plot = width - MARGIN.left - MARGIN.right;
  const x = (ratio: number): number =>
    MARGIN.left + (plot * (Math.log10(ratio) - low)) / (high - low);
  const [now, then] = [spread, before].map((known) =>
    known ? counts(known.ratios, low, high) : [],
  ) as [number[], number[]];
  const most = Math.max(0, ...now, ...then);
  const floor = HEIGHT - MARGIN.bottom;
  const y = (share: number): number => floor - ((floor - MARGIN.top) * share) / (most || 1);
  const label = `Distribution of the ratio. ${probabilitySentence(view)} Without doubt it is ${formatNumber(value)}; the limit is ${formatNumber(limit)}.`;
  return drawn(
    'svg',
    { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': label },
    ...bars(now, plot, y, x(limit)),
    outline(then, plot, y),
    drawn('line', {
      class: 'axis',
      x1: MARGIN.left,
      x2: width - MARGIN.right,
      y1: floor,
      y2: floor,
    }),
    ...ticks(low, high).flatMap((power) => tick(x(10 ** power), floor, formatNumber(10 ** power))),
    ...limitLine(x(limit), width, floor, formatNumber(limit)),
    marker(original?.verdict?.value, x, floor, 'original'),
    marker(value, x, floor, 'value'),
  );
}

/** Ends of the axis as logarithms, such that no bar has the limit in it. */
function axis(least: number, most: number, limit: number): [number, number] {
  const from = Math.log10(least) - ROOM;
  const width = Math.log10(most) + ROOM - from;
  const bar = width / (BARS - 1);
  const low = Math.log10(limit) - Math.ceil((Math.log10(limit) - from) / bar) * bar;
  return [low, low + bar * BARS];
}

/** The value that a share of sorted ratios lie below. */
function at(ratios: Float64Array, share: number): number {
  return ratios[Math.round(share * (ratios.length - 1))] ?? NaN;
}

/** Share of the draws in each bar. */
function counts(ratios: Float64Array, low: number, high: number): number[] {
  const bins = new Array<number>(BARS).fill(0);
  for (const ratio of ratios) {
    const bin = Math.floor((BARS * (Math.log10(ratio) - low)) / (high - low));
    if (bin >= 0 && bin < BARS) bins[bin] = (bins[bin] ?? 0) + 1 / ratios.length;
  }
  return bins;
}

function bars(
  shares: readonly number[],
  plot: number,
  y: (share: number) => number,
  limit: number,
): SVGElement[] {
  const step = plot / BARS;
  return shares.flatMap((share, i) => {
    if (share === 0) return [];
    const left = MARGIN.left + i * step;
    return drawn('rect', {
      class: left + step / 2 <= limit ? 'passing' : 'failing',
      x: left.toFixed(1),
      y: y(share).toFixed(1),
      width: Math.max(0.5, step - 1).toFixed(1),
      height: (y(0) - y(share)).toFixed(1),
    });
  });
}

/** The report's own distribution, as a line of steps. */
function outline(
  shares: readonly number[],
  plot: number,
  y: (share: number) => number,
): SVGElement | undefined {
  if (shares.length === 0) return undefined;
  const step = plot / BARS;
  const path = shares.map(
    (share, i) => `V${y(share).toFixed(1)}H${(MARGIN.left + (i + 1) * step).toFixed(1)}`,
  );
  return drawn('path', { class: 'before', d: `M${MARGIN.left} ${y(0)}${path.join('')}` });
}

/** Whole powers of ten; halves of them too where there are few. */
function ticks(low: number, high: number): number[] {
  const step = high - low > 6 ? 2 : 1;
  const first = Math.ceil(low / step) * step;
  const powers = Array.from(
    { length: Math.max(0, Math.floor((high - first) / step) + 1) },
    (_, i) => first + i * step,
  );
  // Of less than two powers of ten the threes are marked as well.
  return powers.length > 2
    ? powers
    : [Math.floor(low), ...powers].flatMap((power) =>
        [power, power + Math.log10(3)].filter(
          (tickAt) =>
            tickAt >= low && tickAt <= high && (tickAt !== power || powers.includes(power)),
        ),
      );
}

function tick(x: number, floor: number, text: string): SVGElement[] {
  return [
    drawn('line', { class: 'axis', x1: x, x2: x, y1: floor, y2: floor + 5 }),
    drawn('text', { class: 'tick', x, y: floor + 33, 'text-anchor': 'middle' }, text),
  ];
}

function limitLine(x: number, width: number, floor: number, text: string): SVGElement[] {
  const left = x > width / 2;
  return [
    drawn('line', { class: 'limit', x1: x, x2: x, y1: MARGIN.top - 8, y2: floor }),
    drawn(
      'text',
      {
        class: 'limit',
        x: x + (left ? -6 : 6),
        y: MARGIN.top - 14,
        'text-anchor': left ? 'end' : 'start',
      },
      left ? `passes up to the limit of ${text} ▏` : `▏limit ${text}: fails to the right`,
    ),
  ];
}

/** A triangle below the axis: filled for the value now, hollow for the report's. */
function marker(
  value: number | null | undefined,
  x: (ratio: number) => number,
  floor: number,
  name: string,
): SVGElement | undefined {
  if (value === null || value === undefined || !(value > 0)) return undefined;
  const at = x(value).toFixed(1);
  return drawn('path', { class: `marker ${name}`, d: `M${at} ${floor + 3}l6 11h-12z` });
}
