import type { TornadoReport } from '../../../doubt/types.ts';
import type { TornadoRow } from '../../../studies/tornado/tornado.ts';
import { measureOf, type Measure } from '../../measure.ts';
import type { Block } from '../blocks.ts';
import { rest, SHOWN, titleOf, valueText } from './shared.ts';

/** A tornado for people. */
export function tornadoBlocks(report: TornadoReport, head: Block[]): Block[] {
  const { result, inputs } = report;
  const measure = measureOf(report);
  const { name, limit, value, text, shown } = measure;
  const limited = limit === undefined ? '' : `, limit ${text(limit)}`;
  return [
    { kind: 'text', text: finding(report, measure) },
    ...head,
    {
      kind: 'heading',
      text: `Each input over its 5–95 % range, the others as they are (${name} ${text(value)}${limited})`,
    },
    {
      kind: 'table',
      columns: [
        { title: 'input' },
        { title: 'from', align: 'right' },
        { title: 'to', align: 'right' },
        { title: report.of === undefined ? 'ratio at from' : 'at from', align: 'right' },
        { title: report.of === undefined ? 'ratio at to' : 'at to', align: 'right' },
        ...(limit === undefined ? [] : [{ title: 'crosses' }]),
        { title: 'name', whole: true },
      ],
      rows: result.rows
        .slice(0, SHOWN)
        .map((row) => [
          titleOf(inputs, row.input),
          valueText(inputs, row.input, row.low),
          valueText(inputs, row.input, row.high),
          text(shown(row.outputAtLow)),
          text(shown(row.outputAtHigh)),
          ...(limit === undefined ? [] : [row.crosses ? 'yes' : '']),
          row.input,
        ]),
    },
    ...rest(result.rows.length),
  ];
}

function finding({ result, inputs }: TornadoReport, { name, limit, text, shown }: Measure): string {
  const [first] = result.rows;
  const title = (row: TornadoRow): string => titleOf(inputs, row.input);
  if (limit === undefined) {
    if (first === undefined || !(first.swing > 0))
      return `Nothing that is in doubt moves the ${name}.`;
    const ends = [first.outputAtLow, first.outputAtHigh].map((end) => text(shown(end)));
    return `${title(first)} moves the ${name} most: ${ends.join(' at its low end, ')} at its high end.`;
  }
  const crossing = result.rows.filter((row) => row.crosses);
  const found =
    crossing.length === 0
      ? `no input alone takes the ${name} across the limit`
      : `${crossing.length} of ${result.rows.length} inputs can take the ${name} across the limit alone: ${crossing.slice(0, 5).map(title).join(', ')}`;
  return `${first === undefined ? 'Nothing is in doubt' : `${title(first)} moves the ${name} most`}; ${found}.`;
}
