import type { Builtin } from '../builtin/builtin.ts';
import { InputError } from '../issues/issue.ts';
import { assemble } from '../model/assemble.ts';
import { clockPoints } from '../model/clockCurve.ts';
import { elementsOf, evaluateModel, type Evaluation } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Records, Scenario } from '../scenario/types.ts';
import { reproduce } from './command.ts';
import { backtestLine } from './backtestLine.ts';
import { coverage } from './coverage.ts';
import { readingResults, testResults } from './criterion.ts';
import { figure } from './figure.ts';
import { phases } from './phases.ts';
import { rivals } from './rivals.ts';
import { ASIC_COST, HEADLINE, SECTIONS } from './sections.ts';
import { sentence } from './sentence.ts';
import { userInputs, userWarnings } from './userData.ts';
import type { EvaluationResult, Figure, ReadingResult, Rival } from './types.ts';
import { closure, curveInputs, usedInputs } from './usedInputs.ts';
import { warnings } from './warnings.ts';

/** A scenario with its model and its rows, evaluated. */
export interface Evaluated {
  readonly model: Model;
  readonly records: Records;
  readonly evaluation: Evaluation;
}

/**
 * Evaluates a scenario.
 *
 * @param check whether to check the model first; the built-in ones were checked when they were built
 * @throws InputError for names that do not exist and for values that can not be computed
 */
export function evaluateScenario(parts: Builtin, scenario: Scenario, check: boolean): Evaluated {
  const model = assemble(parts, scenario.prover, check, scenario.technology);
  const records = resolveRecords(parts.datasets, scenario, operationsOf(model));
  const evaluation = evaluateModel(model, records, scenario.set);
  checkEvaluation(evaluation, scenario);
  return { model, records, evaluation };
}

/**
 * Refuses an evaluation that says nothing about the criterion.
 *
 * @throws InputError `no-core` where not one core fits, `not-finite` where the headline has no value
 */
