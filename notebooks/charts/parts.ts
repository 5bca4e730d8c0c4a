/**
 * What the charts of notebooks have in common: the look of those of the library, and a shape or a dash
 * wherever there is a colour.
 *
 * @module
 */
import { CHART_CONFIG, CHART_INK, chartTitle, type Chart } from 'emuprove/report';

const { blue, orange, pass, fail, muted, text: ink } = CHART_INK;

/** Colour, shape and dash of groups, in their order. */
const LOOKS = [
  { color: blue, shape: 'circle', dash: [1, 0] },
  { color: orange, shape: 'diamond', dash: [8, 4] },
  { color: pass, shape: 'square', dash: [2, 3] },
  { color: fail, shape: 'cross', dash: [10, 3, 2, 3] },
  { color: muted, shape: 'triangle-up', dash: [5, 2] },
] as const;

/** Pixels of a character of a label, about. */
export const CHARACTER = 7;
/** From a mark to its label. */
export const GAP = 10;

/** What every chart here says. */
export interface Said {
  readonly id: string;
  /** The finding. */
  readonly title: string;
  /** What is drawn how. */
  readonly description: string;
  /** A line across, and what it is. */
  readonly limit?: { readonly value: number; readonly text: string };
}

/** Text over whatever lies below it. */
export function haloed(values: readonly object[], mark: object, encoding: object): object[] {
  const text = { type: 'text', fontSize: 12, ...mark };
  return [
    { data: { values }, mark: { ...text, stroke: 'white', strokeWidth: 5 }, encoding },
    { data: { values }, mark: { ...text, color: ink }, encoding },
  ];
}

export function chartOf<Row extends object>(
  { id, title, description }: Said,
  columns: readonly (readonly [string, keyof Row])[],
  rows: readonly Row[],
  spec: object,
): Chart {
  return {
    id,
    title,
    description,
    table: {
      columns: columns.map(([name]) => ({ title: name })),
      rows: rows.map((row) => columns.map(([, key]) => row[key] as string | number)),
    },
    spec: {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: chartTitle(title, 'wide'),
      config: CHART_CONFIG,
      ...spec,
    } as unknown as Chart['spec'],
  };
}

export function lookOf(index: number): (typeof LOOKS)[number] {
  return LOOKS[index % LOOKS.length] ?? LOOKS[0];
}

/** Colour and shape by group, with one legend for both where there are several. */
export function legendOf(groups: readonly string[]): object {
  const legend =
    groups.length > 1
      ? {
          title: null,
          orient: 'bottom',
          direction: 'horizontal',
          labelLimit: 400,
          labelFontSize: 12,
        }
      : null;
  const encoding = (key: 'color' | 'shape'): object => ({
    field: 'group',
    type: 'nominal',
    legend,
    scale: { domain: groups, range: groups.map((_, i) => lookOf(i)[key]) },
  });
  return { color: encoding('color'), shape: encoding('shape') };
}

/** A dashed line at a limit with its name at the end. */
export function ruleAt(limit: Said['limit'], across: 'x' | 'y', position: object): object[] {
  if (limit === undefined) return [];
  const data = { values: [{ ...limit, [across]: limit.value }] };
  const encoding = { [across]: { ...position, field: across } };
  const name =
    across === 'x'
      ? { mark: { type: 'text', dy: -8, color: ink }, at: { y: { value: 0 } } }
      : {
          mark: { type: 'text', dx: 6, dy: -7, align: 'left', color: ink },
          at: { x: { value: 0 } },
        };
  return [
    { data, mark: { type: 'rule', strokeDash: [6, 4], color: ink }, encoding },
    { data, mark: name.mark, encoding: { ...encoding, ...name.at, text: { field: 'text' } } },
  ];
}

/** From a little below the least to a little above the greatest, and room at the end for a label. */
export function domainOf(values: readonly number[], room: number): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(1.2, (most / least) ** 0.06);
  const [low, high] = [least / margin, most * margin];
  return [low, low * (high / low) ** (1 / (1 - Math.min(0.6, room)))];
}

/** A logarithmic axis with 1, 2 and 5 of each power of ten, or the powers alone if these are many. */
export function logAxis([low, high]: readonly [number, number], title: string): object {
  const decades = Math.log10(high / low);
  const steps = decades > 3 ? [1] : [1, 2, 5];
  const powers = Array.from(
    { length: Math.ceil(decades) + 2 },
    (_, i) => Math.floor(Math.log10(low)) + i,
  );
  const values = powers
    .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
    .filter((value) => value >= low && value <= high);
  return {
    title: `${title} (logarithmic)`,
    scale: { type: 'log', domain: [low, high], nice: false },
    axis: { values, format: ',~r' },
  };
}
