import type { TopLevelSpec } from 'vega-lite';
import type { Dossier, MapCell, PlatformCoreMap } from '../../dossier/types.ts';
import { formatNumber, siText } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import { visibleText } from '../visible.ts';
import type { Chart, Layout } from './chart.ts';
import { fitText } from './fitText.ts';
import { CONFIG, INK, titleOf, WIDTH } from './theme.ts';
import { isPositive, ratioName, ratioText } from './words.ts';

/** What comes of a platform with a core. */
type Kind = 'pass' | 'other' | 'above' | 'unknown';

/** How it is told: by a sign as well as by colour. */
const KINDS: Readonly<Record<Kind, { sign: string; text: string; fill: string; color: string }>> = {
  pass: { sign: '✓', text: 'passes', fill: '#d7efdc', color: '#0f5a26' },
  other: {
    sign: '△',
    text: 'fails otherwise',
    fill: '#fdeecd',
    color: '#6b4300',
  },
  above: { sign: '✗', text: 'above the limit', fill: '#fbdcd8', color: '#8c1d15' },
  unknown: { sign: '?', text: 'not known', fill: '#eceff2', color: INK.muted },
};

/** Platforms and cores that are drawn. */
const MOST = { rows: 36, columns: { wide: 9, narrow: 6 } } as const;

/** Lines of the name of a core above its column. */
const MOST_LINES = 3;

const STYLE: Readonly<Record<Layout, { fontSize: number }>> = {
  wide: { fontSize: 12 },
  narrow: { fontSize: 11 },
};

/** A cell by what is drawn of it. */
interface Shown extends MapCell {
  readonly kind: Kind;
}

/**
 * Which platforms and cores this prover would qualify on: a matrix of signs and ratios, the platforms
 * and the cores with the most passes first.
 *
 * @returns null where there is no map
 */
export function mapChart(
  { map, evaluation }: Pick<Dossier, 'map' | 'evaluation'>,
  layout: Layout = 'wide',
): Chart | null {
  const { limit } = evaluation.verdict;
  const shown = map.cells.map((cell): Shown => ({ ...cell, kind: kindOf(cell, limit) }));
  if (shown.every(({ kind }) => kind === 'unknown')) return null;
  const title = finding(shown, ratioName(evaluation.verdict.reading));
  const platforms = sorted(map.platforms.length, shown, 'platform').slice(0, MOST.rows);
  const cores = kept(sorted(map.cores.length, shown, 'core'), MOST.columns[layout], map.own.core);
  const left = map.platforms.length - platforms.length;
  const leftCores = map.cores.length - cores.length;
  return {
    id: 'map',
    title,
    description:
      `The ${ratioName(evaluation.verdict.reading)} on each platform (row) with each core (column), proved by this prover; limit ${formatNumber(limit)}. ` +
      (Object.keys(KINDS) as Kind[])
        .filter((kind) => shown.some((cell) => cell.kind === kind))
        .map((kind) => `${KINDS[kind].sign} ${KINDS[kind].text}`)
        .join(', ') +
      '. Platforms and cores with the most passes come first; a frame marks the scenario.' +
      (left > 0 ? ` ${left} more platforms are in the table.` : '') +
      (leftCores > 0 ? ` ${leftCores} more cores are in the table.` : '') +
      (map.left === '' ? '' : ` ${visibleText(map.left, 1000)}`),
    table: {
      columns: [
        { title: 'Platform' },
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
    spec: specOf(map, shown, { platforms, cores }, title, layout),
  };
}

function specOf(
  map: PlatformCoreMap,
  shown: readonly Shown[],
  { platforms, cores }: { platforms: readonly number[]; cores: readonly number[] },
  title: string,
  layout: Layout,
): TopLevelSpec {
  const above = layout === 'narrow';
  const names = platforms.map((i) =>
    fitText(titleAt(map.platforms, i), above ? WIDTH.narrow - 20 : 190, { fontSize: 12 }),
  );
  const beside = above
    ? 0
    : Math.max(...names.map((name) => textWidth(name, { fontSize: 12 }))) + 10;
  const width = Math.min(
    Math.floor(WIDTH[layout] - 18 - beside),
    cores.length * (above ? 100 : 110),
  );
  const cell = { width: width / cores.length, height: above ? 22 : 26 };
  const step = cell.height + (above ? 19 : 2);
  // The middle of a row of cells, under its name where that is above.
  const middle = (row: number): number => step * (row + 1) - 1 - cell.height / 2;
  const at = new Map(shown.map((one) => [one.platform * map.cores.length + one.core, one]));
  const drawn = platforms.map((platform) =>
    cores.map((core) => at.get(platform * map.cores.length + core)),
  );
  // One rectangle for neighbours of a kind; thin lines divide them.
  const runs = drawn.flatMap((row, j) => {
    const found: { x: number; x2: number; y: number; kind: Kind }[] = [];
    row.forEach((one, i) => {
      const kind = one?.kind ?? 'unknown';
      const last = found.at(-1);
      if (last?.kind === kind) last.x2 = (i + 1) * cell.width;
      else found.push({ x: i * cell.width, x2: (i + 1) * cell.width, y: middle(j), kind });
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
    row: map.own.platform === null ? -1 : platforms.indexOf(map.own.platform),
    column: map.own.core === null ? -1 : cores.indexOf(map.own.core),
  };
  const pixels = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: null,
    axis: null,
  });
  const present = kinds.filter((kind) => shown.some((one) => one.kind === kind));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width,
    height: step * platforms.length,
    config: CONFIG,
    layer: [
      {
        data: { values: runs },
        mark: { type: 'rect', height: cell.height },
        encoding: { x: pixels('x'), x2: { field: 'x2' }, y: pixels('y'), fill: encoded('fill') },
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
        data: { values: names.map((text, j) => ({ text, y: above ? step * j + 8 : middle(j) })) },
        mark: {
          type: 'text',
          fontSize: 12,
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
                height: cell.height,
              },
              encoding: {
                x: { value: own.column * cell.width + 1 },
                x2: { value: (own.column + 1) * cell.width - 1 },
                y: pixels('y'),
              },
            },
          ]),
      ...legendLines(present, own.row >= 0 && own.column >= 0).map(({ text, color }, i) => ({
        data: { values: [{}] },
        mark: { type: 'text', align: 'left', baseline: 'top', fontSize: 12, color },
        encoding: {
          x: { value: 0 },
          y: { value: step * platforms.length + 10 + 17 * i },
          text: { value: text },
        },
      })),
    ],
  } as TopLevelSpec;
}

