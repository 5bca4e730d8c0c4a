import * as v from 'valibot';
import { STAGES } from '../datasets/types.ts';
import type { ScenarioSource } from './source.ts';
import { TECHNOLOGIES } from './technology.ts';

const Text = v.pipe(v.string(), v.maxLength(5_000));
const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, 'an id of small letters, digits, . _ and -'),
);
const Finite = v.pipe(v.number(), v.finite());

/** A value that a scenario sets, with where it comes from. */
const Setting = v.strictObject({
  value: v.union([Finite, Text]),
  low: v.exactOptional(v.union([Finite, Text])),
  high: v.exactOptional(v.union([Finite, Text])),
  stage: v.exactOptional(v.picklist(STAGES)),
  source: v.exactOptional(Text),
  date: v.exactOptional(Text),
});

const Weight = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** Two quantities that are drawn together, and how closely. */
const Correlated = v.strictObject({
  between: v.pipe(v.array(Text), v.length(2)),
  value: v.pipe(v.number(), v.gtValue(-1), v.ltValue(1)),
  source: v.exactOptional(Text),
});

/** What a choice may be: names, as likely as each other, or each with a weight. */
const Among = v.union([
  v.pipe(
    v.array(Id),
    v.minLength(1),
    v.check((ids) => new Set(ids).size === ids.length, 'each only once'),
  ),
  v.pipe(
    v.record(Id, Weight),
    v.check((weights) => Object.keys(weights).length > 0, 'at least one'),
  ),
]);

const ENTRIES = {
  scenario: Id,
  title: Text,
  meaning: v.exactOptional(Text),
  extends: v.exactOptional(Id),
  platform: v.exactOptional(Id),
  device: v.exactOptional(Id),
  technology: v.exactOptional(v.picklist(TECHNOLOGIES)),
  node: v.exactOptional(Id),
  memory: v.exactOptional(Id),
  core: v.exactOptional(Id),
  prover: v.exactOptional(Id),
  units: v.exactOptional(v.record(v.string(), Id)),
  aggregation: v.exactOptional(v.picklist(['none', 'recursive'])),
  reading: v.exactOptional(v.picklist(['overhead', 'per_core', 'literal'])),
  set: v.exactOptional(v.record(v.string(), v.union([Finite, Text, Setting]))),
  correlate: v.exactOptional(v.array(Correlated)),
  choose: v.exactOptional(v.record(v.string(), Among)),
} satisfies Record<keyof ScenarioSource, object>;

/** A scenario file. */
export const ScenarioSchema = v.strictObject(ENTRIES) satisfies v.GenericSchema<
  unknown,
  ScenarioSource
>;
