import type { TopLevelSpec } from 'vega-lite';
import type { BreakEvenReport, QuantityBreakEvenReport, ReachInput } from '../../doubt/types.ts';
import type { BreakEvenRow } from '../../studies/breakeven/breakEven.ts';
import { breakEvenText, factorText, isPlausible } from '../breakEvenText.ts';
import { formatNumber, quantityText } from '../format.ts';
import { textWidth } from '../render/textMetrics.ts';
import { ifWeakStudied } from '../weakCore.ts';
import type { Chart, Layout } from './chart.ts';
import { chartMeasure } from './chartMeasure.ts';
import { haloText } from './halo.ts';
import { inputTitle } from './inputTitle.ts';
import { rowsOf } from './rows.ts';
import { AXIS_TITLE, CONFIG, INK, titleOf } from './theme.ts';
import { logTicks, tickAxis, type Domain } from './ticks.ts';
import { isPositive, quoted } from './words.ts';

/** Inputs that are drawn. */
const MOST: Readonly<Record<Layout, number>> = { wide: 12, narrow: 8 };

/** What the looks of an arrow and the bar mean. */
const KEY = [
  { text: '▶ break-even within what the input may be', color: INK.orange },
  { text: '▷ break-even beyond it, or not in doubt', color: INK.blue },
  { text: 'grey bar: what the input may be', color: INK.muted },
];

const TEXT_STYLE = { fontSize: 11 } as const;

/** A break-even of the verdict, or of a quantity. */
type Report = BreakEvenReport | QuantityBreakEvenReport;

/** An input that flips the verdict, or brings a quantity to its limit. */
interface Flip {
  readonly name: string;
  readonly now: string;
  readonly then: string;
  /** Value over base; of a logarithm, of what it is the logarithm of. */
  readonly factor: number;
  /** What it may be, over base, where it is in doubt. */
  readonly plausible: Domain | undefined;
  readonly within: boolean;
}

/**
 * How far each input alone is from flipping the verdict, or from bringing a quantity to its limit: arrows from as it is to its break-even, by
 * factor, the nearest first, over bars of what the input may be.
 *
 * @returns null where no input flips it
 * @example
 * import { breakEven, loadBuiltin, resolveScenario } from 'emuprove';
 * import { breakEvenChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = breakEvenChart(breakEven(scenario));
 * console.log(chart?.title);
 */
export function breakEvenChart(
  report: BreakEvenReport | QuantityBreakEvenReport,
  layout: Layout = 'wide',
): Chart | null {
  const { reach } = report;
  const { rows, holdsAtBase } = report.kind === 'breakeven' ? report.verdict : report.result;
  const words = wordsOf(report, holdsAtBase);
  const flips = rows
    .flatMap((row) => {
      const flip = flipOf(
        row,
        reach.find(({ name }) => name === row.input),
      );
      return flip === undefined ? [] : [flip];
    })
    .sort(
      (a, b) =>
        Number(b.within) - Number(a.within) ||
        Math.abs(Math.log(a.factor)) - Math.abs(Math.log(b.factor)),
    );
  if (flips.length === 0) return null;
  const title = `${finding(words, flips)}${ifWeakStudied(report)}`;
  const drawn = flips.slice(0, MOST[layout]);
  return {
    id: 'breakeven',
    title,
    description:
      `For each input an arrow on a logarithmic axis of factors, from as it is (× 1) to where ${words.where}, all others as they are; first those within what the input may be, the nearest first. ` +
      'The grey bar is all that the input may be where it is in doubt: a solid arrow ends within it, a hollow one beyond it or where there is no doubt. ' +
      `The values stand below the name. ${rows.length - flips.length} of ${rows.length} inputs do not ${words.alone} alone.` +
      (flips.length > drawn.length
        ? ` ${flips.length - drawn.length} more are further away or beyond it.`
        : ''),
    table: {
      ranked: true,
      columns: [
        { title: 'Input' },
        { title: 'As it is' },
        { title: 'Break-even' },
        { title: 'Factor', unit: '1' },
        { title: 'Within what it may be' },
      ],
      rows: flips.map(({ name, now, then, factor, within }) => [
        name,
        now,
        then,
        factor,
        within ? 'yes' : 'no',
      ]),
    },
    spec: specOf(title, drawn, layout),
  };
}

