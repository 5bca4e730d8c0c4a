import type { DoubtHead, DoubtInput, MontecarloReport } from '../../../doubt/types.ts';
import type {
  MontecarloResult,
  OutputSummary,
  QuantileEstimate,
} from '../../../studies/montecarlo/types.ts';
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
        { title: 'name', whole: true },
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
      text: `${formatNumber(result.samples)} draws of ${result.varying.length} inputs, ${methodText(result)}, seed ${result.seed}, ${basisText(report.inputs)}${result.notFinite > 0 ? `; ${formatNumber(result.notFinite)} draws had no finite value and count in nothing` : ''}.`,
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
      intervalText(quantile, text),
    ]),
  };
}

/** An interval; one whose end lies beyond all draws has none there. */
function intervalText(
  { low, high, open = [] }: QuantileEstimate,
  text: (value: number) => string,
): string {
  const [below, above] = [open.includes('low'), open.includes('high')];
  if (below && above) return 'too few draws';
  if (below) return `at most ${text(high)}`;
  return above ? `at least ${text(low)}` : `${text(low)} – ${text(high)}`;
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

/** How the draws were made. */
function methodText({ method, replicates }: MontecarloResult): string {
  return method === 'random' ? method : `${method} in ${replicates} equal scramblings`;
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
