import type { Builtin } from '../builtin/builtin.ts';
import { numberIn, textIn, type Row } from '../datasets/types.ts';
import { uncertain } from '../doubt/uncertain.ts';
import { formatDimension } from '../formula/dimension.ts';
import { elementKey } from '../formula/system.ts';
import { InputError } from '../issues/issue.ts';
import { elementsNamed } from '../model/bind.ts';
import { evaluateModel, type Evaluation } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import { operationsOf } from '../result/build.ts';
import { parseSetting } from '../scenario/parseSetting.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Bands } from './band.ts';
import type { BacktestRow, Prediction, Relation } from './types.ts';

/** What is found of a row: numbers in base units. */
export type Found = Pick<BacktestRow, 'quantity' | 'published' | 'unit' | 'display'> & {
  readonly prediction: Prediction | null;
  readonly reason?: string;
};

/**
 * Predicts a row by the compiled model, and draws its band from the distributions of the inputs that
 * every study draws.
 *
 * @param name quantity to predict, as `cores` or `unit_resource[sha256_block,lut]`
 * @throws InputError for names that do not exist and a unit of another dimension
 */
export function predictRow(
  parts: Builtin,
  model: Model,
  scenario: Scenario,
  row: Row,
  name: string,
  bands: Bands,
): Found {
  const records = resolveRecords(parts.datasets, scenario, operationsOf(model));
  const evaluation = evaluateModel(model, records, scenario.set);
  const [element] = elementsNamed(model, name);
  if (element === undefined) throw new Error(`${name} has no element`);
  const { quantity, tuple } = element;
  const key = elementKey(quantity.name, tuple);
  const { text, unit } = evaluation.unit(quantity.name, ...tuple);
  const written = `${numberIn(row, 'published') ?? NaN} ${textIn(row, 'unit') ?? ''}`;
  const published = parseSetting(written, unit, 'published');
  const found = {
    quantity: key,
    published,
    unit: formatDimension(unit.dimension),
    display: { unit: text, scale: unit.scale },
  };
  const value = evaluation.number(quantity.name, ...tuple);
  if (value === undefined || value <= 0) {
    return { ...found, prediction: null, reason: whyNot(evaluation, quantity.name, tuple) };
  }
  const { model: compiled, inputs } = uncertain(
    { model, records, evaluation },
    parts.datasets,
    scenario,
    [key],
  );
  const { low, high } = inputs.length === 0 ? { low: value, high: value } : bands(compiled, inputs);
  const relation = (textIn(row, 'relation') ?? 'equal') as Relation;
  return {
    ...found,
    prediction: {
      value,
      low,
      high,
      ratio: value / published,
      inBand: low === high && relation === 'equal' ? null : allows(relation, low, high, published),
    },
  };
}

/** A value of exactly known inputs can differ from what is published by rounding. */
const ROUNDING = 1e-9;

function allows(relation: Relation, low: number, high: number, published: number): boolean {
  const above = published >= low * (1 - ROUNDING);
  const below = published <= high * (1 + ROUNDING);
  if (relation === 'at_least') return below;
  return relation === 'at_most' ? above : above && below;
}

function whyNot(evaluation: Evaluation, name: string, tuple: readonly string[]): string {
  const outcome = evaluation.outcome(name, ...tuple);
  switch (outcome.status) {
    case 'missing':
      return `no value for ${outcome.inputs.join(', ')}`;
    case 'invalid':
      return `${outcome.origin} has no value: ${outcome.reason}`;
    case 'known':
      return 'the model finds that none fits';
  }
}

/** Why a row that names something unknown can not be predicted. */
export function refusal(error: unknown): string {
  if (!(error instanceof InputError)) throw error;
  return error.issues.map(({ message }) => message).join('; ');
}
