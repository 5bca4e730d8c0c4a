import type { EvaluationResult } from '../../result/types.ts';
import { elementText, formatNumber, siText } from '../format.ts';
import { numberOf } from '../lookup.ts';
import { ifWeak } from '../weakCore.ts';
import type { Chart, Layout } from './chart.ts';
import { label } from './label.ts';
import { logDots, type Dot } from './logDots.ts';

/** A rate that one limit allows. */
interface Bound {
  readonly name: string;
  readonly rate: number;
}

/** A rate further above the lowest than this is not drawn: nobody asks about it. */
const FAR = 1e3;

/**
 * What limits the rate of proving: the rate by each resource of the fabric, by memory and by the
 * host link, the lowest of which decides, and the rate that would be enough to pass.
 *
 * @returns null where no limit is known
 * @example
 * import { evaluate, loadBuiltin, resolveScenario } from 'emuprove';
 * import { boundsChart } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = boundsChart(evaluate(scenario));
 * console.log(chart?.title);
 */
export function boundsChart(result: EvaluationResult, layout: Layout = 'wide'): Chart | null {
  const bounds = boundsOf(result);
  const [lowest] = bounds;
  if (lowest === undefined) return null;
  const proved = numberOf(result, 'proved_rate');
  const needed = neededRate(result, proved);
  const aggregated = proved !== undefined && proved < lowest.rate * (1 - 1e-9);
  const title = `${finding(lowest, aggregated ? proved : undefined, needed)}${needed === undefined ? '' : ifWeak(result)}`;
  const drawn = bounds.filter((bound) => bound.rate <= FAR * lowest.rate);
  const dots: Dot[] = [
    ...drawn.map((bound): Dot => ({
      label: bound.name,
      value: bound.rate,
      text: bound === lowest ? `${siText(bound.rate)} ◂ the limit` : siText(bound.rate),
      kind: bound === lowest ? 'marked' : 'plain',
    })),
    ...(aggregated
      ? [
          {
            label: 'after aggregation',
            value: proved,
            text: siText(proved),
            kind: 'derived',
          } as const,
        ]
      : []),
  ];
  const far = bounds.length - drawn.length;
  return {
    id: 'bounds',
    title,
    description:
      'The rate of proving that each limit alone would allow, as dots on a logarithmic axis, lowest first; ' +
      'the lowest, a diamond, is the limit.' +
      (aggregated ? ' The square is the rate that is left after aggregation.' : '') +
      (needed === undefined ? '' : ' The dashed line is the rate that would be enough to pass.') +
      (far > 0
        ? ` Not drawn: ${far} that ${far === 1 ? 'is' : 'are'} over ${formatNumber(FAR)} times higher.`
        : ''),
    table: {
      columns: [{ title: 'Limit' }, { title: 'Rate', unit: 'cycle / s' }],
      rows: [
        ...bounds.map(({ name, rate }) => [name, rate]),
        ...(proved === undefined ? [] : [['proved rate, after aggregation', proved]]),
        ...(needed === undefined ? [] : [['enough to pass', needed]]),
      ],
    },
    spec: logDots({
      title,
      layout,
      dots,
      line:
        needed === undefined
          ? undefined
          : { value: needed, label: `enough to pass: ${siText(needed)}` },
      axisTitle: 'instructions per second (logarithmic)',
      format: '~s',
    }),
  };
}

function boundsOf(result: EvaluationResult): Bound[] {
  const bounds: Bound[] = [];
  const add = (name: string, quantity: string): void => {
    const rate = numberOf(result, quantity);
    if (rate !== undefined && rate > 0) bounds.push({ name, rate });
  };
  for (const { id, title } of result.resources) add(title, `resource_rate[${id}]`);
  add(elementText('memory'), 'limit_rate[memory]');
  add(elementText('host'), 'limit_rate[host]');
  return bounds.sort((a, b) => a.rate - b.rate);
}

/**
 * The proved rate at which the reading of the verdict is just at its limit. Every reading is
 * inversely proportional to the proved rate; for the overhead this is native rate / limit.
 */
function neededRate(result: EvaluationResult, proved: number | undefined): number | undefined {
  const { value, limit } = result.verdict;
  if (value === null || proved === undefined || !(value > 0) || !(limit > 0)) return undefined;
  return (proved * value) / limit;
}

function finding(lowest: Bound, proved: number | undefined, needed: number | undefined): string {
  const text = label(lowest.name);
  const name = text.charAt(0).toUpperCase() + text.slice(1);
  const verb = /s$/.test(name) ? 'limit' : 'limits';
  const limit = `${name} ${verb} proving to ${siText(lowest.rate)} instructions/s`;
  const left = proved === undefined ? '' : `, ${siText(proved)} after aggregation`;
  if (needed === undefined) return `${limit}${left}`;
  const rate = proved ?? lowest.rate;
  const enough = rate >= needed ? 'would be enough' : 'are needed';
  return `${limit}${left}; ${siText(needed)} ${enough} to pass`;
}
