import type { CostOption, CostResult } from '../../cost/types.ts';
import type { Figure } from '../../result/types.ts';
import type { Chart } from '../charts/chart.ts';
import { comparedText, figureText, formatNumber, outcomeText, quantityText } from '../format.ts';
import type { Block, Column } from './blocks.ts';
import { chartBlocks } from './chartBlocks.ts';

const LEFT = (title: string): Column => ({ title });
const RIGHT = (title: string): Column => ({ title, align: 'right' });

/** Shown for what is not known; the reasons stand below the table. */
const UNKNOWN = 'not known';

/** Missing inputs that one line names. */
const NAMED = 5;

/** Costs as a document: what proving costs side by side, what a target takes, and from which volume. */
export function costBlocks(result: CostResult): Block[] {
  return [
    { kind: 'text', text: costHeadline(result) },
    { kind: 'heading', text: 'Proving 10^9 instructions' },
    comparison(result.options),
    ...unknowns(result.options),
    { kind: 'heading', text: 'Overhead: proving over running' },
    overheads(result.options),
    ...result.targets.flatMap(({ id, title, rate }): Block[] => [
      {
        kind: 'heading',
        text: `In real time: ${title}${rate === null ? '' : ` (${quantityText(rate, { unit: 'cycle / s', scale: 1 })})`}`,
      },
      target(result.options, id),
    ]),
    { kind: 'heading', text: 'What one ASIC costs' },
    figuresTable(result.breakdown),
    { kind: 'heading', text: 'From which volume the ASIC is cheaper' },
    { kind: 'text', text: volumeText(result) },
    figuresTable(Object.values(result.breakEven.figures)),
    { kind: 'heading', text: 'Ethereum at home: a block in real time' },
    envelopeTable(result),
    { kind: 'heading', text: 'Prices that this rests on (USD)' },
    prices(result),
    { kind: 'heading', text: 'What to know' },
    { kind: 'list', items: notes(result) },
    { kind: 'text', text: `Again: ${result.scenario.command}` },
  ];
}

/** The same with links to its charts. */
export function costDocument(result: CostResult, charts: readonly Chart[], base: string): Block[] {
  return [
    { kind: 'heading', text: 'Cost and energy' },
    ...costBlocks(result),
    ...chartBlocks(charts, base),
  ];
}

/** What proving costs, in a sentence. */
export function costHeadline({ options, breakEven }: CostResult): string {
  const said = options
    .filter(({ kind }) => kind !== 'reference')
    .map(({ title, figures }) => {
      const [cost, energy] = [figures['prove_cost'], figures['prove_energy']];
      const money = known(cost) ? moneyText(cost.value) : 'an unknown price';
      return `${money}${known(energy) ? ` and ${figureText(energy)}` : ''} on ${title}`;
    });
  return `Proving 10^9 instructions takes ${said.join(', ')}. ${volumeText({ breakEven })}`;
}

/** From which volume the ASIC is cheaper, or why that can not be said. */
export function volumeText({ breakEven }: Pick<CostResult, 'breakEven'>): string {
  const volume = breakEven.figures['breakeven_volume'];
  if (breakEven.outcome === 'found' && known(volume)) {
    return `An ASIC is cheaper than the FPGA from a volume of ${formatNumber(Math.ceil(volume.value))} on.`;
  }
  if (breakEven.outcome === 'never') {
    return 'An ASIC is never cheaper than the FPGA: it costs more even without its non-recurring cost.';
  }
  const missing = volume?.missing ?? [];
  return `From which volume an ASIC is cheaper is not known: no value for ${missing.slice(0, NAMED).join(', ')}.`;
}

function known(figure: Figure | undefined): figure is Figure & { readonly value: number } {
  return typeof figure?.value === 'number' && Number.isFinite(figure.value);
}

/** Dollars, with as many digits as are worth reading. */
export function moneyText(value: number): string {
  const size = Math.abs(value);
  return size > 0 && size < 1e-3 ? `${value.toExponential(2)} USD` : `${formatNumber(value)} USD`;
}

function cell(figure: Figure | undefined): string {
  if (!known(figure)) return UNKNOWN;
  return figure.unit === 'USD' ? moneyText(figure.value) : figureText(figure);
}

