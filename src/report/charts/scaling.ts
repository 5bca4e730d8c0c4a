import type { TopLevelSpec } from 'vega-lite';
import type { Dossier, ScalingPoint } from '../../dossier/types.ts';
import { formatNumber } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import { ifWeak } from '../weakCore.ts';
import type { Chart, Layout } from './chart.ts';
import { scalingCurves, shareOfLimit, type Curve, type CurveId } from './scalingCurves.ts';
import { scalingFinding } from './scalingFinding.ts';
import { spread } from './spread.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';
import { logTicks, tickAxis, type Domain } from './ticks.ts';
import { powerText } from './words.ts';

/** Pixels of the plot. */
const HEIGHT = 280;

/** What lies further below or above its limit is not drawn. */
const LEAST = 1e-2;
const MOST = 1e3;

/** How a curve looks: by its shape and dash as well as by its colour. */
const LOOKS: Readonly<Record<CurveId, { color: string; shape: string; dash: number[] }>> = {
  ratio: { color: INK.text, shape: 'circle', dash: [] },
  proof_size: { color: INK.blue, shape: 'square', dash: [6, 3] },
  latency: { color: INK.orange, shape: 'triangle-up', dash: [2, 2] },
  verifier_time: { color: '#00735a', shape: 'diamond', dash: [8, 2, 2, 2] },
  memory_fit: { color: '#9a4f7c', shape: 'cross', dash: [4, 4] },
};

const LABEL = { fontSize: 12 } as const;

/**
 * What larger and smaller segments do: the ratio and every other tested quantity as a multiple of its
 * limit, so that one line is the limit of all of them, with the sizes that pass.
 *
 * @returns null where the sizes have no values
 * @example
 * import { loadBuiltin, report, resolveScenario } from 'emuprove';
 * import { scalingChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = scalingChart(await report(scenario, { samples: 4096 }));
 * console.log(chart?.title);
 */
export function scalingChart(
  dossier: Pick<Dossier, 'scaling' | 'evaluation'>,
  layout: Layout = 'wide',
): Chart | null {
  const { scaling } = dossier;
  const curves = scalingCurves(dossier);
  if (scaling === null || scaling.points.length < 2 || curves.length === 0) return null;
  const points = [...scaling.points].sort((a, b) => a.log2Cycles - b.log2Cycles);
  const passing = points.some(({ outcome }) => outcome === 'pass');
  const title = `${scalingFinding(points, curves)}${passing ? ifWeak(dossier.evaluation) : ''}`;
  return {
    id: 'scaling',
    title,
    description:
      'Lines over the size of a segment, each a quantity as a multiple of its own limit on a logarithmic axis: ' +
      `${curves.map(({ name, limitText }) => `${name} (limit ${limitText})`).join(', ')}. ` +
      'What is above the dashed line fails; on the shaded sizes everything passes. ' +
      `The solid vertical line is the scenario's own size. Not drawn: what is less than ${formatNumber(100 * LEAST)} % of its limit, which an arrow down says of a whole line.`,
    table: {
      columns: [
        { title: 'Instructions of a segment', unit: '1' },
        ...curves.map(({ name, unit }) => ({ title: name, unit })),
        { title: 'Verdict' },
      ],
      rows: points.map((point) => [
        point.cycles,
        ...curves.map((curve) => curve.value(point)),
        point.outcome,
      ]),
    },
    spec: specOf(points, scaling.own, curves, title, layout),
  };
}

