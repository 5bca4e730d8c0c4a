import type { SobolReport } from '../../../doubt/types.ts';
import type { GroupIndices, IndexEstimate, OutputIndices } from '../../../studies/sobol/types.ts';
import { formatNumber } from '../../format.ts';
import type { Block } from '../blocks.ts';
import { outputTitle, rest, SHOWN, titleOf } from './shared.ts';

/** Sobol indices for people. */
export function sobolBlocks(report: SobolReport, head: Block[]): Block[] {
  const { result, inputs, seed } = report;
  const [ratio, verdict, ...others] = result.outputs;
  const names = byTotal(ratio)
    .slice(0, 3)
    .map((group) => titleOf(inputs, group.name));
  const wide = result.warnings.filter(({ code }) => code === 'wide-interval');
  const lost = result.warnings.flatMap((warning) =>
    warning.code === 'not-finite' ? [`${warning.evaluations} of ${warning.output}`] : [],
  );
  return [
    { kind: 'text', text: `Most of the spread of the ratio comes from ${names.join(', ')}.` },
    ...head,
    ...(ratio === undefined ? [] : section(report, ratio, 'log10 of the ratio')),
    ...(verdict === undefined
      ? []
      : section(report, verdict, 'whether the whole verdict is a pass')),
    ...others.flatMap((output) => section(report, output, outputText(report, output.output))),
    ...(wide.length > 0 ? [text('Some intervals are wider than 0.1: take more --samples.')] : []),
    ...(lost.length > 0 ? [text(`Without a finite value, and left out: ${lost.join(', ')}.`)] : []),
    text(
      `A negative estimate is noise around 0. ${formatNumber(result.evaluations)} evaluations, seed ${seed}.`,
    ),
  ];
}

function section(report: SobolReport, output: OutputIndices, what: string): Block[] {
  const groups = byTotal(output);
  if (!(output.variance > 0)) return [text(`Of ${what}: it does not vary.`)];
  return [
    { kind: 'heading', text: `Sobol indices of ${what} (95 % intervals by bootstrap)` },
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
          titleOf(report.inputs, group.name),
          ...share(group.first),
          ...share(group.total),
          group.name,
        ]),
    },
    ...rest(groups.length),
    ...pairs(report, output),
  ];
}

/** The pairs whose interaction is the largest. */
function pairs({ inputs }: SobolReport, { pairs: all }: OutputIndices): Block[] {
  if (all.length === 0) return [];
  const sorted = [...all].sort((a, b) => b.second.value - a.second.value);
  return [
    { kind: 'heading', text: 'Pairs that interact most, beyond what each does alone' },
    {
      kind: 'table',
      columns: [
        { title: 'input' },
        { title: 'and' },
        { title: 'second order', align: 'right' },
        { title: 'interval' },
      ],
      rows: sorted
        .slice(0, SHOWN / 2)
        .map(({ groups: [a, b], second }) => [
          titleOf(inputs, a),
          titleOf(inputs, b),
          ...share(second),
        ]),
    },
  ];
}

function byTotal(output: OutputIndices | undefined): GroupIndices[] {
  return [...(output?.groups ?? [])].sort((a, b) => b.total.value - a.total.value);
}

function share({ value, interval = [NaN, NaN] }: IndexEstimate): [string, string] {
  return [value.toFixed(3), interval.map((end) => end.toFixed(3)).join(' to ')];
}

function outputText(report: SobolReport, name: string): string {
  const inner = /^log10\((.*)\)$/.exec(name)?.[1];
  return inner === undefined ? outputTitle(report, name) : `log10 of ${outputTitle(report, inner)}`;
}

function text(words: string): Block {
  return { kind: 'text', text: words };
}
