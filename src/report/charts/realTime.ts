import type { TopLevelSpec } from 'vega-lite';
import type { RealTime } from '../../dossier/types.ts';
import { formatNumber, quantityText, siText } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import { visibleText } from '../visible.ts';
import type { Chart, Layout } from './chart.ts';
import { fitText } from './fitText.ts';
import { haloText } from './halo.ts';
import { spread } from './spread.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';
import { logTicks, tickAxis, type Domain } from './ticks.ts';
import { isPositive, listText, small } from './words.ts';

/** Pixels of the plot. */
const HEIGHT = 280;

/** Shapes of the guests, in their order. */
const SHAPES = ['circle', 'square', 'diamond', 'triangle-up', 'cross'] as const;

const LABEL = { fontSize: 12 } as const;

const SECONDS = { unit: 's', scale: 1 } as const;

/** A guest that can be drawn. */
interface Guest {
  readonly name: string;
  readonly rate: number;
  readonly devices: number;
}

/**
 * How many devices keep up with a guest, by its rate, with guests that readers know, and how long a
 * proof takes.
 *
 * @returns null where no rate has a number of devices
 * @example
 * import { loadBuiltin, report, resolveScenario } from 'emuprove';
 * import { realTimeChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const { realTime } = await report(scenario, { samples: 4096 });
 * console.log(realTimeChart(realTime)?.title);
 */
export function realTimeChart(realTime: RealTime | null, layout: Layout = 'wide'): Chart | null {
  if (realTime === null) return null;
  const points = realTime.points.filter(
    ({ rate, devicesExact }) => isPositive(rate) && isPositive(devicesExact),
  );
  if (points.length < 2) return null;
  const guests = realTime.marks
    .filter(({ rate, devices }) => isPositive(rate) && isPositive(devices))
    .map(({ title, rate, devices }): Guest => ({ name: visibleText(title, 80), rate, devices }));
  const title = finding(realTime, guests);
  const left = realTime.points.length + realTime.marks.length - points.length - guests.length;
  return {
    id: 'real-time',
    title,
    description:
      'The number of devices that keep up with a guest, by the instructions that it runs per second, both on logarithmic axes. ' +
      `The line is the exact number; marks are whole devices for guests of known rates${guests.length > 0 ? `: ${guests.map(({ name }) => small(name)).join(', ')}` : ''}. ` +
      'Left of where the line crosses one device, a single one is enough. ' +
      latencyText(realTime) +
      (left > 0 ? ` Not drawn: ${left} points without a positive number.` : ''),
    table: {
      columns: [
        { title: 'Guest' },
        { title: 'Rate', unit: 'cycle / s' },
        { title: 'Devices, exactly', unit: '1' },
        { title: 'Whole devices', unit: '1' },
      ],
      rows: [
        ...guests.map(({ name, rate, devices }) => [name, rate, null, devices]),
        ...points.map(({ rate, devicesExact, devices }) => ['', rate, devicesExact, devices]),
      ],
    },
    spec: specOf(points, guests, title, layout),
  };
}

function specOf(
  points: RealTime['points'],
  guests: readonly Guest[],
  title: string,
  layout: Layout,
): TopLevelSpec {
  const rates: Domain = [
    Math.min(...points.map(({ rate }) => rate)),
    Math.max(...points.map(({ rate }) => rate)),
  ];
  const all = [
    ...points.map(({ devicesExact }) => devicesExact),
    ...guests.map(({ devices }) => devices),
  ];
  // Hardly anyone asks for a thousandth of a device.
  const least = Math.max(Math.min(0.5, ...all), 0.1);
  const counts: Domain = [least, Math.max(2, ...all) * 1.2];
  const yTicks = logTicks(counts, Infinity, 7);
  const labels = Math.max(...yTicks.map(({ text }) => textWidth(text, LABEL)));
  const width = Math.floor(WIDTH[layout] - labels - 52);
  const at = (value: number, [low, high]: Domain): number =>
    Math.log(value / low) / Math.log(high / low);
  const x = {
    field: 'rate',
    type: 'quantitative',
    scale: { type: 'log', domain: [...rates], nice: false },
    axis: {
      title:
        layout === 'wide'
          ? 'guest instructions per second (logarithmic)'
          : 'guest instructions per second',
      ...tickAxis(logTicks(rates, width)),
    },
  };
  const y = {
    field: 'devices',
    type: 'quantitative',
    scale: { type: 'log', domain: [...counts], nice: false },
    axis: { title: 'devices (logarithmic)', ...tickAxis(yTicks) },
  };
  const names = guests.map(({ name }, i) => `${i} ${name}`);
  const shapes = guests.map((_, i) => SHAPES[i % SHAPES.length] ?? 'circle');
  const drawn = points.filter(({ devicesExact }) => devicesExact >= least);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width,
    height: HEIGHT,
    config: CONFIG,
    layer: [
      ...(counts[0] < 1
        ? [
            {
              data: { values: [{ devices: 1 }] },
              mark: { type: 'rule', color: INK.muted, strokeDash: [2, 3] },
              encoding: { y },
            },
            {
              data: { values: [{ devices: 1 }] },
              mark: {
                type: 'text',
                align: 'right',
                x: width - 2,
                dy: -7,
                fontSize: 11,
                color: INK.muted,
              },
              encoding: { y, text: { value: 'one device' } },
            },
          ]
        : []),
      {
        data: { values: drawn.map(({ rate, devicesExact }) => ({ rate, devices: devicesExact })) },
        mark: { type: 'line', color: INK.blue, strokeWidth: 2.5 },
        encoding: { x, y },
      },
      ...(guests.length === 0
        ? []
        : [
            {
              data: {
                values: guests.map(({ rate, devices }, i) => ({ rate, devices, guest: names[i] })),
              },
              mark: { type: 'point', filled: true, opacity: 1, size: 130, color: INK.text },
              encoding: {
                x,
                y,
                shape: {
                  field: 'guest',
                  type: 'nominal',
                  scale: { domain: names, range: shapes },
                  legend: null,
                },
              },
            },
          ]),
      ...(layout === 'wide'
        ? sideTexts(
            guests,
            (rate) => at(rate, rates) * width,
            (count) => HEIGHT * (1 - at(count, counts)),
          )
        : keyTexts(guests, shapes, width)),
    ],
  } as TopLevelSpec;
}

