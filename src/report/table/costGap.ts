import type { Gap, GapFactor, GapSpan } from '../../cost/types.ts';
import type { Figure } from '../../result/types.ts';
import { figureText, formatNumber } from '../format.ts';
import type { Block } from './blocks.ts';

const FACTORS: readonly GapFactor[] = ['area', 'delay', 'power'];

/** What an FPGA takes over an ASIC: the model first, then one study a row. */
export function gapTable({ model, published }: Gap): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [
      { title: 'by' },
      ...FACTORS.map((title) => ({ title, align: 'right' as const })),
      { title: 'of' },
    ],
    rows: [
      ['this model', ...FACTORS.map((factor) => modelText(model[factor])), MODEL],
      ...published.map((row) => [
        row.study,
        ...FACTORS.map((factor) => spanText(row[factor])),
        row.workload,
      ]),
    ],
  };
}

/** What the three factors of the model are; `emuprove explain gap_area` and the like say more. */
const MODEL =
  'LUTs of the core against their gates; one multiplier routed and in cells; power as published';

function modelText(figure: Figure): string {
  return typeof figure.value === 'number' ? formatNumber(figure.value) : figureText(figure);
}

function spanText({ value, low, high }: GapSpan): string {
  const range = low === null || high === null ? '' : `${formatNumber(low)}–${formatNumber(high)}`;
  if (value === null) return range;
  return range === '' ? formatNumber(value) : `${formatNumber(value)} (${range})`;
}
