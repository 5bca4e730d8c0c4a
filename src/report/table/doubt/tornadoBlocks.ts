import type { TornadoReport } from '../../../doubt/types.ts';
import { formatNumber } from '../../format.ts';
import type { Block } from '../blocks.ts';
import { rest, SHOWN, titleOf, valueText } from './shared.ts';

/** A tornado for people. */
export function tornadoBlocks(
  { result, inputs, limit, value }: TornadoReport,
  head: Block[],
): Block[] {
  const [first] = result.rows;
  const crossing = result.rows.filter((row) => row.crosses);
  const found =
    crossing.length === 0
      ? 'no input alone takes the ratio across the limit'
      : `${crossing.length} of ${result.rows.length} inputs can take the ratio across the limit alone: ${crossing
          .slice(0, 5)
          .map((row) => titleOf(inputs, row.input))
          .join(', ')}`;
  return [
    {
      kind: 'text',
      text: `${first === undefined ? 'Nothing is in doubt' : `${titleOf(inputs, first.input)} moves the ratio most`}; ${found}.`,
    },
    ...head,
    {
      kind: 'heading',
      text: `Each input over its 5–95 % range, the others as they are (ratio ${formatNumber(value)}, limit ${formatNumber(limit)})`,
    },
    {
      kind: 'table',
      columns: [
        { title: 'input' },
        { title: 'from', align: 'right' },
        { title: 'to', align: 'right' },
        { title: 'ratio at from', align: 'right' },
        { title: 'ratio at to', align: 'right' },
        { title: 'crosses' },
        { title: 'name', whole: true },
      ],
      rows: result.rows
        .slice(0, SHOWN)
        .map((row) => [
          titleOf(inputs, row.input),
          valueText(inputs, row.input, row.low),
          valueText(inputs, row.input, row.high),
          formatNumber(row.outputAtLow),
          formatNumber(row.outputAtHigh),
          row.crosses ? 'yes' : '',
          row.input,
        ]),
    },
    ...rest(result.rows.length),
  ];
}
