import * as v from 'valibot';
import { STAGES } from '../datasets/types.ts';
import type { Distribution } from '../studies/types.ts';

const Text = v.pipe(v.string(), v.maxLength(5_000));
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Finite = v.pipe(v.number(), v.finite());
const Outcome = v.picklist(['pass', 'fail', 'undecided']);

/** More entries than this no model has. */
const MOST = 20_000;

const list = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(MOST));

const Display = v.object({ unit: Text, scale: v.pipe(Finite, v.gtValue(0)) });

const Figure = v.object({
  name: Name,
  title: Text,
  value: v.nullable(v.union([Finite, v.boolean()])),
  unit: Text,
  display: Display,
  element: v.exactOptional(Text),
});

const Numbers = v.pipe(v.array(Finite), v.maxLength(MOST));

/** The distributions of src/studies/types.ts; `validate` there says whether they make sense. */
const DistributionSchema: v.GenericSchema<unknown, Distribution> = v.variant('kind', [
  v.object({ kind: v.literal('constant'), value: Finite }),
  v.object({ kind: v.literal('uniform'), low: Finite, high: Finite }),
  v.object({ kind: v.literal('loguniform'), low: Finite, high: Finite }),
  v.object({ kind: v.literal('triangular'), low: Finite, mode: Finite, high: Finite }),
  v.object({ kind: v.literal('pert'), low: Finite, mode: Finite, high: Finite }),
  v.object({ kind: v.literal('normal'), mean: Finite, sd: Finite }),
  v.object({ kind: v.literal('normal_range'), p05: Finite, p95: Finite }),
  v.object({ kind: v.literal('lognormal'), median: Finite, sigma: Finite }),
  v.object({ kind: v.literal('lognormal_range'), p05: Finite, p95: Finite }),
  v.object({ kind: v.literal('choice'), values: Numbers, weights: v.exactOptional(Numbers) }),
  v.object({ kind: v.literal('empirical'), values: Numbers }),
  v.object({
    kind: v.literal('truncated'),
    of: v.lazy(() => DistributionSchema),
    low: v.exactOptional(Finite),
    high: v.exactOptional(Finite),
  }),
]);

const Input = v.object({
  name: Name,
  title: Text,
  value: Finite,
  unit: Text,
  display: Display,
  low: v.exactOptional(Finite),
  high: v.exactOptional(Finite),
  distribution: v.exactOptional(DistributionSchema),
  stage: v.picklist(STAGES),
  origin: v.picklist(['set', 'dataset', 'model', 'choice']),
  source: Text,
  url: v.exactOptional(Text),
  date: v.exactOptional(Text),
  design: v.exactOptional(v.boolean()),
  cell: v.exactOptional(Text),
});

/**
 * What a comparison reads of a saved result; whatever else it holds is left alone, so that a result
 * of a later 1.x can be read.
 */
export const SavedSchema = v.object({
  schemaVersion: v.literal('1.0'),
  kind: v.literal('evaluation'),
  tool: v.object({ name: v.literal('emuprove'), version: Name }),
  inputs: list(v.object({ file: Text, sha256: Text })),
  scenario: v.object({
    id: Name,
    title: Text,
    meaning: Text,
    platform: v.nullable(Name),
    device: Name,
    technology: v.exactOptional(v.literal('asic')),
    node: v.exactOptional(Name),
    memory: v.exactOptional(Name),
    core: Name,
    prover: Name,
    aggregation: v.picklist(['none', 'recursive']),
    reading: v.picklist(['overhead', 'per_core', 'literal']),
    rows: v.record(v.string(), Text),
    set: list(v.object({ name: Name, value: v.union([Finite, Text]), source: Text })),
    command: Text,
  }),
  verdict: v.object({
    reading: Name,
    outcome: Outcome,
    sentence: Text,
    value: v.nullable(Finite),
    limit: Finite,
    margin: v.nullable(Finite),
    missing: list(Text),
  }),
  tests: list(
    v.object({
      id: Name,
      title: Text,
      outcome: Outcome,
      value: Figure,
      limit: Figure,
      margin: v.nullable(Finite),
    }),
  ),
  inputsUsed: list(Input),
  quantities: list(Figure),
});

/** A saved result as far as a comparison reads it. */
export type Saved = v.InferOutput<typeof SavedSchema>;
