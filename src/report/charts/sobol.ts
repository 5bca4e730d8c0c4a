import type { TopLevelSpec } from 'vega-lite';
import type { SobolReport } from '../../doubt/types.ts';
import type { GroupIndices, IndexEstimate, OutputIndices } from '../../studies/sobol/types.ts';
import { percentText } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import type { Chart, Layout } from './chart.ts';
import { haloText } from './halo.ts';
import { inputTitle } from './inputTitle.ts';
import { rowsOf } from './rows.ts';
import { AXIS_TITLE, CONFIG, INK, titleOf } from './theme.ts';
import { linearTicks, tickAxis, type Domain } from './ticks.ts';
import { quoted, ratioName } from './words.ts';

/** What the indices are of: the spread of the ratio, or whether the whole verdict is a pass. */
export type SobolOf = 'ratio' | 'verdict';

/** Inputs that are drawn. */
const MOST: Readonly<Record<Layout, number>> = { wide: 10, narrow: 8 };

/** Pixels by which the two indices of an input lie apart. */
const APART = 12;

const KINDS = {
  first: { text: 'alone (first order)', shape: 'circle', color: INK.blue },
  total: { text: 'with interactions (total)', shape: 'diamond', color: INK.orange },
} as const;

const TEXT_STYLE = { fontSize: 11 } as const;

/**
 * Which inputs the spread of log10 of the ratio, or the doubt of the verdict, comes from: first-order
 * and total Sobol indices with their intervals, the greatest total first. Estimates below 0 are drawn
 * where they are.
 *
 * @returns null where there is no spread
 * @example
 * import { loadBuiltin, resolveScenario, sobol } from 'emuprove';
 * import { sobolChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = sobolChart(await sobol(scenario, { samples: 256 }), 'narrow', 'verdict');
 * console.log(chart?.title);
 */
export function sobolChart(
  report: SobolReport,
  layout: Layout = 'wide',
  of: SobolOf = 'ratio',
): Chart | null {
  const output = report.result.outputs[of === 'ratio' ? 0 : 1];
  const groups = byTotal(output);
  if (output === undefined || groups.length === 0 || !(output.variance > 0)) return null;
  const drawn = groups.slice(0, MOST[layout]);
  const what =
    of === 'ratio' ? `log10 of the ${ratioName(report.scenario.reading)}` : 'the whole verdict';
  const title = finding(report, groups, of);
  const left = groups.length - drawn.length;
  return {
    id: of === 'ratio' ? 'sobol' : 'sobol-verdict',
    title,
    description:
      `For each input its share of the variance of ${what}: a circle for what the input does alone (first-order Sobol index), ` +
      'a diamond for what it does with interactions (total index), each with its 95 % interval as a line. ' +
      'An estimate below 0 is noise around 0.' +
      (left > 0 ? ` ${left} more inputs have less.` : ''),
    table: {
      ranked: true,
      columns: [
        { title: 'Input' },
        { title: 'First order', unit: '1' },
        { title: 'from', unit: '1' },
        { title: 'to', unit: '1' },
        { title: 'Total', unit: '1' },
        { title: 'from', unit: '1' },
        { title: 'to', unit: '1' },
      ],
      rows: groups.map((group) => [
        nameOf(report, group),
        ...numbers(group.first),
        ...numbers(group.total),
      ]),
    },
    spec: specOf(
      title,
      drawn,
      drawn.map((group) => ({ name: nameOf(report, group) })),
      what,
      layout,
    ),
  };
}

