import type { QuantityBreakEvenReport } from '../../../doubt/types.ts';
import { BREAK_EVEN_NUMBERS, BREAK_EVEN_RESOLUTION, crossingRows } from '../../breakEvenText.ts';
import { measureOf, type Measure } from '../../measure.ts';
import type { Block } from '../blocks.ts';
import { crossings, joint, leftOut, withinReason } from './breakEvenBlocks.ts';
import { titleOf } from './shared.ts';

/** Break-even of a quantity for people. */
export function quantityBreakEvenBlocks(report: QuantityBreakEvenReport, head: Block[]): Block[] {
  const { result, zero, together } = report;
  const measure = measureOf(report);
  const { name, text, value, limit = NaN } = measure;
  const meets = crossingRows(result.rows);
  const likely = meets.filter((row) => withinReason(report, row)).length;
  const now = result.holdsAtBase ? 'within it' : 'above it';
  return [
    {
      kind: 'text',
      text: `${meets.length} of ${result.rows.length} inputs bring the ${name} (${text(value)}, ${now}) to the limit of ${text(limit)} alone, ${likely} of them within what they may plausibly be.`,
    },
    ...head,
    { kind: 'heading', text: `Where the ${name} meets the limit of ${text(limit)}` },
    ...crossings(report, meets),
    ...alternatives(report, measure),
    ...(together === undefined
      ? []
      : joint(report, together, `The smallest joint change that brings the ${name} to its limit`)),
    { kind: 'text', text: BREAK_EVEN_NUMBERS },
    {
      kind: 'text',
      text: `Inputs that are not counted above do not do it alone. ${BREAK_EVEN_RESOLUTION}`,
    },
    ...leftOut(zero),
  ];
}

function alternatives(
  { alternatives: all, inputs }: QuantityBreakEvenReport,
  { name, text, shown }: Measure,
): Block[] {
  if (all.length === 0) return [];
  return [
    { kind: 'heading', text: 'What else could be chosen' },
    {
      kind: 'table',
      columns: [
        { title: 'choice' },
        { title: 'value' },
        { title: name, align: 'right' },
        { title: 'within the limit' },
      ],
      rows: all.map(({ input, label, value, meets }) => [
        titleOf(inputs, input),
        label,
        text(shown(value)),
        meets ? 'yes' : 'no',
      ]),
    },
  ];
}
