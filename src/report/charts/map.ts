import type { TopLevelSpec } from 'vega-lite';
import type { Dossier, PlatformCoreMap } from '../../dossier/types.ts';
import { formatNumber, siText } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import { visibleText } from '../visible.ts';
import type { Chart, Layout } from './chart.ts';
import { coreNames } from './mapCores.ts';
import { KINDS, kindOf, legendLines, reasons, type Kind, type Shown } from './mapKinds.ts';
import { alike, namesInLines, rowWords, titleAt, type MapRow } from './mapRows.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';
import { isPositive, ratioName, ratioText } from './words.ts';

/** Platforms and cores that are drawn. */
const MOST = { rows: 36, columns: { wide: 9, narrow: 6 } } as const;

/** Names of the platforms, and how far apart their lines are. */
const NAME = { fontSize: 12, line: 15 } as const;

const STYLE: Readonly<Record<Layout, { fontSize: number }>> = {
  wide: { fontSize: 12 },
  narrow: { fontSize: 11 },
};

/**
 * Which platforms and cores this prover would qualify on: a matrix of signs and ratios, the platforms
 * and the cores with the most passes first.
 *
 * @returns null where there is no map
 * @example
 * import { loadBuiltin, report, resolveScenario } from 'emuprove';
 * import { mapChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = mapChart(await report(scenario, { samples: 4096 }));
 * console.log(chart?.title);
 */
export function mapChart(
  { map, evaluation }: Pick<Dossier, 'map' | 'evaluation'>,
  layout: Layout = 'wide',
): Chart | null {
  const { limit } = evaluation.verdict;
  const shown = map.cells.map((cell): Shown => ({ ...cell, kind: kindOf(cell, limit) }));
  if (shown.every(({ kind }) => kind === 'unknown')) return null;
  const { one, many } = rowWords(map);
  const title = finding(shown, one, ratioName(evaluation.verdict.reading));
  const cores = kept(sorted(map.cores.length, shown, 'core'), MOST.columns[layout], map.own.core);
  const groups = alike(sorted(map.platforms.length, shown, 'platform'), (platform) =>
    shown
      .filter((cell) => cell.platform === platform && cores.includes(cell.core))
      .map(
        ({ core, kind, ratio }) => `${core} ${kind} ${isPositive(ratio) ? ratioText(ratio) : ''}`,
      )
      .join(),
  );
  const drawn = groups.slice(0, MOST.rows);
  const left = groups.slice(MOST.rows).flat().length;
  const leftCores = map.cores.length - cores.length;
  return {
    id: 'map',
    title,
    description:
      `The ${ratioName(evaluation.verdict.reading)} on each ${one} (row) with each core (column), proved by this prover; limit ${formatNumber(limit)}. ` +
      (Object.keys(KINDS) as Kind[])
        .filter((kind) => shown.some((cell) => cell.kind === kind))
        .map(
          (kind) =>
            `${KINDS[kind].sign} ${KINDS[kind].text}${kind === 'other' ? reasons(shown) : ''}`,
        )
        .join(', ') +
      `. The ${many} that come out alike share a row; those with the most passes, and such cores, come first; a frame marks the scenario.` +
      (left > 0 ? ` ${left} more ${many} are in the table.` : '') +
      (leftCores > 0 ? ` ${leftCores} more cores are in the table.` : '') +
      (map.left === '' ? '' : ` ${visibleText(map.left, 1000)}`),
    table: {
      columns: [
        { title: one === 'process' ? 'Process' : 'Platform' },
        { title: 'Core' },
        { title: 'Ratio', unit: '1' },
        { title: 'Outcome' },
        { title: 'Why' },
      ],
      rows: shown.map(({ platform, core, ratio, outcome, why }) => [
        titleAt(map.platforms, platform),
        titleAt(map.cores, core),
        ratio,
        outcome,
        why,
      ]),
    },
    spec: specOf(map, shown, { groups: drawn, cores }, title, layout),
  };
}

