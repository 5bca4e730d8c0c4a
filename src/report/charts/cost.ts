import type { TopLevelSpec } from 'vega-lite';
import type { EvaluationResult, Figure } from '../../result/types.ts';
import { formatNumber, quantityText, unknownText } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import type { Chart, Layout } from './chart.ts';
import { fitText } from './fitText.ts';
import { haloText } from './halo.ts';
import { rowsOf } from './rows.ts';
import { AXIS_TITLE, CONFIG, INK, titleOf } from './theme.ts';
import { logTicks, tickAxis, type Domain } from './ticks.ts';
import { isPositive } from './words.ts';

/** What is compared: the quantity of each side, and how it is called. */
const PANELS = [
  { id: 'cost', name: 'Cost', prove: 'prove_cost', run: 'run_cost' },
  { id: 'energy', name: 'Energy', prove: 'prove_energy', run: 'run_energy' },
] as const;

const VALUE_STYLE = { fontSize: 12, fontWeight: 'bold' } as const;

/** A panel with what is known of it. */
interface Panel {
  readonly name: string;
  readonly prove: number | undefined;
  readonly run: number | undefined;
  readonly display: Figure['display'];
  readonly unit: string;
  readonly missing: readonly string[];
}

/**
 * What it costs to prove and to run 10^9 instructions, in money and in energy: two dots each on a
 * logarithmic axis of their own. What is not known says so.
 *
 * @returns null where neither is known
 * @example
 * import { evaluate, loadBuiltin, resolveScenario } from 'emuprove';
 * import { costChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = costChart(evaluate(scenario));
 * console.log(chart?.title);
 */
export function costChart({ cost }: EvaluationResult, layout: Layout = 'wide'): Chart | null {
  const panels = PANELS.map(({ name, prove, run }): Panel => {
    const figures = [prove, run].map((id) => cost.find((figure) => figure.name === id));
    const [first, second] = figures.map((figure) =>
      typeof figure?.value === 'number' && isPositive(figure.value) ? figure.value : undefined,
    );
    return {
      name,
      prove: first,
      run: second,
      display: figures[0]?.display ?? { unit: '', scale: 1 },
      unit: figures[0]?.unit ?? '1',
      missing: [...new Set(figures.flatMap((figure) => figure?.missing ?? []))],
    };
  });
  if (panels.every(({ prove, run }) => prove === undefined && run === undefined)) return null;
  const title = finding(panels);
  return {
    id: 'cost',
    title,
    description:
      'Cost and energy of 10^9 guest instructions as dots on logarithmic axes: a circle for running them on soft cores, ' +
      'a diamond for proving them, both on one busy device of the same kind. The title says how many times as much proving takes.',
    table: {
      columns: [
        { title: 'Of 10^9 instructions' },
        ...panels.map(({ name, unit }) => ({ title: name, unit })),
      ],
      rows: [
        ['proving', ...panels.map(({ prove }) => prove ?? null)],
        ['running', ...panels.map(({ run }) => run ?? null)],
      ],
    },
    spec: {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: titleOf(title, layout),
      config: CONFIG,
      spacing: 22,
      vconcat: panels.map((panel) => panelSpec(panel, layout)),
    } as TopLevelSpec,
  };
}

function panelSpec(panel: Panel, layout: Layout): object {
  const rows = rowsOf([{ name: 'running' }, { name: 'proving' }], layout);
  const values = (['run', 'prove'] as const).flatMap((side, i) => {
    const value = panel[side];
    return value === undefined
      ? []
      : [
          {
            row: rows.keys[i],
            side,
            value: value / panel.display.scale,
            text: textOf(value, panel, layout),
          },
        ];
  });
  const shared = {
    title: { text: `${panel.name} of 10⁹ instructions`, frame: 'group', fontSize: 12, offset: 4 },
    width: rows.width,
    height: layout === 'narrow' ? { step: 38 } : { step: 26 },
  };
  if (values.length === 0) {
    const text = unknownText(panel.missing);
    return {
      ...shared,
      height: 22,
      data: { values: [{}] },
      mark: { type: 'text', align: 'left', fontSize: 12, fontStyle: 'italic', color: INK.muted },
      encoding: { x: { value: 0 }, text: { value: fitText(text, rows.width, { fontSize: 12 }) } },
    };
  }
  const numbers = values.map(({ value }) => Math.log10(value));
  // Whole decades, and beyond them what the text beside the dots needs.
  const low = Math.floor(Math.min(...numbers) - 0.01);
  const high = Math.max(low + 1, ...numbers);
  const room = Math.max(...values.map(({ text }) => textWidth(text, VALUE_STYLE))) + 18;
  const end = low + (high - low) / Math.max(0.3, 1 - room / rows.width);
  const domain: Domain = [10 ** low, 10 ** end];
  const x = {
    type: 'quantitative',
    scale: { type: 'log', domain: [...domain], nice: false },
    axis: {
      title: `${fitText(panel.display.unit, 120)} (logarithmic)`,
      ...tickAxis(logTicks(domain, rows.width, 7)),
      ...AXIS_TITLE,
    },
  };
  const encoded = (prove: string, run: string): object => ({
    field: 'side',
    type: 'nominal',
    scale: { domain: ['prove', 'run'], range: [prove, run] },
    legend: null,
  });
  const color = encoded(INK.orange, INK.blue);
  return {
    ...shared,
    data: { values },
    layer: [
      {
        data: { values: values.map(({ row, value }) => ({ row, start: domain[0], value })) },
        mark: { type: 'rule', color: INK.rule, strokeWidth: 3, yOffset: rows.offset },
        encoding: { x: { ...x, field: 'start' }, x2: { field: 'value' }, y: rows.y },
      },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 130, yOffset: rows.offset },
        encoding: {
          x: { ...x, field: 'value' },
          y: rows.y,
          color,
          shape: encoded('diamond', 'circle'),
        },
      },
      ...haloText(
        { align: 'left', dx: 11, yOffset: rows.offset, ...VALUE_STYLE },
        { encoding: { x: { ...x, field: 'value' }, y: rows.y, text: { field: 'text' } } },
        color,
      ),
      ...rows.names,
    ],
  };
}

/** A value; of the one for proving, where there is room, also how many times it is that of running. */
function textOf(value: number, { prove, run, display }: Panel, layout: Layout): string {
  const text = quantityText(value, display);
  if (value !== prove || run === undefined || layout === 'narrow') return text;
  return `${text}, ${timesText(prove / run)} as much`;
}

function timesText(factor: number): string {
  return `${formatNumber(Number(factor.toPrecision(4)))} times`;
}

function finding(panels: readonly Panel[]): string {
  const both = panels.filter(
    (panel): panel is Panel & { prove: number; run: number } =>
      panel.prove !== undefined && panel.run !== undefined,
  );
  const parts = both.map(({ name, prove, run, display }) => {
    const verb = name === 'Cost' ? 'costs' : 'takes';
    return `${verb} ${quantityText(prove, display)}, ${timesText(prove / run)} what running ${name === 'Cost' ? 'costs' : 'takes'}`;
  });
  const known = panels.filter(({ prove, run }) => prove !== undefined || run !== undefined);
  const unknown = panels.filter((panel) => !known.includes(panel));
  const missing = unknown.map(({ name }) => `its ${name.toLowerCase()} is not known`);
  if (parts.length === 0) return 'What proving takes beside running is known on one side only';
  return [`Proving 10⁹ instructions ${parts.join(', and ')}`, ...missing].join('; ');
}
