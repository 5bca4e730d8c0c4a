import type { TopLevelSpec } from 'vega-lite';
import type { Attribution, Comparison, Part } from '../../compare/types.ts';
import { timesText } from '../../compare/words.ts';
import { elementText, formatNumber, quantityText } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import { visibleText } from '../visible.ts';
import type { Chart, Layout } from './chart.ts';
import { haloText } from './halo.ts';
import { inputTitle } from './inputTitle.ts';
import { markLines } from './markLines.ts';
import { ratioScale } from './ratioScale.ts';
import { rowsOf } from './rows.ts';
import { CONFIG, INK, titleOf } from './theme.ts';
import { capital, isPositive, quoted, ratioName, ratioText } from './words.ts';

/** Parts that are drawn; the others are drawn as one. */
const MOST: Readonly<Record<Layout, number>> = { wide: 12, narrow: 8 };

/** A part that moves less than this many powers of ten is not seen. */
const NEGLIGIBLE = 5e-5;

/** What the looks of a step mean. */
const KEY = ['thin line: where 5–95 % of the draws end', 'hollow bar: within the noise'];

const TEXT_STYLE = { fontSize: 11 } as const;

/** Whether choices or inputs are what the change is attributed to. */
export type AttributionOf = 'choice' | 'input';

/** A step from the ratio of A to that of B. */
interface Step {
  readonly name: string;
  readonly note: string;
  readonly from: number;
  readonly to: number;
  /** What draws make of its end, 5 % and 95 %. */
  readonly band: readonly [number, number] | undefined;
  /** Whether the draws do not tell it from nothing. */
  readonly inside: boolean;
}

/**
 * What takes the ratio of A to that of B: a step for each difference, the largest first, with the
 * band that noise leaves of its end.
 *
 * @returns null where nothing is attributed
 * @example
 * import { compare, loadBuiltin, resolveScenario } from 'emuprove';
 * import { attributionChart } from 'emuprove/report';
 *
 * const data = await loadBuiltin();
 * const [one, other] = [resolveScenario(data), resolveScenario(data, 'prototyping')];
 * const comparison = await compare(one, other, { samples: 1024 });
 * console.log(attributionChart(comparison, 'choice')?.title);
 */
export function attributionChart(
  result: Comparison,
  of: AttributionOf,
  layout: Layout = 'wide',
): Chart | null {
  const found = of === 'choice' ? result.byChoice : result.byInput;
  const { a, b } = result.ratio;
  if (found === null || !isPositive(a) || !isPositive(b)) return null;
  const parts = moving(found);
  if (parts.length === 0) return null;
  const steps = stepsOf(result, parts, a, of, MOST[layout]);
  const title = finding(result, parts, of);
  const name = ratioName(result.b.reading);
  return {
    id: `attribution-${of}`,
    title,
    description:
      `Steps on a logarithmic axis from the ${name} of A to that of B, one for each ${of === 'choice' ? 'choice' : 'input'} that differs, the largest first: ` +
      'a bar to the left lowers it, one to the right raises it. The factors multiply to the whole change (Shapley values of log10). ' +
      'The thin line is where 5 to 95 % of the draws see the end of the step; a hollow bar is not told from no change by them.',
    table: {
      columns: [
        { title: 'What' },
        { title: 'From A to B' },
        { title: 'log10', unit: '1' },
        { title: 'Factor', unit: '1' },
        { title: 'Factor, 5 %', unit: '1' },
        { title: 'Factor, 95 %', unit: '1' },
        { title: 'Noise' },
      ],
      rows: parts.map((part) => [
        nameOf(part, of),
        noteOf(part, result),
        part.log10,
        part.factor,
        part.noise === undefined ? null : 10 ** part.noise.p05,
        part.noise === undefined ? null : 10 ** part.noise.p95,
        part.noise === undefined ? 'not known' : part.noise.holdsZero ? 'inside' : 'beyond',
      ]),
    },
    spec: specOf(result, steps, title, layout),
  };
}

