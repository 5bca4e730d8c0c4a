import type { TopLevelSpec } from 'vega-lite';
import type { CostResult } from '../../cost/types.ts';
import { quantityText } from '../format.ts';
import type { Chart, Layout } from './chart.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';
import { logTicks, tickAxis, type Domain } from './ticks.ts';

const HEIGHT = 280;

/** One look an option, in their order; shape says the same as colour. */
const LOOKS = [
  { color: INK.blue, shape: 'circle' },
  { color: INK.orange, shape: 'diamond' },
  { color: '#6b4fa0', shape: 'square' },
  { color: INK.pass, shape: 'triangle-up' },
  { color: INK.fail, shape: 'cross' },
  { color: INK.muted, shape: 'triangle-down' },
] as const;

interface Point {
  readonly option: string;
  readonly rate: number;
  readonly power: number;
}

/**
 * Power by the rate that is proved in real time, option by option, in whole devices.
 *
 * @returns null where no power is known
 * @example
 * import { cost, loadBuiltin, resolveScenario } from 'emuprove';
 * import { costPowerChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin(), { set: { price: 6000 } });
 * const chart = costPowerChart(cost(scenario));
 * console.log(chart?.title);
 */
export function costPowerChart(result: CostResult, layout: Layout = 'wide'): Chart | null {
  const points = result.options.flatMap(({ title, targets }) =>
    result.targets.flatMap(({ id, rate }): Point[] => {
      const power = targets[id]?.['target_power']?.value;
      return rate !== null && rate > 0 && typeof power === 'number' && power > 0
        ? [{ option: title, rate, power: power / 1000 }]
        : [];
    }),
  );
  if (points.length < 2) return null;
  const title = finding(result);
  return {
    id: 'power',
    title,
    description:
      'Power of as many whole devices as keep up with a guest, by the rate of the guest, on logarithmic axes. Each option has a shape and a colour of its own; its points are one soft core, a block per Ethereum slot, and 3 GHz.',
    table: {
      columns: [
        { title: 'Target' },
        { title: 'Rate', unit: 'cycle/s' },
        ...result.options.map(({ title: name }) => ({ title: name, unit: 'J/s' })),
      ],
      rows: result.targets.map(({ id, title: name, rate }) => [
        name,
        rate,
        ...result.options.map(({ targets }) => {
          const value = targets[id]?.['target_power']?.value;
          return typeof value === 'number' ? value : null;
        }),
      ]),
    },
    spec: specOf(points, title, layout),
  };
}

function finding({ options, targets }: CostResult): string {
  const last = targets.find(({ id }) => id === 'reference');
  const said = options.slice(0, 2).flatMap(({ title, targets: own }) => {
    const figure = own['reference']?.['target_power'];
    return typeof figure?.value === 'number'
      ? [`${quantityText(figure.value, figure.display)} on ${title}`]
      : [];
  });
  if (last === undefined || said.length === 0)
    return 'Power by the rate that is proved in real time';
  return `To prove ${last.title} in real time takes ${said.join(' and ')}`;
}

function specOf(points: readonly Point[], title: string, layout: Layout): TopLevelSpec {
  const width = WIDTH[layout] - 80;
  const span = (numbers: readonly number[]): Domain => [
    Math.min(...numbers) / 1.8,
    Math.max(...numbers) * 1.8,
  ];
  const [xs, ys] = [span(points.map(({ rate }) => rate)), span(points.map(({ power }) => power))];
  const axis = (field: string, domain: Domain, text: string, size: number): object => ({
    field,
    type: 'quantitative',
    scale: { type: 'log', domain: [...domain], nice: false },
    axis: { title: text, ...tickAxis(logTicks(domain, size, 6)) },
  });
  const options = [...new Set(points.map(({ option }) => option))];
  const looks = options.map((_, i) => LOOKS[i % LOOKS.length] ?? LOOKS[0]);
  const legend = {
    title: null,
    orient: 'bottom',
    direction: 'vertical',
    columns: layout === 'narrow' ? 1 : 2,
    labelLimit: 300,
    labelFontSize: 12,
  };
  const encoding = {
    x: axis('rate', xs, 'instructions per second of the guest (logarithmic)', width),
    y: axis('power', ys, 'kW (logarithmic)', HEIGHT),
    color: {
      field: 'option',
      type: 'nominal',
      sort: options,
      scale: { domain: options, range: looks.map(({ color }) => color) },
      legend,
    },
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width,
    height: HEIGHT,
    config: CONFIG,
    data: { values: points },
    layer: [
      { mark: { type: 'line', strokeWidth: 1.5 }, encoding },
      {
        mark: { type: 'point', filled: true, size: 90, opacity: 1 },
        encoding: {
          ...encoding,
          shape: {
            field: 'option',
            type: 'nominal',
            sort: options,
            scale: { domain: options, range: looks.map(({ shape }) => shape) },
            legend,
          },
        },
      },
    ],
  } as unknown as TopLevelSpec;
}