function legendLines(present: readonly Kind[], own: boolean): { text: string; color: string }[] {
  const lines = present.map((kind) => {
    const { sign, text, color } = KINDS[kind];
    return { text: `${sign}  ${text}`, color };
  });
  return own ? [...lines, { text: '☐  framed: this scenario', color: INK.text }] : lines;
}

/** Names of the cores above their columns: in a few lines, or along them where they are too wide. */
function coreNames(
  map: PlatformCoreMap,
  cores: readonly number[],
  column: number,
  layout: Layout,
): object[] {
  const style = { fontSize: layout === 'wide' ? 12 : 11 };
  const names = cores.map((i) => titleAt(map.cores, i));
  const lines = names.map((name) => hyphenated(name, column - 8, style));
  const flat = lines.every((own) => own.length <= MOST_LINES);
  const x = { field: 'x', type: 'quantitative', scale: null, axis: null };
  return names.map((name, i) => ({
    data: {
      values: [
        {
          x: (i + 0.5) * column,
          text: flat ? (lines[i] ?? []) : fitText(name, 170, style),
        },
      ],
    },
    mark: {
      type: 'text',
      ...style,
      color: INK.text,
      ...(flat
        ? { baseline: 'bottom', lineHeight: 14, y: 7 - 14 * (lines[i]?.length ?? 1) }
        : { angle: 270, align: 'left', baseline: 'middle', y: -6 }),
    },
    encoding: { x, text: { field: 'text' } },
  }));
}

/** A name in lines that break after hyphens and spaces; one that is too wide is cut. */
function hyphenated(name: string, width: number, style: { fontSize: number }): string[] {
  const lines: string[] = [];
  for (const part of name.split(/(?<=[-_ ])/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth((last + part).trimEnd(), style) <= width) {
      lines[lines.length - 1] = last + part;
    } else lines.push(part);
  }
  return lines.map((line) => fitText(line.trimEnd(), width, style));
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

function kindOf({ ratio, outcome }: MapCell, limit: number): Kind {
  if (outcome === 'undecided') return 'unknown';
  if (outcome === 'pass') return 'pass';
  return ratio !== null && ratio > limit ? 'above' : 'other';
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

function titleAt(side: PlatformCoreMap['platforms'], i: number): string {
  const found = side[i];
  if (found === undefined) return '';
  // Designs of a family share their title.
  const alone = side.filter(({ title }) => title === found.title).length === 1;
  return visibleText(alone && found.title !== '' ? found.title : found.id, 200);
}

function finding(shown: readonly Shown[], ratio: string): string {
  const count = (kind: Kind): number => shown.filter((cell) => cell.kind === kind).length;
  const [passes, other, above, unknown] = (['pass', 'other', 'above', 'unknown'] as const).map(
    count,
  );
  const decided = shown.length - (unknown ?? 0);
  const known = `${decided} combinations of platform and core`;
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