function specOf(title: string, flips: readonly Flip[], layout: Layout): TopLevelSpec {
  const rows = rowsOf(
    flips.map(({ name, now, then }) => ({ name, note: `${now} → ${then}` })),
    layout,
  );
  const domain = domainOf(flips, rows.width);
  const clamp = (value: number): number => Math.max(domain[0], Math.min(domain[1], value));
  const values = flips.map(({ factor, plausible, within }, i) => ({
    row: rows.keys[i],
    factor,
    kind: `${within ? 'within' : 'beyond'} ${factor < 1 ? 'down' : 'up'}`,
    text: timesText(factor),
    low: plausible === undefined ? 1 : clamp(plausible[0]),
    high: plausible === undefined ? 1 : clamp(plausible[1]),
    one: 1,
  }));
  const ticks = logTicks(domain, rows.width, 6);
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { type: 'log', domain: [...domain], nice: false },
    axis: {
      title: 'factor from as it is (logarithmic)',
      ...tickAxis(ticks.map(({ value, text }) => ({ value, text: `× ${text}` }))),
      ...AXIS_TITLE,
    },
  });
  const kinds = ['within down', 'within up', 'beyond down', 'beyond up'];
  const encoded = (range: readonly string[]): object => ({
    field: 'kind',
    type: 'nominal',
    scale: { domain: kinds, range },
    legend: null,
  });
  const yOffset = rows.offset;
  const text = (down: boolean): object[] => {
    const own = values.filter(({ factor }) => factor < 1 === down);
    if (own.length === 0) return [];
    return haloText(
      {
        align: down ? 'right' : 'left',
        dx: down ? -10 : 10,
        yOffset,
        ...TEXT_STYLE,
        color: INK.text,
      },
      {
        data: { values: own },
        encoding: { x: x('factor'), y: rows.y, text: { field: 'text' } },
      },
    );
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: titleOf(title, layout),
    width: rows.width,
    height: rows.height,
    config: CONFIG,
    data: { values },
    layer: [
      {
        transform: [{ filter: 'datum.low < datum.high' }],
        mark: { type: 'bar', height: 13, color: '#cfd6de', yOffset },
        encoding: { x: x('low'), x2: { field: 'high' }, y: rows.y },
      },
      {
        data: { values: [{ one: 1 }] },
        mark: { type: 'rule', color: INK.text, strokeWidth: 1.5 },
        encoding: { x: x('one') },
      },
      {
        data: { values: [{ one: 1 }] },
        mark: { type: 'text', baseline: 'bottom', y: -5, fontSize: 12, color: INK.text },
        encoding: { x: x('one'), text: { value: 'as it is' } },
      },
      {
        mark: { type: 'rule', strokeWidth: 2, yOffset },
        encoding: {
          x: x('one'),
          x2: { field: 'factor' },
          y: rows.y,
          color: encoded([INK.orange, INK.orange, INK.blue, INK.blue]),
        },
      },
      {
        mark: { type: 'point', opacity: 1, size: 110, strokeWidth: 2, yOffset },
        encoding: {
          x: x('factor'),
          y: rows.y,
          shape: encoded(['triangle-left', 'triangle-right', 'triangle-left', 'triangle-right']),
          stroke: encoded([INK.orange, INK.orange, INK.blue, INK.blue]),
          fill: encoded([INK.orange, INK.orange, 'white', 'white']),
        },
      },
      ...text(true),
      ...text(false),
      ...rows.names,
      ...KEY.map(({ text: line, color }, i) => ({
        data: { values: [{}] },
        mark: { type: 'text', align: 'left', dy: 50 + 17 * i, fontSize: 12, color },
        encoding: { x: { value: 0 }, y: { value: 'height' }, text: { value: line } },
      })),
    ],
  } as TopLevelSpec;
}

