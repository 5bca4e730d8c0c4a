import type { Builtin } from '../builtin/builtin.ts';
import { numberIn, textIn, type Row, type Stage } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { assemble } from '../model/assemble.ts';
import type { Model } from '../model/link.ts';
import type { Scenario } from '../scenario/types.ts';
import { makeBands, type BandOptions, type Bands } from './band.ts';
import type { PublishedKind } from './load.ts';
import { predictRow, refusal, type Found } from './predict.ts';
import { rowScenario } from './rowScenario.ts';
import { summarise } from './summary.ts';
import type { BacktestResult, BacktestRow, Relation, RowStatus } from './types.ts';

/** Draws of the band of a row: its ends to within a percent or two. */
const SAMPLES = 1_024;

/** What may be asked of a backtest. */
export interface BacktestOptions extends Partial<BandOptions> {
  /** Only this kind. */
  readonly kind?: string;
  /** Whether to check the models first; the built-in ones were checked when they were built. */
  readonly check?: boolean;
}

/**
 * Lets the model recompute what others have published. Every published row is in the result exactly
 * once, predicted or with the reason why it is not.
 *
 * @throws InputError for an unknown kind, and for models that do not fit together
 */
export function backtest(
  parts: Builtin,
  published: readonly PublishedKind[],
  options: BacktestOptions = {},
): BacktestResult {
  const { samples = SAMPLES, seed = 0, check = false } = options;
  const kinds = wanted(published, options.kind);
  const models = new Map<string, Model>();
  const modelOf = ({ prover, technology }: Scenario): Model => {
    const key = `${technology ?? 'fpga'} ${prover}`;
    const model = models.get(key) ?? assemble(parts, prover, check, technology);
    models.set(key, model);
    return model;
  };
  const bands = makeBands({ samples, seed });
  const results = kinds.map((kind) => {
    const rows = [...kind.table.rows]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((row) => judged(parts, kind, row, modelOf, bands));
    return { rows, summary: summarise(kind, rows) };
  });
  return {
    schemaVersion: '1.0',
    kind: 'backtest',
    tool: { name: 'emuprove', version: parts.version },
    inputs: kinds.flatMap(({ table, own = [] }) => [
      { file: `datasets/published/${table.schema.file}`, sha256: table.sha256 },
      ...own.map(({ file, sha256 }) => ({ file, sha256 })),
    ]),
    samples,
    seed,
    kinds: results.map(({ summary }) => summary),
    rows: results.flatMap(({ rows }) => rows),
  };
}

function wanted(
  published: readonly PublishedKind[],
  name: string | undefined,
): readonly PublishedKind[] {
  if (name === undefined) return published;
  const found = published.filter(({ id }) => id === name);
  if (found.length > 0) return found;
  const ids = published.map(({ id }) => id);
  const suggestion = nearest(name, ids);
  throw new InputError([
    {
      code: 'unknown-kind',
      message: `there is no kind ${quote(name)}`,
      expected: `one of ${ids.join(', ')}`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}

/** A row with what became of it. */
function judged(
  parts: Builtin,
  kind: PublishedKind,
  row: Row,
  modelOf: (scenario: Scenario) => Model,
  bands: Bands,
): BacktestRow {
  const text = (column: string): string | undefined => textIn(row, column);
  const found = foundOf(parts, kind, row, modelOf, bands);
  const relation = (text('relation') ?? 'equal') as Relation;
  const optional = (name: string, column: string): object => {
    const value = text(column);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    kind: kind.id,
    id: row.key,
    system: text('system') ?? '',
    title: text('title') ?? '',
    status: statusOf(found, relation, text('calibrates')),
    relation,
    ...found,
    ...optional('calibrates', 'calibrates'),
    ...optional('boundedBy', 'bounded_by'),
    ...optional('tool', 'tool'),
    stage: (text('stage') ?? 'assumed') as Stage,
    ...optional('date', 'date'),
    source: text('source') ?? '',
    ...optional('url', 'source_url'),
    ...optional('note', 'note'),
  };
}

function statusOf(
  { prediction }: Found,
  relation: Relation,
  calibrates: string | undefined,
): RowStatus {
  if (prediction === null) return 'not-predicted';
  if (calibrates !== undefined) return 'calibration';
  return relation === 'equal' ? 'test' : 'bound';
}

function foundOf(
  parts: Builtin,
  kind: PublishedKind,
  row: Row,
  modelOf: (scenario: Scenario) => Model,
  bands: Bands,
): Found {
  const quantity = textIn(row, 'quantity') ?? kind.quantity;
  const unit = textIn(row, 'unit') ?? '1';
  const unpredicted = (reason: string): Found => ({
    quantity,
    published: numberIn(row, 'published') ?? NaN,
    unit,
    display: { unit, scale: 1 },
    prediction: null,
    reason,
  });
  const stated = textIn(row, 'not_predicted');
  if (stated !== undefined) return unpredicted(stated);
  let scenario: Scenario;
  try {
    scenario = rowScenario(kind, row, parts.scenarios);
  } catch (error) {
    return unpredicted(refusal(error));
  }
  // What is wrong with a model is no matter of one row.
  const model = modelOf(scenario);
  try {
    return predictRow(parts, model, scenario, row, quantity, bands);
  } catch (error) {
    return unpredicted(refusal(error));
  }
}
