import type { Builtin } from '../builtin/builtin.ts';
import { numberIn, textIn } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { evaluateModel, type Evaluation } from '../model/evaluate.ts';
import { evaluateScenario, operationsOf, type Evaluated } from '../result/build.ts';
import { reproduce } from '../result/command.ts';
import { verdictOf, figure } from '../result/figure.ts';
import type { Figure } from '../result/types.ts';
import { closure, usedInputs } from '../result/usedInputs.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Scenario, Setting } from '../scenario/types.ts';
import { gapOf } from './gap.ts';
import { BREAK_EVEN, BREAKDOWN, COMPARED, ENVELOPE, PER_TARGET } from './names.ts';
import { references } from './reference.ts';
import { sidesOf, type AsicChoice } from './sides.ts';
import type {
  BreakEvenVolume,
  CostOption,
  CostResult,
  CostTarget,
  Envelope,
  NodePoint,
} from './types.ts';

/** Volumes of the curve: 1, 2 and 5 of each decade. */
const VOLUMES = Array.from({ length: 7 }, (_, decade) =>
  [1, 2, 5].map((n) => n * 10 ** decade),
).flat();

/** A way to evaluate an option again with other settings. */
type Again = (more: Readonly<Record<string, Setting>>) => Evaluation;

/** Something that is costed. */
interface Costed {
  readonly option: Omit<CostOption, 'targets'>;
  readonly again: Again;
}

/**
 * Costs a scenario on an FPGA and as an ASIC, beside what others use today.
 *
 * @param choice which ASIC, where the scenario is none itself
 * @param shipped the built-in scenario that it started from, if any
 * @param check whether to check the models first
 * @throws InputError as evaluateScenario does
 */
export function buildCost(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
  choice: AsicChoice = {},
): CostResult {
  const sides = sidesOf(parts, scenario, choice);
  const isAsic = scenario.technology === 'asic';
  const fpga = told(isAsic, 'FPGA', () => evaluateScenario(parts, sides.fpga, check));
  const alternative = fpga.evaluation.number('prove_cost');
  const asicScenario: Scenario =
    alternative === undefined || 'alternative_cost' in sides.asic.set
      ? sides.asic
      : { ...sides.asic, set: { ...sides.asic.set, ...alternativeOf(alternative) } };
  const asic = told(!isAsic, 'ASIC', () => evaluateScenario(parts, asicScenario, check));
  const command = (side: Scenario): string =>
    reproduce(side, side.id === shipped?.id ? shipped : undefined);
  const costed: Costed[] = [
    side(fpga, sides.fpga, 'fpga', titleOf(fpga), command(sides.fpga)),
    side(asic, asicScenario, 'asic', titleOf(asic), command(sides.asic)),
    ...references(parts, fpga.model, everywhere(fpga, sides.fpga)).map(
      ({ again, ...row }): Costed => ({
        option: {
          ...row,
          kind: 'reference',
          command: null,
          figures: figures(again({}), COMPARED),
          assumed: [],
        },
        again,
      }),
    ),
  ];
  const targets = targetsOf(fpga.evaluation);
  return {
    schemaVersion: '1.0',
    kind: 'cost',
    tool: { name: 'emuprove', version: parts.version },
    scenario: {
      id: scenario.id,
      title: scenario.title,
      command: command(scenario).replace(/^emuprove evaluate/, 'emuprove cost'),
    },
    currency: 'USD',
    targets,
    options: costed.map(({ option, again }) => ({ ...option, targets: perTarget(again, targets) })),
    breakdown: BREAKDOWN.map((name) => figure(asic.evaluation, name)),
    breakEven: breakEven(asic, asicScenario),
    nodes: nodePoints(parts, asicScenario, asic),
    overheadLimit: asic.evaluation.number('overhead_limit') ?? null,
    gap: gapOf(asic.evaluation, parts.datasets),
    envelope: { fpga: envelope(fpga.evaluation), asic: envelope(asic.evaluation) },
    inputs: [
      ...inputsOf(fpga.evaluation).map((entry) => ({ ...entry, option: 'fpga' })),
      ...inputsOf(asic.evaluation).map((entry) => ({ ...entry, option: 'asic' })),
    ],
  };
}

/**
 * Does the work of a side; what is wrong with the one that nobody named is told as that.
 *
 * @throws InputError as the work does
 */
function told<T>(beside: boolean, name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!beside || !(error instanceof InputError)) throw error;
    const of = (message: string): string => `of the ${name} that it is compared with: ${message}`;
    throw new InputError(error.issues.map((issue) => ({ ...issue, message: of(issue.message) })));
  }
}

function side(
  { model, records, evaluation }: Evaluated,
  scenario: Scenario,
  kind: 'fpga' | 'asic',
  title: string,
  command: string,
): Costed {
  return {
    option: {
      id: kind,
      title,
      kind,
      command,
      figures: figures(evaluation, COMPARED),
      assumed: assumedOf(evaluation),
    },
    again: (more) => evaluateModel(model, records, { ...scenario.set, ...more }),
  };
}

