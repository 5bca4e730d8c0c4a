import * as v from 'valibot';
import { ScenarioSchema } from '../scenario/schema.ts';
import type { Kind } from './kind.ts';

const Text = v.pipe(v.string(), v.maxLength(5_000));
const { technology, core, prover, units, aggregation, set } = ScenarioSchema.entries;

/** `datasets/published/kinds.yaml`: by kind, what its rows hold and which scenario predicts them. */
export const KindsSchema = v.record(
  v.string(),
  v.strictObject({
    title: Text,
    meaning: Text,
    phrase: Text,
    quantity: Text,
    scenario: v.strictObject({ technology, core, prover, units, aggregation, set }),
  } satisfies Record<keyof Kind, object>),
) satisfies v.GenericSchema<unknown, Readonly<Record<string, Kind>>>;
