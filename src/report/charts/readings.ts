import type { EvaluationResult, Verdict } from '../../result/types.ts';
import { formatNumber } from '../format.ts';
import { ifWeak } from '../weakCore.ts';
import { label } from './label.ts';
import { logDots, type Dot } from './logDots.ts';
import type { Chart, Layout } from './chart.ts';

const SHAPES: Readonly<Record<Verdict, Dot['kind']>> = {
  pass: 'good',
  fail: 'bad',
  undecided: 'plain',
};

const SIGNS: Readonly<Record<Verdict, string>> = { pass: ' ✓', fail: ' ✗', undecided: '' };

/**
 * The readings of the criterion against its limit.
 *
 * @returns null where no reading has a value
 * @example
 * import { evaluate, loadBuiltin, resolveScenario } from 'emuprove';
 * import { readingsChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = readingsChart(evaluate(scenario));
 * console.log(chart?.title);
 */
export function readingsChart(result: EvaluationResult, layout: Layout = 'wide'): Chart | null {
  const { limit } = result.verdict;
  const known = result.readings.flatMap((reading) => {
    const value = reading.value.value;
    return typeof value === 'number' && value > 0 && Number.isFinite(value)
      ? [{ ...reading, number: value }]
      : [];
  });
  if (known.length === 0 || !(limit > 0)) return null;
  const title = finding(result);
  return {
    id: 'readings',
    title,
    description:
      `Each reading of the criterion as a dot on a logarithmic axis, and the limit of ${formatNumber(limit)} ` +
      'as a dashed line. Dots left of the line pass: a circle passes, a cross fails.',
    table: {
      columns: [{ title: 'Reading' }, { title: 'Value', unit: '1' }, { title: 'Ratio alone' }],
      rows: result.readings.map((reading) => [
        reading.title,
        typeof reading.value.value === 'number' ? reading.value.value : null,
        reading.ratioOutcome,
      ]),
    },
    spec: logDots({
      title,
      layout,
      dots: known.map((reading) => ({
        label: nameOf(reading.id),
        value: reading.number,
        text: `${formatNumber(reading.number)}${SIGNS[reading.ratioOutcome]}`,
        kind: SHAPES[reading.ratioOutcome],
      })),
      line: { value: limit, label: `limit ${formatNumber(limit)}` },
      axisTitle: 'lower is better (no unit, logarithmic)',
      format: ',.12~g',
    }),
  };
}

/** Reading ids are words; an underscore is how a key writes a space. */
function nameOf(id: string): string {
  return label(id.replaceAll('_', ' '));
}

function finding(result: EvaluationResult): string {
  const { readings, verdict } = result;
  const by = (outcome: Verdict): string[] =>
    readings.filter(({ ratioOutcome }) => ratioOutcome === outcome).map(({ id }) => nameOf(id));
  const [passing, failing] = [by('pass'), by('fail')];
  const limit = formatNumber(verdict.limit);
  if (failing.length === 0 && passing.length === readings.length) {
    return `Every reading stays below the limit of ${limit}${ifWeak(result)}`;
  }
  if (passing.length === 0 && failing.length === readings.length) {
    return `Every reading is above the limit of ${limit}`;
  }
  const undecided = readings.length - passing.length - failing.length;
  const parts = [
    failing.length > 0 ? `over the limit of ${limit}: ${failing.join(', ')}` : '',
    passing.length > 0
      ? `within ${failing.length > 0 ? 'it' : `the limit of ${limit}`}: ${passing.join(', ')}`
      : '',
    undecided > 0 ? `not known: ${by('undecided').join(', ')}` : '',
  ];
  const text = parts.filter((part) => part !== '').join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