function specOf(
  result: Comparison,
  steps: readonly Step[],
  title: string,
  layout: Layout,
): TopLevelSpec {
  const rows = rowsOf(steps, layout);
  const { limit } = result.b;
  const texts = steps.map(({ from, to }, i) =>
    i === 0 || i === steps.length - 1 ? ratioText(to) : timesText(to / from),
  );
  const room = Math.max(...texts.map((text) => textWidth(text, TEXT_STYLE))) + 10;
  const values = steps.flatMap(({ from, to, band = [to, to] }) => [from, to, ...band]);
  const scale = ratioScale(values, limit, rows.width, [8, room]);
  const drawn = steps.map(({ from, to, band, inside }, i) => ({
    row: rows.keys[i],
    from,
    to,
    kind: `${to < from ? 'down' : 'up'}${inside ? ' inside' : ''}`,
    low: band?.[0] ?? to,
    high: band?.[1] ?? to,
    end: Math.max(from, to, band?.[1] ?? 0),
    text: texts[i],
  }));
  const ends = [drawn[0], drawn.at(-1)];
  const between = drawn.slice(1, -1);
  const x = scale.x(`${capital(ratioName(result.b.reading))} (no unit, logarithmic)`);
  const yOffset = rows.offset;
  const encoded = (inside: (color: string) => string): object => ({
    field: 'kind',
    type: 'nominal',
    scale: {
      domain: ['down', 'down inside', 'up', 'up inside'],
      range: [INK.blue, inside(INK.blue), INK.orange, inside(INK.orange)],
    },
    legend: null,
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width: rows.width,
    height: rows.height,
    config: CONFIG,
    data: { values: drawn },
    layer: [
      {
        data: { values: between },
        mark: { type: 'bar', height: 13, strokeWidth: 1.5, yOffset },
        encoding: {
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          y: rows.y,
          fill: encoded(() => 'white'),
          stroke: encoded((color) => color),
        },
      },
      {
        data: { values: between },
        transform: [{ filter: 'datum.low < datum.high' }],
        mark: { type: 'rule', color: INK.muted, strokeWidth: 1.5, yOffset: yOffset + 10 },
        encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y: rows.y },
      },
      {
        data: { values: ends },
        mark: {
          type: 'point',
          shape: 'diamond',
          filled: true,
          opacity: 1,
          size: 130,
          color: INK.text,
          yOffset,
        },
        encoding: { x: { ...x, field: 'to' }, y: rows.y },
      },
      ...markLines(
        [{ value: limit, label: `limit ${formatNumber(limit)}`, dashed: true }],
        scale.at,
        rows.width,
      ),
      ...haloText(
        { align: 'left', dx: 8, yOffset, ...TEXT_STYLE, color: INK.text },
        { encoding: { x: { ...x, field: 'end' }, y: rows.y, text: { field: 'text' } } },
      ),
      ...rows.names,
      ...(steps.some(({ band }) => band !== undefined) ? KEY : []).map((line, i) => ({
        data: { values: [{}] },
        mark: { type: 'text', align: 'left', dy: 50 + 17 * i, fontSize: 12, color: INK.muted },
        encoding: { x: { value: 0 }, y: { value: 'height' }, text: { value: line } },
      })),
    ],
  } as TopLevelSpec;
}

function moving({ parts }: Attribution): Part[] {
  return parts
    .filter(({ log10 }) => Math.abs(log10) >= NEGLIGIBLE)
    .sort((p, q) => Math.abs(q.log10) - Math.abs(p.log10));
}

/** From A over each part to B. */
function stepsOf(
  result: Comparison,
  parts: readonly Part[],
  start: number,
  of: AttributionOf,
  most: number,
): Step[] {
  const end = (name: string, label: string, value: number): Step => ({
    name,
    note: visibleText(label, 200),
    from: value,
    to: value,
    band: undefined,
    inside: false,
  });
  const shown = parts.length > most ? parts.slice(0, most - 1) : parts;
  const rest = parts.slice(shown.length);
  let at = start;
  const steps = shown.map((part): Step => {
    const from = at;
    at = from * part.factor;
    const { noise } = part;
    return {
      name: nameOf(part, of),
      note: noteOf(part, result),
      from,
      to: at,
      band: noise === undefined ? undefined : [from * 10 ** noise.p05, from * 10 ** noise.p95],
      inside: noise?.holdsZero === true,
    };
  });
  const others = rest.reduce((product, { factor }) => product * factor, 1);
  const left: Step = {
    name: `${rest.length} others`,
    note: 'together',
    from: at,
    to: at * others,
    band: undefined,
    inside: false,
  };
  return [
    end('A', result.a.label, start),
    ...steps,
    ...(rest.length > 0 ? [left] : []),
    end('B', result.b.label, at * others),
  ];
}

function nameOf({ name, title }: Part, of: AttributionOf): string {
  if (of === 'choice') return inputTitle({ name: '', title });
  // An element stands in brackets at the end, by its id.
  const named = title.replace(/\(([a-z0-9_]+)\)$/, (_, id: string) => `(${elementText(id)})`);
  return inputTitle({ name: '', title: named === '' ? name : named });
}

/** What a part is on both sides. */
function noteOf({ members, names }: Part, { choices }: Comparison): string {
  const both = [
    ...members.map(
      ({ a, b, display }) => `${quantityText(a, display)} → ${quantityText(b, display)}`,
    ),
    ...choices
      .filter(({ name }) => members.length === 0 && names.includes(name))
      .map(({ a, b }) => `${a ?? 'not set'} → ${b ?? 'not set'}`),
  ];
  return visibleText(both.join(', '), 200);
}

function finding(result: Comparison, parts: readonly Part[], of: AttributionOf): string {
  const { ratio, b, noise } = result;
  const [from, to] = [ratio.a ?? NaN, ratio.b ?? NaN];
  const name = `the ${ratioName(b.reading)}`;
  const verb = to > from ? 'rises' : 'falls';
  const [first] = parts;
  const own =
    first === undefined ? '' : `${quoted(nameOf(first, of))} (${timesText(first.factor)})`;
  const inside = noise?.band.holdsZero === true ? ', within the noise' : '';
  // Differences may cancel.
  const change =
    Math.abs(Math.log10(to / from)) < NEGLIGIBLE
      ? `${capital(name)} stays at ${ratioText(to)}`
      : `${capital(name)} ${verb} from ${ratioText(from)} to ${ratioText(to)}${inside}`;
  return parts.length === 1 ? `${change}: ${own}` : `${change}; most of all by ${own}`;
}