function titleOf({ records: { chosen }, evaluation }: Evaluated): string {
  const name = (record: string): string => (chosen[record] ?? '').replace(/^\w+:/, '');
  if (chosen['node'] === undefined)
    return name(chosen['platform'] === undefined ? 'device' : 'platform');
  const { value, display } = figure(evaluation, 'die_area');
  const area = typeof value === 'number' ? Number((value / display.scale).toPrecision(4)) : '?';
  return `ASIC, ${name('node')}, ${area} mm²`;
}

function alternativeOf(cost: number): Record<string, Setting> {
  const source = 'cost of proving on the FPGA beside it';
  return { alternative_cost: { value: cost, stage: 'analytic', source } };
}

function figures(evaluation: Evaluation, names: readonly string[]): Record<string, Figure> {
  return Object.fromEntries(names.map((name) => [name, figure(evaluation, name)]));
}

/** Settings about money and energy that hold for whatever does the work. */
function everywhere({ model }: Evaluated, { set }: Scenario): Record<string, Setting> {
  return Object.fromEntries(
    Object.entries(set).filter(([name]) => {
      const quantity = model.quantities.get(name);
      const shared = quantity?.technology === undefined && quantity?.body.kind === 'input';
      return shared && (quantity.model === 'cost' || quantity.model === 'ethereum');
    }),
  );
}

/** What is assumed on the way to cost and energy, in the words of the model. */
function assumedOf(evaluation: Evaluation): string[] {
  const used = closure(evaluation, ['prove_cost', 'run_cost', 'prove_energy', 'run_energy']);
  const notes = new Set<string>();
  for (const key of used) {
    const [name = '', ...tuple] = key.split(/[[\],]/).filter((part) => part !== '');
    const { alternative } = evaluation.derivation(name, ...tuple);
    if (alternative?.assumed !== true || alternative.note === undefined) continue;
    notes.add(`${evaluation.model.quantities.get(name)?.title ?? name}: ${alternative.note}`);
  }
  return [...notes];
}

function targetsOf(evaluation: Evaluation): CostTarget[] {
  const rate = (name: string): number | null => evaluation.number(name) ?? null;
  return [
    { id: 'core', title: 'one soft core of the FPGA', rate: rate('core_rate') },
    { id: 'reference', title: 'the 3 GHz reference', rate: rate('reference_rate') },
    { id: 'slot', title: 'a block per Ethereum slot', rate: rate('slot_rate') },
  ];
}

function perTarget(again: Again, targets: readonly CostTarget[]): CostOption['targets'] {
  return Object.fromEntries(
    targets.map(({ id, rate }) => {
      const setting: Setting = { value: rate ?? NaN, stage: 'analytic', source: 'target' };
      const evaluation = again(rate === null ? {} : { target_rate: setting });
      return [id, rate === null ? {} : figures(evaluation, PER_TARGET)];
    }),
  );
}

function breakEven({ model, records, evaluation }: Evaluated, { set }: Scenario): BreakEvenVolume {
  const found = figures(evaluation, BREAK_EVEN);
  const volume = found['breakeven_volume']?.value;
  const outcome = typeof volume !== 'number' ? 'unknown' : volume > 0 ? 'found' : 'never';
  const curve = VOLUMES.map((number) => {
    const setting: Setting = { value: number, stage: 'analytic', source: 'volume' };
    const at = evaluateModel(model, records, { ...set, volume: setting });
    return { volume: number, cost: at.number('prove_cost') ?? null };
  });
  return { outcome, figures: found, curve };
}

/** Every process that a number of nanometres means, largest first. */
function nodePoints(parts: Builtin, scenario: Scenario, { model }: Evaluated): NodePoint[] {
  const rows = parts.datasets.get('nodes')?.rows ?? [];
  return rows
    .filter((row) => textIn(row, 'default') === 'yes')
    .map((row) => {
      const records = resolveRecords(
        parts.datasets,
        { ...scenario, node: row.key },
        operationsOf(model),
      );
      const evaluation = evaluateModel(model, records, scenario.set);
      const [overhead, cost] = [figure(evaluation, 'overhead'), figure(evaluation, 'prove_cost')];
      const number = ({ value }: Figure): number | null =>
        typeof value === 'number' ? value : null;
      return {
        node: row.key,
        title: textIn(row, 'title') ?? row.key,
        size: (numberIn(row, 'node_nm') ?? NaN) * 1e-9,
        overhead: number(overhead),
        proveCost: number(cost),
        bound: figure(evaluation, 'prove_bound').element ?? null,
        missing: [...new Set([...(overhead.missing ?? []), ...(cost.missing ?? [])])],
      };
    })
    .sort((a, b) => b.size - a.size);
}

function envelope(evaluation: Evaluation): Envelope {
  const tests = ENVELOPE.map(({ id, passes, value, limit }) => ({
    id,
    title: figure(evaluation, passes).title,
    outcome: verdictOf(figure(evaluation, passes)),
    value: figure(evaluation, value),
    limit: figure(evaluation, limit),
  }));
  return { devices: figure(evaluation, 'block_devices'), tests };
}

/** What the cost of an hour rests on and the rates do not: prices, power, and how long it works. */
function inputsOf(evaluation: Evaluation): ReturnType<typeof usedInputs> {
  const rates = closure(evaluation, ['proved_rate', 'native_rate']);
  const money = closure(evaluation, ['hourly_rate', 'run_hourly_rate']);
  return usedInputs(evaluation, new Set([...money].filter((key) => !rates.has(key))));
}
