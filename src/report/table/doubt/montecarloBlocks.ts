import type { DoubtHead, DoubtInput, MontecarloReport } from '../../../doubt/types.ts';
import type { MontecarloResult, OutputSummary } from '../../../studies/montecarlo/types.ts';
import { formatNumber, percentText, quantityText } from '../../format.ts';
import type { Block } from '../blocks.ts';
import { outputTitle, probabilityText } from './shared.ts';

/** Checkpoints that the table of convergence shows. */
const CHECKPOINTS = 8;

/** A Monte Carlo study for people. */
export function montecarloBlocks(report: MontecarloReport, head: Block[]): Block[] {
  const { result, limit, value } = report;
  const [verdict] = result.truths;
  const [ratio] = result.outputs;
  const others = result.outputs.filter(({ name }) => report.asked.includes(name));
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
    ...(ratio === undefined ? [] : [quantiles(report, ratio)]),
    ...others.flatMap((output): Block[] => [
      { kind: 'heading', text: outputTitle(report, output.name) },
      quantiles(report, output),
    ]),
    { kind: 'heading', text: 'Probability of each test' },
    {
      kind: 'table',
      columns: [
        { title: 'test' },
        { title: 'probability', align: 'right' },
        { title: 'interval' },
        { title: 'name' },
      ],
      rows: result.truths.map((truth) => [
        outputTitle(report, truth.name),
        probabilityText(truth.probability.value),
        `${probabilityText(truth.probability.low)} – ${probabilityText(truth.probability.high)}`,
        truth.name,
      ]),
    },
    ...convergence(result),
    {
      kind: 'text',
      text: `${formatNumber(result.samples)} draws of ${result.varying.length} inputs, ${result.method}, seed ${result.seed}, ${basisText(report.inputs)}${result.notFinite > 0 ? `; ${formatNumber(result.notFinite)} draws had no finite value and count in nothing` : ''}.`,
    },
    ...together(report),
  ];
}

function quantiles(report: DoubtHead, output: OutputSummary): Block {
  const display = report.outputs.find(({ name }) => name === output.name)?.display;
  const text = (value: number): string =>
    display === undefined ? formatNumber(value) : quantityText(value, display);
  return {
    kind: 'table',
    columns: [
      { title: 'quantile', align: 'right' },
      { title: 'value', align: 'right' },
      { title: 'interval' },
    ],
    rows: output.quantiles.map((quantile) => [
      percentText(quantile.probability),
      text(quantile.value),
      `${text(quantile.low)} – ${text(quantile.high)}`,
    ]),
  };
}

/** How the probability of a pass settled. */
function convergence({ convergence: checkpoints }: MontecarloResult): Block[] {
  const rows = checkpoints.slice(-CHECKPOINTS).flatMap(({ samples, truths: [pass] }) => {
    if (pass === undefined) return [];
    const { value, low, high } = pass.probability;
    const half = (high - low) / 2;
    return [[formatNumber(samples), probabilityText(value), `± ${(100 * half).toFixed(2)} %`]];
  });
  if (rows.length < 2) return [];
  return [
    { kind: 'heading', text: 'How the probability of a pass settled' },
    {
      kind: 'table',
      columns: [
        { title: 'draws', align: 'right' },
        { title: 'probability', align: 'right' },
        { title: 'half width', align: 'right' },
      ],
      rows,
    },
  ];
}

function basisText(inputs: readonly DoubtInput[]): string {
  const count = (basis: DoubtInput['basis']): number =>
    inputs.filter((input) => input.basis === basis).length;
  const stated = count('stated') === 0 ? '' : `${count('stated')} as you said, `;
  return `${stated}${count('range')} by a stated range, ${count('stage')} by the band of their stage`;
}

function together({ correlations }: DoubtHead): Block[] {
  return correlations.map(({ between, value }) => ({
    kind: 'text',
    text: `${between.join(' and ')} are drawn together, with a correlation of ${formatNumber(value)}.`,
  }));
}
