import type { SobolReport } from '../../../doubt/types.ts';
import type { GroupIndices, IndexEstimate, OutputIndices } from '../../../studies/sobol/types.ts';
import { tellPairs } from '../../../studies/sobol/tellPairs.ts';
import { formatNumber } from '../../format.ts';
import type { Block } from '../blocks.ts';
import { outputTitle, rest, SHOWN, titleOf } from './shared.ts';

/** Sobol indices for people. */
export function sobolBlocks(report: SobolReport, head: Block[]): Block[] {
  const { result, inputs, seed } = report;
  const [ratio, verdict, ...others] = result.outputs;
  const wide = result.warnings.filter(({ code }) => code === 'wide-interval');
  const lost = result.warnings.flatMap((warning) =>
    warning.code === 'not-finite' ? [`${warning.evaluations} of ${warning.output}`] : [],
  );
  return [
    text(finding(inputs, ratio)),
    ...head,
    ...(ratio === undefined ? [] : section(report, ratio, 'log10 of the ratio')),
    ...(verdict === undefined
      ? []
      : section(report, verdict, 'whether the whole verdict is a pass')),
    ...others.flatMap((output) => section(report, output, outputText(report, output.output))),
    ...(wide.length > 0 ? [text('Some intervals are wider than 0.1: take more --samples.')] : []),
    ...(lost.length > 0 ? [text(`Without a finite value, and left out: ${lost.join(', ')}.`)] : []),
    text(
      `The intervals are conservative: they hold the truth more often than 95 %. A negative estimate is noise around 0. ${formatNumber(result.evaluations)} evaluations, seed ${seed}.`,
    ),
  ];
}

/** Inputs that a sentence names at most. */
const NAMED = 5;

/** Where the spread comes from, as far as the intervals tell. */
function finding(inputs: SobolReport['inputs'], output: OutputIndices | undefined): string {
  const groups = byTotal(output);
  if (output === undefined || !varies(output)) return 'The ratio does not vary.';
  const titles = (some: readonly GroupIndices[]): string =>
    some.map(({ name }) => titleOf(inputs, name)).join(', ');
  // What some inputs do for certain, each alone: the low ends of their shares.
  const sure = groups.slice(0, NAMED).map(({ first }) => Math.max(0, first.interval?.[0] ?? 0));
  const enough = sure.findIndex((_, k) => sum(sure.slice(0, k + 1)) > 0.5);
  if (enough >= 0) {
    return `Most of the spread of the ratio comes from ${titles(groups.slice(0, enough + 1))}.`;
  }
  const known = groups.filter(({ total }) => (total.interval?.[0] ?? 0) > 0).slice(0, NAMED);
  if (known.length === 0) {
    return 'The intervals are too wide to say where the spread of the ratio comes from: take more --samples.';
  }
  return `The spread of the ratio comes from many inputs, or the intervals are too wide to say from which; the largest shares are those of ${titles(known)}.`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Rounding leaves this share of the size of a constant as its spread. */
const ROUNDING = 1e-12;

/** Whether there is a spread to share, beyond what rounding leaves. */
function varies({ mean, variance }: OutputIndices): boolean {
  return Math.sqrt(variance) > ROUNDING * Math.abs(mean);
}

function section(report: SobolReport, output: OutputIndices, what: string): Block[] {
  const all = byTotal(output);
  // What changed nothing in any row has no index and no interval either.
  const groups = all.filter(({ first, total }) => first.value !== 0 || total.value !== 0);
  const still = all.length - groups.length;
  if (!varies(output)) return [text(`Of ${what}: it does not vary.`)];
  return [
    {
      kind: 'heading',
      text: `Sobol indices of ${what} (95 % intervals by bootstrap, conservative)`,
    },
    {
      kind: 'table',
      columns: [
        { title: 'input' },
        { title: 'first order', align: 'right' },
        { title: 'interval' },
        { title: 'total', align: 'right' },
        { title: 'interval' },
        { title: 'name', whole: true },
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
    ...(still > 0 ? [text(`${formatNumber(still)} inputs changed nothing of it in any row.`)] : []),
    ...pairs(report, output),
  ];
}

/** The pairs whose interaction can be told from noise. */
function pairs({ inputs }: SobolReport, { pairs: all }: OutputIndices): Block[] {
  if (all.length === 0) return [];
  const told = tellPairs(all);
  const heading = 'Pairs that interact, beyond what each does alone';
  if (told.length === 0) {
    return [
      { kind: 'heading', text: heading },
      text(`No pair of ${formatNumber(all.length)} can be told from noise.`),
    ];
  }
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'table',
      columns: [
        { title: 'input' },
        { title: 'and' },
        { title: 'second order', align: 'right' },
        { title: 'interval' },
      ],
      rows: told
        .slice(0, SHOWN / 2)
        .map(({ groups: [a, b], second }) => [
          titleOf(inputs, a),
          titleOf(inputs, b),
          ...share(second),
        ]),
    },
    text(
      `${formatNumber(told.length)} of ${formatNumber(all.length)} pairs can be told from noise, all of them looked at together; the others are in the JSON.`,
    ),
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
