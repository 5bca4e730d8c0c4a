import type {
  BreakEvenReport,
  DoubtHead,
  DoubtInput,
  MontecarloReport,
  SobolReport,
  TornadoReport,
} from '../../doubt/types.ts';
import type { BreakEvenRow } from '../../studies/breakeven/breakEven.ts';
import { formatNumber, outcomeText, percentText, quantityText } from '../format.ts';
import type { Block } from './blocks.ts';

/** Inputs that a table shows; all of them are in the machine formats. */
const SHOWN = 20;

/** A study as a document: what it found first. */
export function doubtBlocks(
  report: MontecarloReport | TornadoReport | SobolReport | BreakEvenReport,
): Block[] {
  const head: Block[] = [
    { kind: 'text', text: `${report.scenario.title} (${report.scenario.id})` },
  ];
  const body =
    report.kind === 'montecarlo'
      ? montecarlo(report, head)
      : report.kind === 'tornado'
        ? tornado(report, head)
        : report.kind === 'sobol'
          ? sobol(report, head)
          : breakEven(report, head);
  return [...body, { kind: 'text', text: `Again: ${report.scenario.command}` }];
}

function montecarlo({ result, limit, value, inputs }: MontecarloReport, head: Block[]): Block[] {
  const [verdict] = result.truths;
  const [ratio] = result.outputs;
  const probability = verdict?.probability ?? { value: NaN, low: NaN, high: NaN };
  const interval = `${probabilityText(probability.low)} to ${probabilityText(probability.high)}`;
  const partial = result.complete ? '' : ' (interrupted: this is what was done)';
  return [
    {
      kind: 'verdict',
      outcome: probability.value >= 0.5 ? 'pass' : 'fail',
      text: `Passes with a probability of ${probabilityText(probability.value)} (${interval}, ${100 * result.confidence} % interval of the estimate)${partial}.`,
    },
    ...head,
    {
      kind: 'heading',
      text: `The ratio (limit ${formatNumber(limit)}, without doubt ${formatNumber(value)})`,
    },
    {
      kind: 'table',
      columns: [
        { title: 'quantile', align: 'right' },
        { title: 'ratio', align: 'right' },
        { title: 'interval' },
      ],
      rows: (ratio?.quantiles ?? []).map((quantile) => [
        percentText(quantile.probability),
        formatNumber(quantile.value),
        `${formatNumber(quantile.low)} – ${formatNumber(quantile.high)}`,
      ]),
    },
    { kind: 'heading', text: 'Probability of each test' },
    {
      kind: 'table',
      columns: [{ title: 'test' }, { title: 'probability', align: 'right' }, { title: 'interval' }],
      rows: result.truths.map((truth) => [
        truth.name,
        probabilityText(truth.probability.value),
        `${probabilityText(truth.probability.low)} – ${probabilityText(truth.probability.high)}`,
      ]),
    },
    {
      kind: 'text',
      text: `${formatNumber(result.samples)} draws of ${result.varying.length} inputs, ${result.method}, seed ${result.seed}, ${basisText(inputs)}${result.notFinite > 0 ? `; ${result.notFinite} draws had no finite value` : ''}.`,
    },
  ];
}

function basisText(inputs: readonly DoubtInput[]): string {
  const range = inputs.filter((input) => input.basis === 'range').length;
  return `${range} by a stated range, ${inputs.length - range} by the band of their stage`;
}

function tornado({ result, inputs, limit, value }: TornadoReport, head: Block[]): Block[] {
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
        { title: 'name' },
      ],
      rows: result.rows.slice(0, SHOWN).map((row) => {
        const display = displayOf(inputs, row.input);
        return [
          titleOf(inputs, row.input),
          quantityText(row.low, display),
          quantityText(row.high, display),
          formatNumber(row.outputAtLow),
          formatNumber(row.outputAtHigh),
          row.crosses ? 'yes' : '',
          row.input,
        ];
      }),
    },
    ...rest(result.rows.length),
  ];
}