function specOf(
  title: string,
  groups: readonly GroupIndices[],
  names: readonly { name: string }[],
  what: string,
  layout: Layout,
): TopLevelSpec {
  const rows = rowsOf(names, layout);
  const values = groups.flatMap(({ first, total }, i) =>
    (
      [
        ['first', first],
        ['total', total],
      ] as const
    ).map(([kind, estimate]) => {
      const [low, high] = estimate.interval ?? [estimate.value, estimate.value];
      const text = kind === 'total' ? percentText(estimate.value) : '';
      return { row: rows.keys[i], kind, value: estimate.value, low, high, text };
    }),
  );
  const domain = domainOf(values, rows.width);
  const ticks = linearTicks(domain, rows.width, 6);
  const x = {
    type: 'quantitative',
    scale: { domain: [...domain], nice: false, zero: false },
    axis: {
      title: `share of the variance${layout === 'wide' ? ` of ${what}` : ''} (%)`,
      ...tickAxis(ticks.map(({ value }) => ({ value, text: `${Math.round(1000 * value) / 10}` }))),
      ...AXIS_TITLE,
    },
  };
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const range = <T>(pick: (kind: keyof typeof KINDS) => T): { domain: string[]; range: T[] } => ({
    domain: kinds,
    range: kinds.map(pick),
  });
  const legend = {
    title: null,
    orient: 'bottom',
    direction: layout === 'narrow' ? 'vertical' : 'horizontal',
    labelFontSize: 12,
    labelLimit: 300,
    symbolSize: 90,
    symbolOpacity: 1,
    offset: 6,
    labelExpr: `datum.label === 'first' ? '${KINDS.first.text}' : '${KINDS.total.text}'`,
  };
  const color = {
    field: 'kind',
    type: 'nominal',
    scale: range((kind) => KINDS[kind].color),
    legend,
  };
  const shape = {
    field: 'kind',
    type: 'nominal',
    scale: range((kind) => KINDS[kind].shape),
    legend,
  };
  const parts = kinds.flatMap((kind): object[] => {
    const yOffset = rows.offset + (kind === 'first' ? -APART / 2 : APART / 2);
    const transform = [{ filter: { field: 'kind', equal: kind } }];
    const shared = { y: rows.y, color };
    return [
      {
        transform,
        mark: { type: 'rule', strokeWidth: 2, yOffset },
        encoding: { ...shared, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        transform,
        mark: { type: 'point', filled: true, opacity: 1, size: 80, yOffset },
        encoding: { ...shared, x: { ...x, field: 'value' }, shape },
      },
      ...(kind === 'first'
        ? []
        : haloText(
            { align: 'left', dx: 8, yOffset, ...TEXT_STYLE, color: KINDS.total.color },
            {
              transform,
              encoding: { y: rows.y, x: { ...x, field: 'high' }, text: { field: 'text' } },
            },
          )),
    ];
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width: rows.width,
    height: layout === 'narrow' ? { step: rows.height.step + 8 } : { step: 34 },
    config: CONFIG,
    data: { values },
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: INK.muted },
        encoding: { x: { ...x, datum: 0 } },
      },
      ...parts,
      ...rows.names,
    ],
  } as TopLevelSpec;
}

/** From the lowest to the highest end of an interval, 0 among them, with room for the text. */
function domainOf(
  values: readonly { low: number; high: number; value: number; text: string }[],
  width: number,
): Domain {
  const low = Math.min(0, ...values.map((value) => Math.min(value.low, value.value)));
  const high = Math.max(0.05, ...values.map((value) => Math.max(value.high, value.value)));
  const room = Math.max(...values.map(({ text }) => textWidth(text, TEXT_STYLE))) + 12;
  const margin = 0.02 * (high - low);
  return [low - margin, low + (high - low) / (1 - Math.min(0.4, room / width))];
}

function byTotal(output: OutputIndices | undefined): GroupIndices[] {
  return [...(output?.groups ?? [])]
    .filter(({ first, total }) => Number.isFinite(first.value) && Number.isFinite(total.value))
    .sort((a, b) => b.total.value - a.total.value);
}

function nameOf({ inputs }: SobolReport, { name }: GroupIndices): string {
  const input = inputs.find((candidate) => candidate.name === name);
  return inputTitle(input ?? { name, title: '' });
}

function numbers({ value, interval }: IndexEstimate): (number | null)[] {
  const [low = null, high = null] = interval ?? [];
  return [value, low, high];
}

function finding(report: SobolReport, groups: readonly GroupIndices[], of: SobolOf): string {
  const what =
    of === 'ratio'
      ? `the spread of the ${ratioName(report.scenario.reading)}`
      : 'the doubt of the verdict';
  const [first, ...others] = groups;
  if (first === undefined) return '';
  const name = quoted(nameOf(report, first));
  const share = Math.max(0, first.first.value);
  // What an input does mostly with others is not its own share.
  if (share < 0.6 * first.total.value) {
    return `${name} takes part in ${percentText(first.total.value)} of ${what}, mostly together with others`;
  }
  const next = others.slice(0, 2).filter(({ first: { value } }) => value > 0.05);
  if (next.length === 0 || share > 0.6) return `${name} makes up ${percentText(share)} of ${what}`;
  const sum = share + next.reduce((total, group) => total + group.first.value, 0);
  return `${next.length === 1 ? 'Two' : 'Three'} inputs make up ${percentText(sum)} of ${what}; the first is ${name} with ${percentText(share)}`;
}