function specOf(
  points: readonly ScalingPoint[],
  own: number,
  curves: readonly Curve[],
  title: string,
  layout: Layout,
): TopLevelSpec {
  const values = curves.flatMap((curve) =>
    points.flatMap((point) => {
      const share = shareOfLimit(curve, point);
      return share === undefined || share < LEAST || share > MOST
        ? []
        : [{ size: point.log2Cycles, share, curve: curve.id }];
    }),
  );
  const shares = values.map(({ share }) => share);
  const domain: Domain = [Math.min(0.5, ...shares) / 1.3, Math.max(2, ...shares) * 1.3];
  const labels = curves.map(({ id, name, limitText }) => {
    const drawn = values.some(({ curve }) => curve === id);
    return `${drawn ? '' : '↓ '}${name} (limit ${limitText})`;
  });
  const beside =
    layout === 'wide' ? Math.max(...labels.map((text) => textWidth(text, LABEL))) + 20 : 0;
  const width = Math.floor(WIDTH[layout] - (layout === 'wide' ? 76 : 82) - beside);
  const sizes = points.map(({ log2Cycles }) => log2Cycles);
  const [first, last] = [Math.min(...sizes) - 0.5, Math.max(...sizes) + 0.5];
  const up = (share: number): number =>
    HEIGHT * (1 - Math.log(share / domain[0]) / Math.log(domain[1] / domain[0]));
  const every = Math.ceil((32 * sizes.length) / width);
  const x = {
    field: 'size',
    type: 'quantitative',
    scale: { domain: [first, last], nice: false, zero: false },
    axis: {
      title:
        layout === 'wide'
          ? 'instructions of a segment (2²⁰ is a million)'
          : 'instructions of a segment',
      ...tickAxis(
        sizes
          .filter((size, i) => Number.isInteger(size) && i % every === 0)
          .map((value) => ({ value, text: powerText(value) })),
      ),
    },
  };
  const ticks = logTicks(domain, Infinity, 7);
  const y = {
    field: 'share',
    type: 'quantitative',
    scale: { type: 'log', domain: [...domain], nice: false },
    axis: {
      title: 'multiple of its limit (no unit, logarithmic)',
      ...tickAxis(
        ticks.map(({ value, text }) => ({ value, text: value === 1 ? 'limit' : `× ${text}` })),
      ),
    },
  };
  const ids = curves.map(({ id }) => id);
  const encoded = <T>(pick: (id: CurveId) => T): object => ({
    field: 'curve',
    type: 'nominal',
    scale: { domain: ids, range: ids.map(pick) },
    legend: null,
  });
  const color = encoded((id) => LOOKS[id].color);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width,
    height: HEIGHT,
    config: CONFIG,
    data: { values },
    layer: [
      ...passing(points).map(([from, to]) => ({
        data: { values: [{ from: Math.max(first, from), to: Math.min(last, to) }] },
        mark: { type: 'rect', color: '#d7efdc' },
        encoding: {
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          y: { value: 0 },
          y2: { value: HEIGHT },
        },
      })),
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: INK.text, strokeDash: [6, 4], strokeWidth: 1.5 },
        encoding: { y: { datum: 1, type: 'quantitative' } },
      },
      ...(own >= first && own <= last
        ? [
            {
              data: { values: [{ size: own }] },
              mark: { type: 'rule', color: INK.text, strokeWidth: 1.5 },
              encoding: { x },
            },
            {
              data: { values: [{ size: own }] },
              mark: { type: 'text', baseline: 'bottom', y: -5, ...LABEL, color: INK.text },
              encoding: { x, text: { value: `as it is ${powerText(own)}` } },
            },
          ]
        : []),
      {
        mark: { type: 'line', strokeWidth: 2 },
        encoding: { x, y, color, strokeDash: encoded((id) => LOOKS[id].dash) },
      },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 55 },
        encoding: { x, y, color, shape: encoded((id) => LOOKS[id].shape) },
      },
      ...(layout === 'wide'
        ? endLabels(values, curves, labels, up, width)
        : keyLines(curves, labels, width)),
    ],
  } as TopLevelSpec;
}

/** The name of each curve at its right end, none on another. */
function endLabels(
  values: readonly { size: number; share: number; curve: CurveId }[],
  curves: readonly Curve[],
  labels: readonly string[],
  up: (share: number) => number,
  width: number,
): object[] {
  const ends = curves.map(({ id }) => {
    const end = values.filter(({ curve }) => curve === id).at(-1);
    return { at: end === undefined ? HEIGHT : up(end.share), size: 15 };
  });
  const places = spread(ends, 1, [0, HEIGHT]) ?? ends.map(({ at }) => at);
  return curves.map(({ id }, i) => ({
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', ...LABEL, color: LOOKS[id].color },
    encoding: {
      x: { value: width + 6 },
      y: { value: places[i] ?? 0 },
      text: { value: labels[i] },
    },
  }));
}

/** The curves under the plot, where there is no room beside it. */
function keyLines(curves: readonly Curve[], labels: readonly string[], width: number): object[] {
  return curves.flatMap(({ id }, i) => {
    const { color, shape, dash } = LOOKS[id];
    const y = HEIGHT + 52 + 18 * i;
    const data = { values: [{}] };
    return [
      {
        data,
        mark: { type: 'rule', color, strokeWidth: 2, strokeDash: dash },
        encoding: { x: { value: -20 }, x2: { value: Math.min(14, width) }, y: { value: y } },
      },
      {
        data,
        mark: { type: 'point', filled: true, opacity: 1, size: 55, color, shape },
        encoding: { x: { value: -3 }, y: { value: y } },
      },
      {
        data,
        mark: { type: 'text', align: 'left', ...LABEL, color },
        encoding: { x: { value: 22 }, y: { value: y }, text: { value: labels[i] } },
      },
    ];
  });
}

/** Sizes that pass, as ranges that reach half way to those that do not. */
function passing(points: readonly ScalingPoint[]): [number, number][] {
  const ranges: [number, number][] = [];
  points.forEach(({ outcome, log2Cycles }, i) => {
    if (outcome !== 'pass') return;
    const half = (other: ScalingPoint | undefined, side: number): number =>
      other === undefined ? log2Cycles + side / 2 : (log2Cycles + other.log2Cycles) / 2;
    const [from, to] = [half(points[i - 1], -1), half(points[i + 1], 1)];
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === from) last[1] = to;
    else ranges.push([from, to]);
  });
  return ranges;
}