/** All arrows, 1 among them, with room for the text; bars may be cut. */
function domainOf(flips: readonly Flip[], width: number): Domain {
  const factors = flips.map(({ factor }) => Math.log(factor));
  const room = (down: boolean): number =>
    Math.max(
      16,
      ...flips
        .filter(({ factor }) => factor < 1 === down)
        .map(({ factor }) => textWidth(timesText(factor), TEXT_STYLE) + 16),
    );
  const [low, high] = [Math.min(-0.05, ...factors), Math.max(0.05, ...factors)];
  const span = (high - low) / Math.max(0.3, 1 - (room(true) + room(false)) / width);
  return [
    Math.exp(low - (span * room(true)) / width),
    Math.exp(high + (span * room(false)) / width),
  ];
}

/** Where an input flips the verdict, if it does by a factor. */
function flipOf(row: BreakEvenRow, input: ReachInput | undefined): Flip | undefined {
  const [nearest] = row.crossings;
  const factor = nearest?.factor;
  if (nearest === undefined || !isPositive(factor) || factor === 1) return undefined;
  const [low = NaN, high = NaN] = input?.plausible ?? [];
  const over = (value: number): number =>
    input?.scale === 'log2' ? 2 ** (value - row.base) : value / row.base;
  // A distribution without an end reaches as far as the axis.
  const plausible: Domain = [Math.max(0, over(low)), over(high)];
  return {
    name: inputTitle(input ?? { name: row.input, title: '' }),
    now: valueText(row.base, input),
    then: breakEvenText(row, input),
    factor,
    plausible: low <= high ? plausible : undefined,
    within: isPlausible(row, input),
  };
}

function valueText(value: number, input: ReachInput | undefined): string {
  return input === undefined ? formatNumber(value) : quantityText(value, input.display);
}

function timesText(factor: number): string {
  return `× ${factorText(factor)}`;
}

/** What an input does alone, in the words of a sentence. */
interface Words {
  /** `the verdict flips` */
  readonly where: string;
  /** `flip it` */
  readonly alone: string;
  /** `makes`, `make` and `the verdict a pass` */
  readonly one: string;
  readonly many: string;
  readonly what: string;
}

function wordsOf(report: Report, holdsAtBase: boolean): Words {
  if (report.kind === 'breakeven') {
    const what = `the verdict a ${holdsAtBase ? 'fail' : 'pass'}`;
    return { where: 'the verdict flips', alone: 'flip it', one: 'makes', many: 'make', what };
  }
  const { name, text, limit = NaN } = chartMeasure(report);
  const level = text(limit);
  return {
    where: `the ${name} is at its limit of ${level}`,
    alone: 'do so',
    ...(holdsAtBase
      ? { one: 'takes', many: 'take', what: `the ${name} over ${level}` }
      : { one: 'brings', many: 'bring', what: `the ${name} down to ${level}` }),
  };
}

function finding({ one: does, many, what }: Words, flips: readonly Flip[]): string {
  const flip = `${does} ${what}`;
  const likely = flips.filter(({ within }) => within);
  const [nearest] = flips;
  const [first] = likely;
  const told = (one: Flip | undefined): string =>
    one === undefined ? '' : `${quoted(one.name)} (${timesText(one.factor)})`;
  if (first === undefined) {
    return `No input alone ${flip} within what it may be; nearest is ${told(nearest)}`;
  }
  if (likely.length === 1) return `One input alone ${flip} within what it may be: ${told(first)}`;
  return `Each of ${likely.length} inputs alone can ${many} ${what} within what it may be; ${told(first)} is nearest`;
}
