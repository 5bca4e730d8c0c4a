import type { TopLevelSpec } from 'vega-lite';
import type { EvaluationResult } from '../../result/types.ts';
import { elementText, percentText } from '../format.ts';
import { elementOf } from '../lookup.ts';
import { textWidth } from '../render/textMetrics.ts';
import type { Chart, Layout } from './chart.ts';
import { label } from './label.ts';
import {
  MEMORY,
  phaseShares,
  shareOf,
  usedResources,
  type PhaseShares,
  type UsedResource,
} from './phaseShares.ts';
import { AXIS_TITLE, CONFIG, INK, titleOf, WIDTH } from './theme.ts';

/** Phases that get a bar of their own; the others share one. */
const MOST_PHASES: Readonly<Record<Layout, number>> = { wide: 10, narrow: 6 };

/** Colours that the colour-blind can tell apart too (Okabe and Ito 2008, darkened for white). */
const COLORS: ReadonlyMap<string, string> = new Map([
  ['lut', '#0b5fa5'],
  ['ff', '#b35900'],
  ['bram', '#00735a'],
  ['uram', '#9a4f7c'],
  ['dsp', '#5a6670'],
  [MEMORY, '#6b4fa0'],
]);

/**
 * What each phase of the prover costs: its share of the usable resource at the rate of segment
 * proofs, one panel for each resource that matters.
 *
 * @returns null where the shares are not known
 * @example
 * import { evaluate, loadBuiltin, resolveScenario } from 'emuprove';
 * import { phaseCostChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = phaseCostChart(evaluate(scenario));
 * console.log(chart?.title);
 */
export function phaseCostChart(result: EvaluationResult, layout: Layout = 'wide'): Chart | null {
  const items = phaseShares(result);
  const used = usedResources(result, items);
  const [first] = used;
  if (first === undefined) return null;
  const bound = elementOf(result, 'prove_bound');
  const binding = bound === 'fabric' ? elementOf(result, 'fabric_bound') : bound;
  const scarcest = used.find(({ id }) => id === binding) ?? first;
  const sorted = [...items].sort((a, b) => shareOf(b, scarcest) - shareOf(a, scarcest));
  const title = finding(sorted[0], scarcest, binding);
  return {
    id: 'phase-cost',
    title,
    description:
      'Bars of the share of each resource that each phase of the prover takes at the rate of segment proofs, ' +
      `one panel for each resource in use, sorted by ${label(scarcest.title)}. The resource at 100 % limits the rate.`,
    table: {
      columns: [
        { title: 'Phase' },
        ...used.map((resource) => ({ title: `Share of ${resource.title}`, unit: '1' })),
      ],
      rows: [
        ...sorted.map((item) => [item.title, ...used.map((resource) => shareOf(item, resource))]),
        ['all', ...used.map(({ total }) => total)],
      ],
    },
    spec: specOf(title, layout, sorted, used),
  };
}

/** The costly phases of a resource, and one that holds the rest. */
function folded(
  sorted: readonly PhaseShares[],
  used: readonly UsedResource[],
  most: number,
): PhaseShares[] {
  if (sorted.length <= most + 1) return [...sorted];
  const rest = sorted.slice(most);
  const share: Record<string, number> = {};
  for (const resource of used) {
    share[resource.id] = rest.reduce((sum, item) => sum + shareOf(item, resource), 0);
  }
  return [...sorted.slice(0, most), { title: `${rest.length} others`, share }];
}

/**
 * The items of each panel. Side by side the panels share their rows; one above the other each has
 * its own, sorted by itself and without phases that do not need the resource.
 */
function panelItems(
  items: readonly PhaseShares[],
  used: readonly UsedResource[],
  layout: Layout,
): PhaseShares[][] {
  const sortedBy = (resource: UsedResource): PhaseShares[] =>
    [...items].sort((a, b) => shareOf(b, resource) - shareOf(a, resource));
  const most = MOST_PHASES[layout];
  if (layout === 'wide') return used.map(() => folded(items, used, most));
  return used.map((resource) =>
    folded(
      sortedBy(resource).filter((item) => shareOf(item, resource) > 0),
      used,
      most,
    ),
  );
}