function specOf(
  map: PlatformCoreMap,
  shown: readonly Shown[],
  { groups, cores }: { groups: readonly number[][]; cores: readonly number[] },
  title: string,
  layout: Layout,
): TopLevelSpec {
  const above = layout === 'narrow';
  const rows = groups.map((platforms): MapRow => ({
    platforms,
    lines: namesInLines(
      platforms.map((i) => titleAt(map.platforms, i)),
      above ? WIDTH.narrow - 24 : 210,
      NAME,
    ),
  }));
  const beside = above
    ? 0
    : Math.max(...rows.flatMap(({ lines }) => lines.map((line) => textWidth(line, NAME)))) + 10;
  const width = Math.min(
    Math.floor(WIDTH[layout] - 18 - beside),
    cores.length * (above ? 100 : 110),
  );
  const cell = { width: width / cores.length, height: above ? 22 : 26 };
  const heights = rows.map(({ lines }) =>
    above
      ? cell.height + 4 + NAME.line * lines.length
      : Math.max(cell.height, NAME.line * lines.length + 4) + 2,
  );
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, one) => sum + one, 0));
  const bottom = heights.reduce((sum, one) => sum + one, 0);
  // The middle of a row of cells, under its name where that is above.
  const middle = (row: number): number => {
    const [top = 0, height = 0] = [tops[row], heights[row]];
    return above ? top + height - 1 - cell.height / 2 : top + height / 2;
  };
  const cellHeight = (row: number): number => (above ? cell.height : (heights[row] ?? 0) - 2);
  const at = new Map(shown.map((one) => [one.platform * map.cores.length + one.core, one]));
  const drawn = rows.map(({ platforms: [platform = 0] }) =>
    cores.map((core) => at.get(platform * map.cores.length + core)),
  );
  // One rectangle for neighbours of a kind; thin lines divide them.
  const runs = drawn.flatMap((row, j) => {
    const found: { x: number; x2: number; y: number; y2: number; kind: Kind }[] = [];
    const [y, y2] = [middle(j) - cellHeight(j) / 2, middle(j) + cellHeight(j) / 2];
    row.forEach((one, i) => {
      const kind = one?.kind ?? 'unknown';
      const last = found.at(-1);
      if (last?.kind === kind) last.x2 = (i + 1) * cell.width;
      else found.push({ x: i * cell.width, x2: (i + 1) * cell.width, y, y2, kind });
    });
    return found;
  });
  const texts = drawn.flatMap((row, j) =>
    row.map((one, i) => ({
      x: (i + 0.5) * cell.width,
      y: middle(j),
      kind: one?.kind ?? 'unknown',
      text: textOf(one, cell.width - 6, STYLE[layout]),
    })),
  );
  const kinds = Object.keys(KINDS) as Kind[];
  const encoded = (pick: 'fill' | 'color'): object => ({
    field: 'kind',
    type: 'nominal',
    scale: { domain: kinds, range: kinds.map((kind) => KINDS[kind][pick]) },
    legend: null,
  });
  const own = {
    row:
      map.own.platform === null
        ? -1
        : rows.findIndex(({ platforms }) => platforms.includes(map.own.platform ?? -1)),
    column: map.own.core === null ? -1 : cores.indexOf(map.own.core),
  };
  const pixels = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: null,
    axis: null,
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width,
    height: bottom,
    config: CONFIG,
    layer: [
      {
        data: { values: runs },
        mark: 'rect',
        encoding: {
          x: pixels('x'),
          x2: { field: 'x2' },
          y: pixels('y'),
          y2: { field: 'y2' },
          fill: encoded('fill'),
        },
      },
      {
        data: { values: cores.slice(1).map((_, i) => ({ x: (i + 1) * cell.width })) },
        mark: { type: 'rule', color: 'white', strokeWidth: 2 },
        encoding: { x: pixels('x') },
      },
      {
        data: { values: texts },
        mark: { type: 'text', ...STYLE[layout] },
        encoding: {
          x: pixels('x'),
          y: pixels('y'),
          text: { field: 'text' },
          color: encoded('color'),
        },
      },
      {
        data: {
          values: rows.flatMap(({ lines }, j) =>
            lines.map((text, i) => ({
              text,
              y: above
                ? (tops[j] ?? 0) + 9 + NAME.line * i
                : middle(j) + NAME.line * (i - (lines.length - 1) / 2),
            })),
          ),
        },
        mark: {
          type: 'text',
          fontSize: NAME.fontSize,
          color: INK.text,
          ...(above ? { align: 'left', x: 1 } : { align: 'right', x: -8 }),
        },
        encoding: { y: pixels('y'), text: { field: 'text' } },
      },
      ...coreNames(map, cores, cell.width, layout),
      ...(own.row < 0 || own.column < 0
        ? []
        : [
            {
              data: { values: [{ y: middle(own.row) }] },
              mark: {
                type: 'rect',
                filled: false,
                stroke: INK.text,
                strokeWidth: 2.5,
                height: cellHeight(own.row),
              },
              encoding: {
                x: { value: own.column * cell.width + 1 },
                x2: { value: (own.column + 1) * cell.width - 1 },
                y: pixels('y'),
              },
            },
          ]),
      ...legendLines(shown, own.row >= 0 && own.column >= 0).map(({ text, color }, i) => ({
        data: { values: [{}] },
        mark: { type: 'text', align: 'left', baseline: 'top', fontSize: 12, color },
        encoding: {
          x: { value: 0 },
          y: { value: bottom + 10 + 17 * i },
          text: { value: text },
        },
      })),
    ],
  } as TopLevelSpec;
}

