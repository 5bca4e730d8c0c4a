import type { TopLevelSpec } from 'vega-lite';
import type { CostResult, NodePoint } from '../../cost/types.ts';
import { elementText, formatNumber } from '../format.ts';
import type { Chart, Layout } from './chart.ts';
import { haloText } from './halo.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';
import { logTicks, tickAxis, type Domain } from './ticks.ts';

const HEIGHT = 260;

type Known = NodePoint & { readonly overhead: number };

/**
 * Overhead of the ASIC by its process, beside that of the FPGA and the limit of the criterion.
 *
 * @returns null where no process has a known overhead
 * @example
 * import { cost, loadBuiltin, resolveScenario } from 'emuprove';
 * import { costNodesChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin(), { set: { price: 6000 } });
 * const chart = costNodesChart(cost(scenario));
 * console.log(chart?.title);
 */
export function costNodesChart(result: CostResult, layout: Layout = 'wide'): Chart | null {
  const points = result.nodes.filter((point): point is Known => (point.overhead ?? 0) > 0);
  if (points.length < 2) return null;
  const value = result.options.find(({ kind }) => kind === 'fpga')?.figures['overhead']?.value;
  const fpga = typeof value === 'number' && value > 0 ? value : undefined;
  const title = finding(points);
  return {
    id: 'nodes',
    title,
    description:
      'Hardware overhead (native rate over proved rate of the same chip) by process, on a logarithmic axis: a dot for each process, a dashed line for the FPGA, and a dotted one for the limit. The die, its memory and its host link stay as they are: what they allow does not grow with the process.',
    table: {
      columns: [
        { title: 'Process' },
        { title: 'Overhead', unit: '1' },
        { title: 'Cost of 10^9 instructions', unit: 'USD' },
        { title: 'Limited by' },
        { title: 'Not known' },
      ],
      rows: result.nodes.map(({ node, overhead, proveCost, bound, missing }) => [
        node,
        overhead,
        proveCost,
        bound === null ? '' : elementText(bound),
        missing.join(', '),
      ]),
    },
    spec: specOf(points, { fpga, limit: result.overheadLimit ?? undefined }, title, layout),
  };
}

function finding(points: readonly Known[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [first.overhead, last.overhead];
  const verb = to > from * 1.05 ? 'raises' : to < from / 1.05 ? 'lowers' : 'hardly changes';
  const factor = Math.max(to / from, from / to);
  const by = verb === 'hardly changes' ? '' : ` by a factor of ${formatNumber(factor)}`;
  const said = `A smaller process ${verb} the overhead of an ASIC${by}, from ${first.node} to ${last.node}`;
  return last.bound === null || last.bound === 'fabric'
    ? said
    : `${said}, as ${elementText(last.bound)} limits proving`;
}

/** What the overhead is held against. */
interface Lines {
  readonly fpga: number | undefined;
  readonly limit: number | undefined;
}

function specOf(
  points: readonly Known[],
  lines: Lines,
  title: string,
  layout: Layout,
): TopLevelSpec {
  const width = WIDTH[layout] - 90;
  const all = [
    ...points.map(({ overhead }) => overhead),
    ...Object.values(lines).filter((value) => value !== undefined),
  ];
  const domain: Domain = [Math.min(...all) / 1.8, Math.max(...all) * 1.8];
  const names = points.map(({ node }) => node);
  const x = {
    field: 'node',
    type: 'ordinal',
    sort: names,
    scale: { domain: names },
    axis: { title: 'process, from large to small', labelAngle: 0 },
  };
  const y = {
    field: 'overhead',
    type: 'quantitative',
    scale: { type: 'log', domain: [...domain], nice: false },
    axis: {
      title: 'overhead (no unit, logarithmic)',
      ...tickAxis(logTicks(domain, HEIGHT, 6)),
    },
  };
  const values = points.map(({ node, overhead }) => ({
    node,
    overhead,
    text: formatNumber(overhead),
  }));
  const rule = (
    value: number | undefined,
    text: string,
    color: string,
    dash: number[],
  ): object[] =>
    value === undefined
      ? []
      : [
          {
            data: { values: [{ overhead: value }] },
            mark: { type: 'rule', color, strokeDash: dash, strokeWidth: 2 },
            encoding: { y },
          },
          ...haloText(
            { align: 'right', dy: -9, dx: -4, fontSize: 12, fontWeight: 'bold', color },
            {
              data: { values: [{ overhead: value, text: `${text} ${formatNumber(value)}` }] },
              encoding: { x: { value: width }, y, text: { field: 'text' } },
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
      ...rule(lines.limit, 'limit', INK.text, [2, 3]),
      ...rule(lines.fpga, 'FPGA', INK.blue, [6, 4]),
      {
        data: { values },
        mark: { type: 'line', color: INK.orange, strokeWidth: 1.5 },
        encoding: { x, y },
      },
      {
        data: { values },
        mark: { type: 'point', filled: true, size: 90, opacity: 1, color: INK.orange },
        encoding: { x, y },
      },
      ...(layout === 'narrow'
        ? []
        : haloText(
            { dy: -13, fontSize: 11, color: INK.text },
            { data: { values }, encoding: { x, y, text: { field: 'text' } } },
          )),
    ],
  } as unknown as TopLevelSpec;
}