/** Costs of the same thing, one option a row. */
export function comparison(options: readonly CostOption[]): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [LEFT('on'), RIGHT('proved rate'), RIGHT('cost'), RIGHT('energy')],
    rows: options.map(({ title, figures }) => [
      title,
      cell(figures['proved_rate']),
      cell(figures['prove_cost']),
      cell(figures['prove_energy']),
    ]),
  };
}

/** Proving over running the same instructions; of what was published only one side is known. */
export function overheads(options: readonly CostOption[]): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [LEFT('on'), RIGHT('hardware'), RIGHT('cost'), RIGHT('energy')],
    rows: options
      .filter(({ kind }) => kind !== 'reference')
      .map(({ title, figures }) => [
        title,
        times(figures['overhead']),
        times(figures['cost_overhead']),
        times(figures['energy_overhead']),
      ]),
  };
}

function times(figure: Figure | undefined): string {
  return known(figure) ? `${formatNumber(figure.value)} x` : UNKNOWN;
}

function unknowns(options: readonly CostOption[]): Block[] {
  const items = options.flatMap(({ title, figures }) => {
    const missing = new Set(
      ['prove_cost', 'prove_energy'].flatMap((name) => figures[name]?.missing ?? []),
    );
    if (missing.size === 0) return [];
    return [`${title}: no value for ${[...missing].slice(0, NAMED).join(', ')}`];
  });
  if (items.length === 0) return [];
  const hint = 'What is not known is no zero; --set price=... and the like fill it in.';
  return [
    { kind: 'list', items },
    { kind: 'text', text: hint },
  ];
}

/** What a target takes, one option a row. */
export function target(options: readonly CostOption[], id: string): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [LEFT('on'), RIGHT('devices'), RIGHT('purchase'), RIGHT('power'), RIGHT('per hour')],
    rows: options.map(({ title, targets }) => {
      const figures = targets[id] ?? {};
      const devices = figures['devices'];
      return [
        title,
        known(devices) ? formatNumber(devices.value) : UNKNOWN,
        cell(figures['target_price']),
        cell(figures['target_power']),
        cell(figures['target_cost']),
      ];
    }),
  };
}

/** Figures with their names, one a row. */
export function figuresTable(figures: readonly Figure[]): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [LEFT('quantity'), RIGHT('value'), LEFT('name')],
    rows: figures.map((figure) => [figure.title, cell(figure), figure.name]),
  };
}

/** The conditions of proving at home, for FPGA and ASIC. */
export function envelopeTable({ envelope, options }: CostResult): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [LEFT('on'), LEFT('condition'), RIGHT('value'), RIGHT('limit'), LEFT('outcome')],
    rows: options.flatMap(({ id, title }) =>
      (envelope[id] ?? []).map(({ id: condition, value, limit, outcome }) => [
        title,
        condition,
        ...(known(value) ? comparedText(value, limit) : [UNKNOWN, figureText(limit)]),
        outcomeText(outcome),
      ]),
    ),
  };
}

/** Every price with its date. */
export function prices({ prices: list }: CostResult): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [LEFT('on'), LEFT('price'), RIGHT('value'), LEFT('date'), LEFT('stage')],
    rows: list.map(({ option, name, value, display, date, stage }) => [
      option,
      name,
      quantityText(value, display),
      date ?? '',
      stage,
    ]),
  };
}

/** What a reader has to know before quoting a cost. */
export function notes({ options }: CostResult): string[] {
  const assumed = options.flatMap(({ title, assumed: list }) =>
    list.map((text) => `${title}: ${text}.`),
  );
  const published = options
    .filter(({ kind, note }) => kind === 'reference' && (note ?? '') !== '')
    .map(({ title, note }) => `${title}: ${note ?? ''}.`);
  return [
    ...assumed,
    ...published,
    'Published rates are of other instruction sets, guests and precompiles than the model counts, and their prices are of the GPUs alone: they say what is used today, and are no like-for-like race.',
    'An ASIC costs what it costs who has it made; a card on sale has margins in its price.',
  ];
}