/** A row of a panel. */
interface Bar {
  readonly row: string;
  readonly name: string;
  readonly share: number;
  readonly text: string;
}

function specOf(
  title: string,
  layout: Layout,
  items: readonly PhaseShares[],
  used: readonly UsedResource[],
): TopLevelSpec {
  const panels = panelItems(items, used, layout).map((list, panel) =>
    list.map((item, i): Bar => {
      const resource = used[panel];
      const share = resource === undefined ? 0 : shareOf(item, resource);
      const name = label(item.title);
      // As in the dot plots, the number keeps rows of the same name apart.
      return { row: `${i}\n${name}`, name, share, text: share > 0 ? percentText(share) : '–' };
    }),
  );
  const names = (panels[0] ?? []).map(({ name }) => textWidth(name, { fontSize: 12 }));
  const gap = 24;
  const width =
    layout === 'wide'
      ? (WIDTH.wide - Math.max(...names) - 40 - gap * (used.length - 1)) / used.length
      : WIDTH.narrow - 24;
  const longest = Math.max(...panels.flat().map(({ share }) => share));
  // What is written behind the longest bar needs room inside the panel.
  const end = longest / Math.max(0.3, 1 - 44 / width);
  const parts = used.map((resource, i) =>
    panelSpec(resource, panels[i] ?? [], { layout, first: i === 0, width: Math.floor(width), end }),
  );
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    config: CONFIG,
    spacing: gap,
    ...(layout === 'wide' ? { hconcat: parts } : { vconcat: parts }),
  } as TopLevelSpec;
}

function panelSpec(
  resource: UsedResource,
  bars: readonly Bar[],
  panel: { layout: Layout; first: boolean; width: number; end: number },
): object {
  const above = panel.layout === 'narrow';
  const y = {
    field: 'row',
    type: 'nominal',
    sort: bars.map(({ row }) => row),
    axis:
      above || !panel.first
        ? null
        : {
            title: null,
            labelExpr: "split(datum.label, '\\n')[1]",
            labelLimit: 300,
            domain: false,
            ticks: false,
            labelPadding: 6,
          },
  };
  const x = {
    field: 'share',
    type: 'quantitative',
    scale: { domain: [0, panel.end], nice: false },
    axis: {
      title: above ? 'share of the usable resource' : 'share of what is usable',
      labelExpr: "round(1000 * datum.value) / 10 + ' %'",
      tickCount: above ? 3 : 2,
      ...AXIS_TITLE,
    },
  };
  const name = { type: 'text', align: 'left', dy: -9, x: 0, fontSize: 11 };
  return {
    title: {
      text: [label(resource.title), `${percentText(resource.total)} in use`],
      frame: 'group',
      fontSize: 12,
      lineHeight: 16,
      offset: 6,
    },
    width: panel.width,
    height: { step: above ? 34 : 21 },
    data: { values: bars },
    layer: [
      {
        mark: {
          type: 'bar',
          height: 15,
          yOffset: above ? 7 : 0,
          color: COLORS.get(resource.id) ?? INK.plain,
        },
        encoding: { x, y },
      },
      {
        mark: { type: 'text', align: 'left', dx: 4, dy: above ? 7 : 0, fontSize: 11 },
        encoding: { x, y, text: { field: 'text' } },
      },
      ...(above ? [{ mark: name, encoding: { y, text: { field: 'name' } } }] : []),
    ],
  };
}

function finding(
  costliest: PhaseShares | undefined,
  scarcest: UsedResource,
  binding: string | undefined,
): string {
  const resource = label(scarcest.title);
  // What runs out need not be among what phases take: the host link is not.
  const own = binding === undefined || binding === scarcest.id;
  const first = own ? resource : elementText(binding);
  const end = `${first.endsWith('s') ? 'run' : 'runs'} out first`;
  if (costliest === undefined) return `${first} ${end}`;
  const name = label(costliest.title);
  const share = percentText(shareOf(costliest, scarcest));
  const takes = `${name.charAt(0).toUpperCase()}${name.slice(1)} takes ${share} of the ${resource}`;
  return own ? `${takes}, which ${end}` : `${takes}; ${first} ${end}`;
}
