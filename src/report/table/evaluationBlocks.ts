import type { EvaluationResult, Figure, ReadingResult, Test } from '../../result/types.ts';
import {
  comparedText,
  figureText,
  formatNumber,
  marginText,
  outcomeText,
  percentText,
} from '../format.ts';
import type { Block } from './blocks.ts';

/** Phases that are listed; the rest is one line. */
const PHASES = 10;

/** A result as a document: verdict first, then both sides, and what it rests on. */
export function evaluationBlocks(result: EvaluationResult): Block[] {
  const { scenario, verdict } = result;
  return [
    { kind: 'verdict', outcome: verdict.outcome, text: verdict.sentence },
    { kind: 'text', text: `${scenario.title} (${scenario.id})` },
    { kind: 'text', text: placeText(result) },
    { kind: 'heading', text: 'Native side: what one device runs' },
    figures(result.native),
    { kind: 'heading', text: 'Proving side: what one device emulates and proves' },
    figures(result.proving),
    { kind: 'heading', text: 'Resources' },
    resources(result),
    { kind: 'heading', text: `Readings of the criterion (limit ${formatNumber(verdict.limit)})` },
    readings(result.readings),
    { kind: 'heading', text: 'Sub-tests' },
    tests(result.tests),
    { kind: 'heading', text: 'Units that keep up with the segment rate' },
    units(result),
    { kind: 'heading', text: 'Phases of the prover: share of the usable resource' },
    phases(result),
    { kind: 'heading', text: 'Best native cores on this device' },
    ...rivals(result),
    { kind: 'heading', text: 'Cost and energy' },
    figures(result.cost),
    { kind: 'heading', text: 'What this rests on' },
    { kind: 'text', text: `${result.coverage.line}.` },
    ...(result.backtest === undefined
      ? []
      : [{ kind: 'text' as const, text: `${result.backtest}.` }]),
    ...(result.warnings.length > 0
      ? [
          {
            kind: 'list' as const,
            items: result.warnings.map(({ message, hint }) => `${message}; ${hint}.`),
          },
        ]
      : []),
    { kind: 'text', text: `Again: ${scenario.command}` },
  ];
}

function placeText(result: EvaluationResult): string {
  const { scenario } = result;
  const { technology, memory } = scenario;
  const die = result.quantities.find(({ name }) => name === 'die_area');
  const place =
    technology !== undefined
      ? `ASIC in ${scenario.device}${die === undefined ? '' : `, ${figureText(die)}`}, memory ${memory ?? '?'}`
      : scenario.platform === null
        ? `bare ${scenario.device}`
        : `${scenario.platform} (${scenario.device})`;
  const settings = scenario.set.map(({ name, value }) => `${name} = ${value}`);
  const set = settings.length > 0 ? `; set: ${settings.join(', ')}` : '';
  return `${place}, core ${scenario.core}, prover ${scenario.prover}, aggregation ${scenario.aggregation}${set}`;
}

function figures(list: readonly Figure[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'quantity' },
      { title: 'value', align: 'right' },
      { title: 'name', whole: true },
    ],
    rows: list.map((figure) => [figure.title, figureText(figure), figure.name]),
  };
}

function resources(result: EvaluationResult): Block {
  const names = ['device_capacity', 'shell', 'usable', 'tile', 'fit', 'resource_rate'];
  const titles = ['on the device', 'shell', 'usable', 'per tile', 'cores per die', 'proving rate'];
  return {
    kind: 'table',
    columns: [
      { title: 'resource' },
      ...titles.map((title) => ({ title, align: 'right' as const })),
    ],
    rows: result.resources.map(({ title, figures: found }) => [
      title,
      ...names.map((name) => {
        const figure = found[name];
        // A resource of which nothing is needed sets no bound.
        if (figure === undefined) return '';
        return figure.invalid === undefined ? figureText(figure) : 'none';
      }),
    ]),
  };
}

