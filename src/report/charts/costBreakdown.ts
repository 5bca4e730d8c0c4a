import type { TopLevelSpec } from 'vega-lite';
import type { CostOption, CostResult } from '../../cost/types.ts';
import { percentText } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import { moneyText } from '../table/costBlocks.ts';
import type { Chart, Layout } from './chart.ts';
import { fitText } from './fitText.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';

/** Parts of a cost, in the order of the bar. */
const PARTS = ['purchase', 'electricity', 'rent and host'] as const;

/** Light enough for dark text, dark enough to tell apart; every segment is named as well. */
const COLORS = ['#9ec5e8', '#f2c48d', '#d0d7de'];

interface Bar {
  readonly title: string;
  readonly cost: number;
  readonly shares: readonly number[];
}

/**
 * What the cost of proving is made of, by option.
 *
 * @returns null where no cost is known
 * @example
 * import { cost, loadBuiltin, resolveScenario } from 'emuprove';
 * import { costBreakdownChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin(), { set: { price: 6000 } });
 * const chart = costBreakdownChart(cost(scenario));
 * console.log(chart?.title);
 */
export function costBreakdownChart({ options }: CostResult, layout: Layout = 'wide'): Chart | null {
  const bars = options.flatMap((option) => barOf(option) ?? []);
  const [first] = bars;
  if (first === undefined) return null;
  const title = finding(bars);
  return {
    id: 'breakdown',
    title,
    description:
      'One bar an option, divided into the shares of purchase, electricity, and rent and host share in the cost of proving; each segment is named, and the cost of 10^9 instructions stands in the label.',
    table: {
      columns: [
        { title: 'Option' },
        { title: 'Cost of 10^9 instructions', unit: 'USD' },
        ...PARTS.map((name) => ({ title: `Share of ${name}`, unit: '1' })),
      ],
      rows: options.map((option) => {
        const bar = barOf(option);
        return [option.title, bar?.cost ?? null, ...PARTS.map((_, i) => bar?.shares[i] ?? null)];
      }),
    },
    spec: specOf(bars, title, layout),
  };
}

function barOf({ title, figures }: CostOption): Bar | undefined {
  const number = (name: string): number | undefined => {
    const value = figures[name]?.value;
    return typeof value === 'number' ? value : undefined;
  };
  const cost = number('prove_cost');
  if (cost === undefined || !(cost > 0)) return undefined;
  const [capex, energy] = [number('capex_share'), number('energy_share')];
  // A rent pays for everything: purchase and electricity are inside it.
  const bought = capex !== undefined && energy !== undefined && capex + energy <= cost * (1 + 1e-9);
  const parts = bought ? [capex, energy, Math.max(0, cost - capex - energy)] : [0, 0, cost];
  return { title, cost, shares: parts.map((part) => part / cost) };
}

function finding(bars: readonly Bar[]): string {
  const said = bars.slice(0, 2).map(({ title, shares }) => {
    const most = shares.indexOf(Math.max(...shares));
    return `${percentText(shares[most] ?? 0)} of the cost on ${title} is ${PARTS[most] ?? ''}`;
  });
  return said.join('; ').replace(/^./, (letter) => letter.toUpperCase());
}

function specOf(bars: readonly Bar[], title: string, layout: Layout): TopLevelSpec {
  const most = layout === 'narrow' ? 110 : 250;
  const style = { fontSize: 12 };
  const names = bars.map(({ title: name, cost }) =>
    fitText(`${name}: ${moneyText(cost)}`, most, style),
  );
  const labels = Math.max(...names.map((name) => textWidth(name, style)));
  const width = Math.floor(WIDTH[layout] - labels - 40);
  const values = bars.flatMap(({ shares }, i) =>
    shares.flatMap((share, part) => {
      if (!(share > 0)) return [];
      const from = shares.slice(0, part).reduce((sum, other) => sum + other, 0);
      const text = `${PARTS[part] ?? ''} ${percentText(share)}`;
      const room = share * width - 8;
      const fits = textWidth(text, { fontSize: 11 }) <= room;
      return [
        {
          name: names[i],
          part: PARTS[part],
          from,
          to: from + share,
          middle: from + share / 2,
          text: fits ? text : '',
        },
      ];
    }),
  );
  const y = {
    field: 'name',
    type: 'nominal',
    sort: names,
    axis: { title: null, labelLimit: most + 10, domain: false, ticks: false, labelPadding: 8 },
  };
  const x = {
    field: 'from',
    type: 'quantitative',
    scale: { domain: [0, 1] },
    axis: {
      title: 'share of the cost of proving',
      format: '.0%',
      tickCount: layout === 'narrow' ? 3 : 6,
    },
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width,
    height: { step: 40 },
    config: CONFIG,
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: 24, stroke: INK.muted, strokeWidth: 1 },
        encoding: {
          x,
          x2: { field: 'to' },
          y,
          color: {
            field: 'part',
            type: 'nominal',
            scale: { domain: [...PARTS], range: COLORS },
            legend: { title: null, orient: 'top', symbolType: 'square', labelFontSize: 12 },
          },
        },
      },
      {
        mark: { type: 'text', fontSize: 11, color: INK.text },
        encoding: {
          x: { field: 'middle', type: 'quantitative', scale: { domain: [0, 1] } },
          y,
          text: { field: 'text' },
        },
      },
    ],
  } as unknown as TopLevelSpec;
}
