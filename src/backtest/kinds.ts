import * as v from 'valibot';
import { ScenarioSchema } from '../scenario/schema.ts';

const Text = v.pipe(v.string(), v.maxLength(5_000));
const { core, prover, units, aggregation, set } = ScenarioSchema.entries;

/** `datasets/published/kinds.yaml`: by kind, what its rows hold and which scenario predicts them. */
export const KindsSchema = v.record(
  v.string(),
  v.strictObject({
    title: Text,
    meaning: Text,
    phrase: Text,
    quantity: Text,
    scenario: v.strictObject({ core, prover, units, aggregation, set }),
  }),
);

/** What is said of the rows of one table. */
export type Kind = v.InferOutput<typeof KindsSchema>[string];
