import type { TopLevelSpec } from 'vega-lite';
import type {
  MilestoneCell,
  Milestone,
  PhasesResult,
  MilestoneStatus,
} from '../../phases/types.ts';
import { textWidth } from '../render/textMetrics.ts';
import { cellWords } from '../table/phasesWords.ts';
import type { Chart, Layout } from './chart.ts';
import { fitText } from './fitText.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';

/** How a status is drawn: by shape, letter and colour, each of which is enough. */
const MARKS: Readonly<
  Record<
    MilestoneStatus,
    { shape: string; fill: string; ink: string; wide: string; narrow: string }
  >
> = {
  met: { shape: 'circle', fill: INK.pass, ink: 'white', wide: 'met', narrow: 'M' },
  'not-met': { shape: 'square', fill: INK.fail, ink: 'white', wide: 'no', narrow: 'N' },
  'not-comparable': { shape: 'diamond', fill: '#fff', ink: INK.muted, wide: 'n/c', narrow: 'C' },
  unknown: { shape: 'none', fill: '#fff', ink: INK.muted, wide: '?', narrow: '?' },
};

const STATUSES = Object.keys(MARKS) as MilestoneStatus[];

/** Statuses that a ring can tell the origin of. */
const DECIDED: readonly MilestoneStatus[] = ['met', 'not-met'];

/** Height of a row and of the heads of the columns in pixels. */
const ROW: Readonly<Record<Layout, number>> = { wide: 34, narrow: 22 };
const HEAD: Readonly<Record<Layout, number>> = { wide: 140, narrow: 128 };

/** Size of a mark, in square pixels. */
const SIZE: Readonly<Record<Layout, number>> = { wide: 720, narrow: 210 };

/**
 * Systems by milestones: what is met, what is not, and how much nobody knows.
 *
 * @example
 * import { loadBuiltin, phases, resolveScenario } from 'emuprove';
 * import { roadmapChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = roadmapChart(phases(scenario));
 * console.log(chart?.title);
 */
export function roadmapChart(result: PhasesResult, layout: Layout = 'wide'): Chart | null {
  const { systems, milestones, finding } = result;
  if (systems.length === 0 || milestones.length === 0) return null;
  return {
    id: 'roadmap',
    title: finding,
    description:
      'A row for each system, a column for each milestone. A filled circle is met, a filled square not met, an empty diamond a figure that does not answer the question, and a question mark unknown. ' +
      'A mark with a ring is by the model of this tool only, and not by a publication. On phones M is met, N not met and C not comparable.',
    table: {
      columns: [{ title: 'System' }, ...milestones.map(({ title }) => ({ title }))],
      rows: systems.map(({ system, cells }) => [system.name, ...cells.map(cellWords)]),
    },
    spec: specOf(result, layout),
  };
}

function specOf({ systems, milestones, finding }: PhasesResult, layout: Layout): TopLevelSpec {
  const style = { fontSize: layout === 'wide' ? 12 : 11 };
  const most = layout === 'wide' ? 150 : 74;
  const names = systems.map(({ system }) => fitText(system.name, most, style));
  const left = Math.ceil(Math.max(...names.map((name) => textWidth(name, style)))) + 10;
  const width = WIDTH[layout] - left - 26;
  const step = width / milestones.length;
  const head = HEAD[layout];
  const height = head + ROW[layout] * systems.length;
  const at = (column: number): number => (column + 0.5) * step;
  const down = (row: number): number => head + (row + 0.5) * ROW[layout];
  const cells = systems.flatMap(({ cells: own }, row) =>
    own.map((cell, column) => ({ ...drawn(cell, layout), x: at(column), y: down(row) })),
  );
  const x = { field: 'x', type: 'quantitative', scale: { domain: [0, width] }, axis: null };
  const y = { field: 'y', type: 'quantitative', scale: { domain: [height, 0] }, axis: null };
  const byStatus = (pick: (status: MilestoneStatus) => string): object => ({
    field: 'status',
    type: 'nominal',
    scale: { domain: STATUSES, range: STATUSES.map(pick) },
    legend: null,
  });
  const shown = cells.filter(({ status }) => status !== 'unknown');
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(finding, layout),
    width,
    height,
    config: CONFIG,
    layer: [
      {
        data: { values: systems.map((_, row) => ({ y: head + row * ROW[layout] })) },
        mark: { type: 'rule', color: INK.rule, clip: false },
        encoding: { x: { value: -left }, x2: { value: width }, y },
      },
      {
        data: { values: shown.filter(({ model }) => model) },
        mark: {
          type: 'point',
          shape: 'circle',
          filled: false,
          stroke: INK.text,
          strokeWidth: 1.5,
          size: SIZE[layout] * 1.6,
        },
        encoding: { x, y },
      },
      {
        data: { values: shown },
        mark: { type: 'point', filled: true, opacity: 1, size: SIZE[layout], strokeWidth: 1.2 },
        encoding: {
          x,
          y,
          shape: byStatus((status) => MARKS[status].shape.replace('none', 'circle')),
          fill: byStatus((status) => MARKS[status].fill),
          stroke: byStatus((status) =>
            status === 'not-comparable' ? INK.muted : MARKS[status].fill,
          ),
        },
      },
      {
        data: { values: cells },
        mark: { type: 'text', fontSize: layout === 'wide' ? 11 : 9.5, fontWeight: 'bold' },
        encoding: {
          x,
          y,
          text: { field: 'text' },
          color: byStatus((status) => MARKS[status].ink),
        },
      },
      {
        data: { values: names.map((name, row) => ({ name, x: 0, y: down(row) })) },
        mark: {
          type: 'text',
          align: 'right',
          baseline: 'middle',
          dx: -8,
          color: INK.text,
          ...style,
        },
        encoding: { x, y, text: { field: 'name' } },
      },
      {
        data: { values: headsOf(milestones, layout, at) },
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'middle',
          angle: 290,
          color: INK.text,
          ...style,
        },
        encoding: { x, y, text: { field: 'name' } },
      },
    ],
  } as TopLevelSpec;
}

interface Drawn {
  readonly status: MilestoneStatus;
  readonly text: string;
  readonly model: boolean;
}

function drawn({ status, basis }: MilestoneCell, layout: Layout): Drawn {
  return {
    status,
    text: MARKS[status][layout],
    model: basis === 'model' && DECIDED.includes(status),
  };
}

/** Names of the milestones, slanted above their columns. */
function headsOf(
  milestones: readonly Milestone[],
  layout: Layout,
  at: (column: number) => number,
): { name: string; x: number; y: number }[] {
  const style = { fontSize: layout === 'wide' ? 12 : 11 };
  return milestones.map(({ title }, column) => ({
    name: fitText(title, HEAD[layout] - 6, style),
    x: at(column),
    y: HEAD[layout] - 8,
  }));
}
