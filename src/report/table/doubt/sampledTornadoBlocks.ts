import type { SampledTornadoReport } from '../../../doubt/types.ts';
import { formatNumber } from '../../format.ts';
import type { Block } from '../blocks.ts';
import { probabilityText, rest, SHOWN, titleOf, valueText } from './shared.ts';

/** A tornado with the other inputs drawn, for people. */
export function sampledTornadoBlocks(report: SampledTornadoReport, head: Block[]): Block[] {
  const { result, inputs, limit, samples, seed } = report;
  const [first] = result.rows;
  const median = (quantiles: readonly number[]): string => formatNumber(quantiles[1] ?? NaN);
  const found =
    first === undefined
      ? 'Nothing is in doubt.'
      : `${titleOf(inputs, first.input)} moves the ratio most: with it at one end of its range the ratio is met with a probability of ${probabilityText(first.atLow.within ?? NaN)}, at the other of ${probabilityText(first.atHigh.within ?? NaN)} (with nothing held, ${probabilityText(result.all.within ?? NaN)}).`;
  return [
    { kind: 'text', text: found },
    ...head,
    {
      kind: 'heading',
      text: `Each input held at either end of its 5–95 % range, the others drawn (median ratio ${median(result.all.quantiles)}, limit ${formatNumber(limit)})`,
    },
    {
      kind: 'table',
      columns: [
        { title: 'input' },
        { title: 'from', align: 'right' },
        { title: 'to', align: 'right' },
        { title: 'median at from', align: 'right' },
        { title: 'at to', align: 'right' },
        { title: 'P at from', align: 'right' },
        { title: 'at to', align: 'right' },
        { title: 'name', whole: true },
      ],
      rows: result.rows
        .slice(0, SHOWN)
        .map((row) => [
          titleOf(inputs, row.input),
          valueText(inputs, row.input, row.low),
          valueText(inputs, row.input, row.high),
          median(row.atLow.quantiles),
          median(row.atHigh.quantiles),
          probabilityText(row.atLow.within ?? NaN),
          probabilityText(row.atHigh.within ?? NaN),
          row.input,
        ]),
    },
    ...rest(result.rows.length),
    {
      kind: 'text',
      text: `P is the probability that the ratio alone is met. ${formatNumber(samples)} draws an end, the same ones for all, seed ${seed}.`,
    },
  ];
}