function sobol({ result, inputs }: SobolReport, head: Block[]): Block[] {
  const [ratio] = result.outputs;
  const groups = [...(ratio?.groups ?? [])].sort((a, b) => b.total.value - a.total.value);
  const names = groups.slice(0, 3).map((group) => titleOf(inputs, group.name));
  const share = (estimate: { value: number; interval?: readonly [number, number] }): string[] => [
    estimate.value.toFixed(3),
    (estimate.interval ?? []).map((end) => end.toFixed(3)).join(' to '),
  ];
  const wide = result.warnings.filter((warning) => warning.code === 'wide-interval');
  return [
    {
      kind: 'text',
      text: `Most of the spread of the ratio comes from ${names.join(', ')}.`,
    },
    ...head,
    { kind: 'heading', text: 'Sobol indices of log10 of the ratio (95 % intervals by bootstrap)' },
    {
      kind: 'table',
      columns: [
        { title: 'input' },
        { title: 'first order', align: 'right' },
        { title: 'interval' },
        { title: 'total', align: 'right' },
        { title: 'interval' },
        { title: 'name' },
      ],
      rows: groups
        .slice(0, SHOWN)
        .map((group) => [
          titleOf(inputs, group.name),
          ...share(group.first),
          ...share(group.total),
          group.name,
        ]),
    },
    ...rest(groups.length),
    ...(wide.length > 0
      ? [
          {
            kind: 'text' as const,
            text: 'Some intervals are wider than 0.1: take more --samples. A negative estimate is noise around 0.',
          },
        ]
      : []),
    {
      kind: 'text',
      text: `${formatNumber(result.evaluations)} evaluations.`,
    },
  ];
}

function breakEven(
  { ratio, verdict, inputs, limit, value }: BreakEvenReport,
  head: Block[],
): Block[] {
  const [meets, flips] = [crossingRows(ratio.rows), crossingRows(verdict.rows)];
  const now = outcomeText(verdict.holdsAtBase ? 'pass' : 'fail');
  return [
    {
      kind: 'text',
      text: `${meets.length} of ${ratio.rows.length} inputs bring the ratio (${formatNumber(value)}) to its limit of ${formatNumber(limit)} alone, within what they may plausibly be; ${flips.length} flip the verdict (now: ${now}).`,
    },
    ...head,
    { kind: 'heading', text: 'Where the ratio meets its limit' },
    crossings(meets, inputs),
    { kind: 'heading', text: 'Where the verdict flips' },
    crossings(flips, inputs),
    { kind: 'text', text: 'Every other input: not by this alone.' },
  ];
}

/** Rows with a break-even, the nearest first. */
function crossingRows(rows: readonly BreakEvenRow[]): BreakEvenRow[] {
  const distance = ({ crossings: [first] }: BreakEvenRow): number =>
    Math.abs(Math.log(first?.factor ?? Infinity));
  return rows.filter((row) => row.status === 'crosses').sort((a, b) => distance(a) - distance(b));
}

function crossings(rows: readonly BreakEvenRow[], inputs: readonly DoubtInput[]): Block {
  if (rows.length === 0) return { kind: 'text', text: 'By no input alone.' };
  return {
    kind: 'table',
    columns: [
      { title: 'input' },
      { title: 'now', align: 'right' },
      { title: 'break-even', align: 'right' },
      { title: 'factor', align: 'right' },
      { title: 'name' },
    ],
    rows: rows.slice(0, SHOWN).map((row) => {
      const [crossing] = row.crossings;
      const display = displayOf(inputs, row.input);
      return [
        titleOf(inputs, row.input),
        quantityText(row.base, display),
        crossing === undefined ? '' : quantityText(crossing.value, display),
        crossing?.factor === undefined ? '' : `${formatNumber(crossing.factor)} x`,
        row.input,
      ];
    }),
  };
}

function titleOf(inputs: readonly DoubtInput[], name: string): string {
  return inputs.find((input) => input.name === name)?.title ?? name;
}

/** A probability with a decimal: its interval is often narrower than a percent. */
function probabilityText(probability: number): string {
  return `${(100 * probability).toFixed(1)} %`;
}

function displayOf(
  inputs: readonly DoubtInput[],
  name: string,
): DoubtHead['inputs'][number]['display'] {
  return inputs.find((input) => input.name === name)?.display ?? { unit: '', scale: 1 };
}

function rest(total: number): Block[] {
  return total > SHOWN
    ? [{ kind: 'text', text: `and ${total - SHOWN} more that move it less` }]
    : [];
}