export function checkEvaluation(evaluation: Evaluation, scenario: Scenario): void {
  const { model } = evaluation;
  if (evaluation.number('cores') === 0) {
    const message = `not one core ${scenario.core} fits on the device`;
    throw new InputError([{ code: 'no-core', message, path: 'core' }]);
  }
  for (const name of HEADLINE) {
    const outcome = evaluation.outcome(name, scenario.reading);
    if (outcome.status !== 'invalid') continue;
    const { reason, origin, position } = outcome;
    const quantity = model.quantities.get(origin.replace(/\[.*$/, ''));
    const place = quantity === undefined ? {} : { file: quantity.file, path: quantity.path };
    const message = `${origin} has no value: ${reason}`;
    throw new InputError([{ code: 'not-finite', message, position, ...place }]);
  }
}

/** Operations for which a model's prover needs hardware units. */
export function operationsOf(model: Model): string[] {
  return model.system.sets.get('operation')?.elements.map((element) => element.id) ?? [];
}

/** A result with the evaluation that it was taken from. */
export interface Built extends Evaluated {
  /** Every core with a known native rate on the device, the fastest first. */
  readonly ranked: readonly Rival[];
  readonly result: EvaluationResult;
}

/**
 * Everything that `emuprove evaluate` says about a scenario.
 *
 * @param shipped the built-in scenario that it started from, if any
 * @throws InputError as {@link evaluateScenario}
 */
export function buildResult(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
): Built {
  const evaluated = evaluateScenario(parts, scenario, check);
  const { model, records, evaluation } = evaluated;
  const used = closure(
    evaluation,
    HEADLINE.map((name) => `${name}[${scenario.reading}]`),
  );
  const curve = clockPoints(parts.datasets);
  const inputs = [...usedInputs(evaluation, used), ...curveInputs(evaluation, used, curve)];
  const readings = readingResults(evaluation);
  const tests = testResults(evaluation);
  const reading = readings.find(({ id }) => id === scenario.reading);
  if (reading === undefined) throw new Error(`there is no reading ${scenario.reading}`);
  const limit = evaluation.number('overhead_limit') ?? NaN;
  const byPhase = phases(evaluation);
  const { rival, ranked } = rivals(
    model,
    parts.datasets,
    scenario,
    operationsOf(model),
    evaluation,
  );
  const overall = figure(evaluation, 'passes', scenario.reading);
  const section = (names: readonly string[]): Figure[] =>
    names.map((name) => figure(evaluation, name));
  const backtest = backtestLine(parts.datasets);
  const result: EvaluationResult = {
    schemaVersion: '1.0',
    kind: 'evaluation',
    tool: { name: 'emuprove', version: parts.version },
    inputs: [
      ...model.documents.map(({ file, sha256 }) => ({ file, sha256 })),
      ...[...parts.datasets.values()].map(({ schema, sha256 }) => ({
        file: `datasets/${schema.file}`,
        sha256,
      })),
      ...userInputs(parts, model.documents),
    ],
    models: model.documents.map(({ id, version }) => ({ id, version })),
    scenario: {
      id: scenario.id,
      title: scenario.title,
      meaning: scenario.meaning.trim(),
      platform: scenario.platform ?? null,
      device: (records.chosen['device'] ?? records.chosen['node'] ?? '').replace(/^\w+:/, ''),
      ...asicChoices(scenario, records),
      core: scenario.core,
      prover: scenario.prover,
      aggregation: scenario.aggregation,
      reading: scenario.reading,
      rows: records.chosen,
      set: Object.entries(scenario.set).map(([name, { value, said, source }]) => ({
        name,
        value: said ?? value,
        source,
      })),
      command: reproduce(scenario, shipped),
    },
    verdict: {
      reading: scenario.reading,
      outcome: conclude(reading, rival, limit),
      sentence: sentence(reading, tests, limit, rival, scenario.technology),
      value: typeof reading.value.value === 'number' ? reading.value.value : null,
      limit,
      margin: typeof reading.margin.value === 'number' ? reading.margin.value : null,
      missing: overall.missing ?? [],
    },
    readings,
    tests,
    native: section(SECTIONS.native.filter((name) => model.quantities.has(name))),
    proving: section(SECTIONS.proving),
    proof: section(SECTIONS.proof),
    cost: section([...SECTIONS.cost, ...(scenario.technology === 'asic' ? ASIC_COST : [])]),
    resources: resources(evaluation),
    units: units(evaluation, records),
    ...byPhase,
    rival,
    coverage: coverage(inputs),
    ...(backtest === undefined ? {} : { backtest }),
    warnings: [
      ...userWarnings(parts),
      ...warnings({
        evaluation,
        scenario,
        used,
        inputs,
        phases: byPhase.phases,
        rival,
        curve,
      }),
    ],
    inputsUsed: inputs,
    quantities: quantities(evaluation),
  };
  return { ...evaluated, ranked, result };
}

/** What an ASIC is made in, beside what an FPGA has too. */
function asicChoices(
  { technology }: Scenario,
  { chosen }: Records,
): Pick<EvaluationResult['scenario'], 'technology' | 'node' | 'memory'> {
  const name = (record: string): string => (chosen[record] ?? '').replace(/^\w+:/, '');
  return technology === undefined ? {} : { technology, node: name('node'), memory: name('memory') };
}

/** A prover that passes against a weak core only has not passed. */
export function conclude(
  reading: Pick<ReadingResult, 'id' | 'outcome'>,
  rival: Pick<EvaluationResult['rival'], 'overhead'>,
  limit: number,
): ReadingResult['outcome'] {
  const beaten = reading.id === 'overhead' && (rival.overhead ?? 0) > limit;
  return reading.outcome === 'pass' && beaten ? 'fail' : reading.outcome;
}

function resources(evaluation: Evaluation): EvaluationResult['resources'] {
  const names = ['device_capacity', 'shell', 'usable', 'tile', 'fit', 'need', 'resource_rate'];
  return (evaluation.model.system.sets.get('resource')?.elements ?? []).map(({ id, title }) => ({
    id,
    title,
    figures: Object.fromEntries(names.map((name) => [name, figure(evaluation, name, id)])),
  }));
}

function units(evaluation: Evaluation, records: Records): EvaluationResult['units'] {
  const operations = evaluation.model.system.sets.get('operation')?.elements ?? [];
  return operations.map(({ id, title }) => ({
    operation: id,
    title,
    unit: records.chosen[`unit.${id}`]?.replace(/^\w+:/, '') ?? null,
    opsPerCycle: figure(evaluation, 'ops', id),
    count: figure(evaluation, 'unit_count', id),
  }));
}

function quantities(evaluation: Evaluation): Figure[] {
  const figures: Figure[] = [];
  for (const { quantity, tuple } of elementsOf(evaluation.model)) {
    if (evaluation.outcome(quantity.name, ...tuple).status !== 'known') continue;
    figures.push(figure(evaluation, quantity.name, ...tuple));
  }
  return figures;
}