/** What the guests are, beside their marks: the line rises, so that it is free above left of them. */
function sideTexts(
  guests: readonly Guest[],
  atX: (rate: number) => number,
  atY: (count: number) => number,
): object[] {
  const texts = guests.map(({ name, rate, devices }) => {
    const lines = [fitText(name, 300, LABEL), `${siText(rate)}/s: ${devicesText(devices)}`];
    const size = Math.max(...lines.map((line) => textWidth(line, LABEL)));
    const before = atX(rate) - 12 - size > 8;
    return {
      lines,
      before,
      x: atX(rate) + (before ? -12 : 12),
      y: atY(devices) + (before ? -12 : 14),
    };
  });
  const places = spread(
    texts.map(({ y }) => ({ at: y, size: 32 })),
    2,
    [-10, HEIGHT + 10],
  );
  return texts.flatMap(({ lines, before, x, y }, i) =>
    haloText(
      {
        align: before ? 'right' : 'left',
        baseline: 'middle',
        dy: -7,
        ...LABEL,
        lineHeight: 15,
        color: INK.text,
      },
      {
        data: { values: [{ lines }] },
        encoding: { x: { value: x }, y: { value: places?.[i] ?? y }, text: { field: 'lines' } },
      },
    ),
  );
}

/** What the guests are, under the plot, where there is no room in it. */
function keyTexts(guests: readonly Guest[], shapes: readonly string[], width: number): object[] {
  return guests.flatMap(({ name, rate, devices }, i) => {
    const y = HEIGHT + 54 + 36 * i;
    const data = { values: [{}] };
    const line = (text: string, below: number): object => ({
      data,
      mark: { type: 'text', align: 'left', ...LABEL, color: INK.text },
      encoding: {
        x: { value: -8 },
        y: { value: y + below },
        text: { value: fitText(text, width, LABEL) },
      },
    });
    return [
      {
        data,
        mark: {
          type: 'point',
          filled: true,
          opacity: 1,
          size: 100,
          color: INK.text,
          shape: shapes[i],
        },
        encoding: { x: { value: -22 }, y: { value: y } },
      },
      line(name, 0),
      line(`${siText(rate)}/s: ${devicesText(devices)}`, 16),
    ];
  });
}

function devicesText(count: number): string {
  const text = count >= 1e6 ? siText(count) : formatNumber(count);
  return `${text} ${count === 1 ? 'device' : 'devices'}`;
}

/** Whether a proof comes in time. */
function latencyText({ latency, latencyLimit, segmentTime }: RealTime): string {
  const own =
    segmentTime === null
      ? ''
      : ` A device works ${quantityText(segmentTime, SECONDS)} on its segment.`;
  if (latency === null) return `How long a proof takes is not known.${own}`;
  return (
    `A proof is there ${quantityText(latency, SECONDS)} after its segment, however many devices there are; ` +
    `the limit is ${quantityText(latencyLimit, SECONDS)}.${own}`
  );
}

function finding({ latency, latencyLimit }: RealTime, guests: readonly Guest[]): string {
  const counts = [...guests]
    .sort((a, b) => a.rate - b.rate)
    .map(({ name, devices }, i) => {
      const count = i === 0 ? devicesText(devices) : devicesText(devices).replace(/ devices?$/, '');
      return `${count} (${small(name)})`;
    });
  const needed =
    counts.length === 0
      ? 'A faster guest takes more devices'
      : `Keeping up takes ${listText(counts)}`;
  if (latency === null) return `${needed}; how late a proof comes is not known`;
  const late = quantityText(latency, SECONDS);
  const limit = quantityText(latencyLimit, SECONDS);
  return latency <= latencyLimit
    ? `${needed}; each proof comes ${late} after its segment, within ${limit}`
    : `${needed}; each proof comes ${late} after its segment, later than ${limit}`;
}
