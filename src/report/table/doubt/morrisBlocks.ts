import type { MorrisReport } from '../../../doubt/types.ts';
import { formatNumber } from '../../format.ts';
import type { Block } from '../blocks.ts';
import { rest, SHOWN, titleOf } from './shared.ts';

/** Elementary effects for people. */
export function morrisBlocks(report: MorrisReport, head: Block[]): Block[] {
  const { result, inputs, trajectories, seed } = report;
  const rows = [...result.rows].sort((a, b) => b.meanAbsolute - a.meanAbsolute);
  const names = rows.slice(0, 3).map((row) => titleOf(inputs, row.input));
  return [
    { kind: 'text', text: `The ratio answers most to ${names.join(', ')}.` },
    ...head,
    {
      kind: 'heading',
      text: 'Elementary effects on log10 of the ratio, of a move from 5 % to 95 % of the input',
    },
    {
      kind: 'table',
      columns: [
        { title: 'input' },
        { title: 'mean size', align: 'right' },
        { title: 'standard error', align: 'right' },
        { title: 'mean', align: 'right' },
        { title: 'spread', align: 'right' },
        { title: 'name', whole: true },
      ],
      rows: rows
        .slice(0, SHOWN)
        .map((row) => [
          titleOf(inputs, row.input),
          row.meanAbsolute.toFixed(4),
          row.standardError.toFixed(4),
          row.mean.toFixed(4),
          row.deviation.toFixed(4),
          row.input,
        ]),
    },
    ...rest(rows.length),
    {
      kind: 'text',
      text: `A spread beside a small mean size tells of interactions or bends; sobol says how much. ${trajectories} trajectories, ${formatNumber(result.evaluations)} evaluations, seed ${seed}.`,
    },
  ];
}
