import type { CostOption, CostResult } from '../../cost/types.ts';
import type { Figure } from '../../result/types.ts';
import type { Chart } from '../charts/chart.ts';
import { comparedText, figureText, formatNumber, outcomeText, quantityText } from '../format.ts';
import type { Block, Column } from './blocks.ts';
import { chartBlocks } from './chartBlocks.ts';
import { gapTable } from './costGap.ts';

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
    breakEvenTable(result),
    { kind: 'heading', text: 'FPGA over ASIC in the same process, factor by factor' },
    gapTable(result.gap),
    { kind: 'heading', text: 'Ethereum at home: a large block in real time' },
    envelopeTable(result),
    { kind: 'heading', text: 'What the costs rest on, beside the rates' },
    inputsTable(result),
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
export function costHeadline(result: CostResult): string {
  const said = result.options
    .filter(({ kind }) => kind !== 'reference')
    .map(({ title, figures }) => {
      const [cost, energy] = [figures['prove_cost'], figures['prove_energy']];
      const money = known(cost) ? moneyText(cost.value) : 'an unknown price';
      return `${money}${known(energy) ? ` and ${figureText(energy)}` : ''} on ${title}`;
    });
  return `Proving 10^9 instructions takes ${said.join(', ')}. ${volumeText(result)}`;
}

/** From which volume the ASIC is cheaper, or why that can not be said. */
export function volumeText({
  breakEven,
  options,
}: Pick<CostResult, 'breakEven' | 'options'>): string {
  const volume = breakEven.figures['breakeven_volume'];
  if (breakEven.outcome === 'found' && known(volume)) {
    const rate = breakEven.figures['breakeven_rate'];
    const work = known(rate) ? `, if there is work for all of them (${figureText(rate)})` : '';
    return `An ASIC is cheaper than the FPGA from a volume of ${formatNumber(Math.ceil(volume.value))} on${work}.`;
  }
  if (breakEven.outcome === 'never') {
    return 'An ASIC is never cheaper than the FPGA: it costs more even without its non-recurring cost.';
  }
  // What the FPGA costs is wanting for a reason of its own.
  const fpga = options.find(({ kind }) => kind === 'fpga');
  const missing = (volume?.missing ?? []).flatMap((name) =>
    name === 'alternative_cost' && fpga !== undefined
      ? (fpga.figures['prove_cost']?.missing ?? []).map((input) => `${input} of ${fpga.title}`)
      : [name],
  );
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

/** Costs of the same thing, one option a row; of what was published no limit is known. */
export function comparison(options: readonly CostOption[]): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [LEFT('on'), RIGHT('proved rate'), LEFT('limited by'), RIGHT('cost'), RIGHT('energy')],
    rows: options.map(({ title, figures }) => [
      title,
      cell(figures['proved_rate']),
      known(figures['prove_bound']) ? figureText(figures['prove_bound']) : '',
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

/** Where an ASIC meets the FPGA; a volume that never comes is none. */
export function breakEvenTable({
  breakEven: { outcome, figures },
}: Pick<CostResult, 'breakEven'>): Block & { kind: 'table' } {
  const { breakeven_volume: volume, breakeven_rate: rate, ...others } = figures;
  const found = outcome === 'never' ? [] : [volume, rate].filter((figure) => figure !== undefined);
  return figuresTable([...found, ...Object.values(others)]);
}

/** The conditions of proving at home, for FPGA and ASIC. */
export function envelopeTable({ envelope, options }: CostResult): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [LEFT('on'), LEFT('condition'), RIGHT('value'), RIGHT('limit'), LEFT('outcome')],
    rows: options.flatMap(({ id, title }) => {
      const { devices, tests } = envelope[id] ?? { devices: undefined, tests: [] };
      const on = known(devices) ? `${formatNumber(devices.value)} × ${title}` : title;
      return tests.map(({ id: condition, value, limit, outcome }) => [
        on,
        condition,
        ...(known(value) ? comparedText(value, limit) : [UNKNOWN, figureText(limit)]),
        outcomeText(outcome),
      ]);
    }),
  };
}

/** Every price, power and duration with its date. */
export function inputsTable({ inputs }: CostResult): Block & { kind: 'table' } {
  return {
    kind: 'table',
    columns: [
      LEFT('of'),
      LEFT('quantity'),
      RIGHT('value'),
      LEFT('date'),
      LEFT('stage'),
      LEFT('name'),
    ],
    rows: inputs.map(({ option, title, name, value, display, date, stage }) => [
      option === 'fpga' ? 'FPGA' : 'ASIC',
      title,
      quantityText(value, display),
      date ?? '',
      stage,
      name,
    ]),
  };
}

/** What a reader has to know before quoting a cost. */
export function notes({ options }: CostResult): string[] {
  const assumed = options.flatMap(({ title, assumed: list }) =>
    list.map((text) => `${title}: ${text}.`),
  );
  const published = options
    .filter(({ kind }) => kind === 'reference')
    .map(({ title, note, source }) =>
      [`${title}: ${note ?? ''}`, ...(source === undefined ? [] : [`source: ${source}`])].join(
        '; ',
      ),
    );
  return [
    ...assumed,
    ...published,
    'Published rates are of other instruction sets, guests and precompiles than the model counts, and their prices are of the GPUs alone: they say what is used today, and are no like-for-like race.',
    'An ASIC costs what it costs who has it made; a card on sale has margins in its price.',
    'An FPGA is taken to draw the power of its board whatever it does, so that its energy overhead is its overhead; where the power of a board is not known, and of an ASIC, it is that of its LUTs or gates at work: an ASIC draws what its gates at work and its memory interfaces do.',
    'Ethereum at home counts devices, without the hosts that hold them and without executing the block.',
  ];
}
