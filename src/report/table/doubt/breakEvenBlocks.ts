import type { BreakEvenReport } from '../../../doubt/types.ts';
import type { BreakEvenRow } from '../../../studies/breakeven/breakEven.ts';
import type { SmallestChange } from '../../../studies/breakeven/smallestChange.ts';
import {
  BREAK_EVEN_READING,
  BREAK_EVEN_RESOLUTION,
  breakEvenText,
  crossingRows,
  exactText,
  factorText,
  isPlausible,
} from '../../breakEvenText.ts';
import { formatNumber, outcomeText } from '../../format.ts';
import type { Block } from '../blocks.ts';
import { SHOWN, titleOf, valueText } from './shared.ts';

/** Inputs that a sentence names at most. */
const NAMED = 5;

/** What tells of inputs that break-even looked at. */
type Reached = Pick<BreakEvenReport, 'reach'>;

/** Break-even for people. */
export function breakEvenBlocks(report: BreakEvenReport, head: Block[]): Block[] {
  const { ratio, verdict, limit, value, zero } = report;
  const [meets, flips] = [crossingRows(ratio.rows), crossingRows(verdict.rows)];
  const now = outcomeText(verdict.holdsAtBase ? 'pass' : 'fail');
  const likely = flips.filter((row) => withinReason(report, row)).length;
  return [
    {
      kind: 'text',
      text: `${flips.length} of ${verdict.rows.length} inputs flip the verdict (now: ${now}) alone, ${likely} of them within what they may plausibly be; ${meets.length} bring the ratio (${formatNumber(value)}) to its limit of ${formatNumber(limit)}.`,
    },
    ...head,
    { kind: 'heading', text: 'Where the ratio meets its limit' },
    ...crossings(report, meets),
    { kind: 'heading', text: 'Where the verdict flips' },
    ...crossings(report, flips),
    ...alternatives(report),
    ...together(report),
    { kind: 'text', text: BREAK_EVEN_READING },
    {
      kind: 'text',
      text: `Inputs that are not counted above do neither alone. ${BREAK_EVEN_RESOLUTION}`,
    },
    ...leftOut(zero),
  ];
}

/** Inputs that break-even could not look at. */
export function leftOut(zero: readonly string[]): Block[] {
  if (zero.length === 0) return [];
  return [
    {
      kind: 'text',
      text: `Left out: ${zero.length} inputs that are 0, which no factor changes, and of which nothing says what else they might be: ${zero.slice(0, NAMED).join(', ')}${zero.length > NAMED ? ', …' : ''}.`,
    },
  ];
}

/** Whether the nearest break-even of an input lies within its doubt. */
export function withinReason({ reach }: Reached, row: BreakEvenRow): boolean {
  return isPlausible(
    row,
    reach.find(({ name }) => name === row.input),
  );
}

/** The break-even of each input, the nearest first. */
export function crossings(report: Reached, rows: readonly BreakEvenRow[]): Block[] {
  if (rows.length === 0) return [{ kind: 'text', text: 'By no input alone.' }];
  const { reach } = report;
  const more = rows.length - SHOWN;
  const table: Block = {
    kind: 'table',
    columns: [
      { title: 'input' },
      { title: 'now', align: 'right' },
      { title: 'break-even', align: 'right' },
      { title: 'factor', align: 'right' },
      { title: 'plausible' },
      { title: 'name', whole: true },
    ],
    rows: rows.slice(0, SHOWN).map((row) => {
      const factor = row.crossings[0]?.factor;
      return [
        titleOf(reach, row.input),
        valueText(reach, row.input, row.base),
        breakEvenText(
          row,
          reach.find(({ name }) => name === row.input),
        ),
        factor === undefined ? '' : `${factorText(factor)} x`,
        withinReason(report, row) ? 'yes' : '',
        row.input,
      ];
    }),
  };
  return more > 0 ? [table, { kind: 'text', text: `and ${more} more, further away` }] : [table];
}

function alternatives({ alternatives: all, inputs }: BreakEvenReport): Block[] {
  if (all.length === 0) return [];
  return [
    { kind: 'heading', text: 'What else could be chosen' },
    {
      kind: 'table',
      columns: [
        { title: 'choice' },
        { title: 'value' },
        { title: 'ratio', align: 'right' },
        { title: 'verdict' },
      ],
      rows: all.map(({ input, label, ratio, passes }) => [
        titleOf(inputs, input),
        label,
        formatNumber(ratio),
        outcomeText(passes ? 'pass' : 'fail'),
      ]),
    },
  ];
}

function together(report: BreakEvenReport): Block[] {
  if (report.together === undefined) return [];
  const { ratio, verdict } = report.together;
  return [
    ...joint(report, ratio, 'The smallest joint change that brings the ratio to its limit'),
    ...joint(report, verdict, 'The smallest joint change that makes the verdict a pass'),
  ];
}

/** A joint change of some inputs. */
export function joint({ reach }: Reached, change: SmallestChange, heading: string): Block[] {
  if (change.status === 'holds at base') {
    return [
      { kind: 'heading', text: heading },
      { kind: 'text', text: 'None is needed.' },
    ];
  }
  const missed = change.status === 'not found';
  return [
    { kind: 'heading', text: heading },
    ...(missed
      ? [{ kind: 'text' as const, text: 'None was found; this is the best that was seen.' }]
      : []),
    {
      kind: 'table',
      columns: [
        { title: 'input' },
        { title: 'now', align: 'right' },
        { title: 'then', align: 'right' },
        { title: 'factor', align: 'right' },
        { title: 'name', whole: true },
      ],
      rows: change.inputs.map(({ input, base, shown, factor }) => [
        titleOf(reach, input),
        valueText(reach, input, base),
        exactText(
          shown,
          reach.find(({ name }) => name === input),
        ),
        `${formatNumber(factor)} x`,
        input,
      ]),
    },
  ];
}