/** A sign and the ratio, as much of it as there is room for. */
function textOf(cell: Shown | undefined, width: number, style: { fontSize: number }): string {
  if (cell === undefined) return KINDS.unknown.sign;
  const { sign } = KINDS[cell.kind];
  if (!isPositive(cell.ratio)) return sign;
  const candidates = [
    `${sign} ${ratioText(cell.ratio)}`,
    `${sign} ${shortText(cell.ratio)}`,
    `${sign}${shortText(cell.ratio)}`,
  ];
  return candidates.find((text) => textWidth(text, style) <= width) ?? sign;
}

/** A ratio in two or three digits. */
function shortText(ratio: number): string {
  const digits = Math.max(2, (((Math.floor(Math.log10(ratio)) % 3) + 3) % 3) + 1);
  return siText(ratio, digits).replace(' ', '');
}

/** Places on a side, those with the most passes first, and among them by what else is known. */
function sorted(count: number, shown: readonly Shown[], side: 'platform' | 'core'): number[] {
  const score = (i: number): number =>
    shown
      .filter((cell) => cell[side] === i)
      .reduce((sum, { kind }) => sum + { pass: 1e6, other: 1e3, above: 1, unknown: 0 }[kind], 0);
  const scores = Array.from({ length: count }, (_, i) => score(i));
  return scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

/** The first of them, with the scenario's own among them. */
function kept(all: readonly number[], most: number, own: number | null): number[] {
  const first = all.slice(0, most);
  return own === null || first.includes(own) ? first : [...first.slice(0, -1), own];
}

function finding(shown: readonly Shown[], of: string, ratio: string): string {
  const count = (kind: Kind): number => shown.filter((cell) => cell.kind === kind).length;
  const [passes, other, above, unknown] = (['pass', 'other', 'above', 'unknown'] as const).map(
    count,
  );
  const decided = shown.length - (unknown ?? 0);
  const known = `${decided} combinations of ${of} and core`;
  const rest = (unknown ?? 0) > 0 ? ` (${unknown} more are not known)` : '';
  if (passes === decided) return `This prover qualifies on all ${known}${rest}`;
  const why =
    other === 0
      ? `on ${passes === 0 ? 'all' : 'the others'} the ${ratio} is above its limit`
      : above === 0
        ? `${passes === 0 ? 'all' : 'the others'} fail, though not by the ${ratio}`
        : `on ${above} the ${ratio} is above its limit, ${other} fail otherwise`;
  return `This prover qualifies on ${passes === 0 ? 'none' : passes} of ${known}${rest}; ${why}`;
}
