import type { TopLevelSpec } from 'vega-lite';
import type { CostResult } from '../../cost/types.ts';
import { formatNumber } from '../format.ts';
import { moneyText, volumeText } from '../table/costBlocks.ts';
import type { Chart, Layout } from './chart.ts';
import { haloText } from './halo.ts';
import { AXIS_TITLE, CONFIG, INK, titleOf, WIDTH } from './theme.ts';
import { logTicks, tickAxis, type Domain } from './ticks.ts';

const HEIGHT = 260;

/** The model quotes 10^9 instructions; dollars of 10^12 are read more easily. */
const PER_TERA = 1000;

/**
 * Cost of proving by the number of ASICs that share the non-recurring cost, and that of the FPGA.
 *
 * @returns null where the cost of the ASIC is not known
 * @example
 * import { cost, loadBuiltin, resolveScenario } from 'emuprove';
 * import { costVolumeChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin(), { set: { price: 6000 } });
 * const chart = costVolumeChart(cost(scenario));
 * console.log(chart?.title);
 */
export function costVolumeChart(result: CostResult, layout: Layout = 'wide'): Chart | null {
  const { breakEven } = result;
  const curve = breakEven.curve.flatMap(({ volume, cost }) =>
    cost !== null && cost > 0 ? [{ volume, cost: cost * PER_TERA }] : [],
  );
  if (curve.length < 2) return null;
  const fpga = numberOf(breakEven.figures['alternative_cost']?.value);
  const at =
    breakEven.outcome === 'found'
      ? numberOf(breakEven.figures['breakeven_volume']?.value)
      : undefined;
  const title =
    fpga === undefined
      ? 'Cost of an ASIC by its volume; that of the FPGA is not known'
      : volumeText(result).replace(/(, if .*)?\.$/, '');
  return {
    id: 'volume',
    title,
    description:
      'Cost of proving 10^12 instructions by the number of ASICs made, on logarithmic axes: a solid line with circles for the ASIC, a dashed line for the FPGA, and a diamond where they meet.',
    table: {
      columns: [
        { title: 'Volume', unit: '1' },
        { title: 'Cost on an ASIC', unit: 'USD' },
        { title: 'Cost on the FPGA', unit: 'USD' },
      ],
      rows: breakEven.curve.map(({ volume, cost }) => [volume, cost, fpga ?? null]),
    },
    spec: specOf(curve, fpga === undefined ? undefined : fpga * PER_TERA, at, title, layout),
  };
}

function numberOf(value: number | boolean | null | undefined): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}

function specOf(
  curve: readonly { readonly volume: number; readonly cost: number }[],
  fpga: number | undefined,
  at: number | undefined,
  title: string,
  layout: Layout,
): TopLevelSpec {
  const width = WIDTH[layout] - 90;
  const costs = [...curve.map(({ cost }) => cost), ...(fpga === undefined ? [] : [fpga])];
  const domains = {
    x: [curve[0]?.volume ?? 1, curve.at(-1)?.volume ?? 10],
    y: [Math.min(...costs) / 1.6, Math.max(...costs) * 1.6],
  } as const;
  const axis = (
    field: string,
    domain: readonly [number, number],
    text: string,
    size: number,
    most: number,
  ): object => ({
    field,
    type: 'quantitative',
    scale: { type: 'log', domain: [...domain], nice: false },
    axis: {
      title: text,
      ...tickAxis(logTicks([...domain] as unknown as Domain, size, most)),
      ...AXIS_TITLE,
    },
  });
  const x = axis('volume', domains.x, 'ASICs made (logarithmic)', width, 7);
  const y = axis('cost', domains.y, 'USD per 10¹² instructions (logarithmic)', HEIGHT, 6);
  const end = domains.x[1];
  const lines =
    fpga === undefined
      ? []
      : [
          {
            data: { values: [domains.x[0], end].map((volume) => ({ volume, cost: fpga })) },
            mark: { type: 'line', color: INK.blue, strokeDash: [6, 4], strokeWidth: 2 },
            encoding: { x, y },
          },
          ...haloText(
            { align: 'right', dy: -9, fontSize: 12, fontWeight: 'bold', color: INK.blue },
            {
              data: { values: [{ volume: end, cost: fpga, text: `FPGA, ${moneyText(fpga)}` }] },
              encoding: { x, y, text: { field: 'text' } },
            },
          ),
        ];
  const last = curve.at(-1);
  const meets =
    at === undefined || fpga === undefined || at < domains.x[0] || at > end
      ? []
      : [
          {
            data: { values: [{ volume: at, cost: fpga }] },
            mark: {
              type: 'point',
              shape: 'diamond',
              filled: true,
              size: 190,
              opacity: 1,
              color: INK.text,
            },
            encoding: { x, y },
          },
          ...haloText(
            { align: 'left', dx: 10, dy: -14, fontSize: 12, fontWeight: 'bold', color: INK.text },
            {
              data: { values: [{ volume: at, cost: fpga, text: formatNumber(Math.ceil(at)) }] },
              encoding: { x, y, text: { field: 'text' } },
            },
          ),
        ];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width,
    height: HEIGHT,
    config: CONFIG,
    layer: [
      {
        data: { values: curve },
        mark: {
          type: 'line',
          color: INK.orange,
          strokeWidth: 2,
          point: { filled: true, size: 34, color: INK.orange },
        },
        encoding: { x, y },
      },
      ...lines,
      ...haloText(
        { align: 'right', dy: -14, fontSize: 12, fontWeight: 'bold', color: INK.orange },
        {
          data: { values: [{ volume: end, cost: last?.cost ?? 1, text: 'ASIC' }] },
          encoding: { x, y, text: { field: 'text' } },
        },
      ),
      ...meets,
    ],
  } as unknown as TopLevelSpec;
}
