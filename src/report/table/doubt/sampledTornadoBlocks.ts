import type { SampledTornadoReport } from '../../../doubt/types.ts';
import { formatNumber } from '../../format.ts';
import { measureOf } from '../../measure.ts';
import type { Block } from '../blocks.ts';
import { probabilityText, rest, SHOWN, titleOf, valueText } from './shared.ts';

/** A tornado with the other inputs drawn, for people. */
export function sampledTornadoBlocks(report: SampledTornadoReport, head: Block[]): Block[] {
  const { result, inputs, samples, seed } = report;
  const { name, limit, text, shown } = measureOf(report);
  const [first] = result.rows;
  const median = (quantiles: readonly number[]): string => text(shown(quantiles[1] ?? NaN));
  const limited = limit === undefined ? '' : `, limit ${text(limit)}`;
  const found =
    first === undefined
      ? 'Nothing is in doubt.'
      : limit === undefined
        ? `${titleOf(inputs, first.input)} moves the ${name} most: its median is ${median(first.atLow.quantiles)} with it at one end of its range, ${median(first.atHigh.quantiles)} at the other (${median(result.all.quantiles)} with nothing held).`
        : `${titleOf(inputs, first.input)} moves the ratio most: with it at one end of its range the ratio is met with a probability of ${probabilityText(first.atLow.within ?? NaN)}, at the other of ${probabilityText(first.atHigh.within ?? NaN)} (with nothing held, ${probabilityText(result.all.within ?? NaN)}).`;
  return [
    { kind: 'text', text: found },
    ...head,
    {
      kind: 'heading',
      text: `Each input held at either end of its 5–95 % range, the others drawn (median ${name} ${median(result.all.quantiles)}${limited})`,
    },
    {
      kind: 'table',
      columns: [
        { title: 'input' },
        { title: 'from', align: 'right' },
        { title: 'to', align: 'right' },
        { title: 'median at from', align: 'right' },
        { title: 'at to', align: 'right' },
        ...(limit === undefined
          ? []
          : ['P at from', 'at to'].map((title) => ({ title, align: 'right' as const }))),
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
          ...(limit === undefined
            ? []
            : [row.atLow, row.atHigh].map(({ within }) => probabilityText(within ?? NaN))),
          row.input,
        ]),
    },
    ...rest(result.rows.length),
    {
      kind: 'text',
      text: `${limit === undefined ? '' : 'P is the probability that the ratio alone is met. '}${formatNumber(samples)} draws an end, the same ones for all, seed ${seed}.`,
    },
  ];
}