function readings(list: readonly ReadingResult[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'reading' },
      { title: 'value', align: 'right' },
      { title: 'whole devices', align: 'right' },
      { title: 'margin', align: 'right' },
      { title: 'ratio' },
      { title: 'with sub-tests' },
      { title: 'remark' },
    ],
    rows: list.map((reading) => [
      reading.id,
      figureText(reading.value),
      figureText(reading.integer),
      margin(reading.margin.value),
      outcomeText(reading.ratioOutcome),
      outcomeText(reading.outcome),
      reading.remark,
    ]),
  };
}

function tests(list: readonly Test[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'test' },
      { title: 'value', align: 'right' },
      { title: 'limit', align: 'right' },
      { title: 'margin', align: 'right' },
      { title: 'outcome' },
    ],
    rows: list.map((test) => [
      test.title,
      ...comparedText(test.value, test.limit),
      margin(test.margin),
      outcomeText(test.outcome),
    ]),
  };
}

/** A margin, log10(limit / value), as the factor that it is. */
function margin(of: number | boolean | null): string {
  return marginText(typeof of === 'number' ? of : null);
}

function phases(result: EvaluationResult): Block {
  const resources = result.resources
    .map(({ id }) => id)
    .filter((id) => result.phases.some((phase) => (phase.share[id] ?? 0) > 0));
  const total = (share: Readonly<Record<string, number>>): number =>
    Math.max(0, ...Object.values(share));
  const sorted = [...result.phases].sort((a, b) => total(b.share) - total(a.share));
  const [first, rest] = [sorted.slice(0, PHASES), sorted.slice(PHASES)];
  const percent = (share: number): string => (share > 0 ? percentText(share) : '');
  const row = (title: string, of: readonly (typeof sorted)[number][], basis: string): string[] => [
    title,
    ...resources.map((id) => percent(of.reduce((sum, phase) => sum + (phase.share[id] ?? 0), 0))),
    `${formatNumber(of.reduce((sum, phase) => sum + phase.bytes, 0))} B`,
    basis,
  ];
  return {
    kind: 'table',
    columns: [
      { title: 'phase' },
      ...resources.map((title) => ({ title, align: 'right' as const })),
      { title: 'memory per cycle', align: 'right' },
      { title: 'basis' },
    ],
    rows: [
      ...first.map((phase) => row(phase.title, [phase], phase.basis)),
      ...(rest.length > 0 ? [row(`${rest.length} other phases`, rest, '')] : []),
      row('all phases', sorted, ''),
    ],
  };
}

function units(result: EvaluationResult): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'operation' },
      { title: 'per cycle', align: 'right' },
      { title: 'units', align: 'right' },
      { title: 'implementation' },
    ],
    rows: result.units.map(({ operation, opsPerCycle, count, unit }) => [
      operation,
      typeof opsPerCycle.value === 'number' ? formatNumber(opsPerCycle.value) : 'not known',
      figureText(count),
      unit ?? 'no unit known',
    ]),
  };
}

function rivals({ rival, native, verdict }: EvaluationResult): Block[] {
  const own = native.find((figure) => figure.name === 'native_rate')?.value;
  const rate = (value: number): string => `${formatNumber(value / 1e9)} G cycle/s`;
  const unknown =
    rival.unknown > 0 ? `; of ${rival.unknown} more no clock or rate is published` : '';
  const worst =
    rival.overhead === null
      ? ''
      : ` Against the best of them the overhead is ${formatNumber(rival.overhead)} (limit ${formatNumber(verdict.limit)}).`;
  return [
    {
      kind: 'table',
      columns: [
        { title: 'core' },
        { title: 'cores', align: 'right' },
        { title: 'native rate', align: 'right' },
        { title: 'to this scenario', align: 'right' },
      ],
      rows: rival.best.map((found) => [
        found.design,
        formatNumber(found.cores),
        rate(found.nativeRate),
        typeof own === 'number' && own > 0 ? `${formatNumber(found.nativeRate / own)} x` : '',
      ]),
    },
    { kind: 'text', text: `${rival.compared} designs compared${unknown}.${worst}` },
  ];
}
