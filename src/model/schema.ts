import * as v from 'valibot';
import { STAGES } from '../datasets/types.ts';
import { TECHNOLOGIES } from '../scenario/technology.ts';

const Text = v.pipe(v.string(), v.maxLength(5_000));
const Name = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_]{0,59}$/, 'a name of small letters, digits and _'),
);
const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9.-]{0,59}$/, 'an id of small letters, digits, . and -'),
);
const Finite = v.pipe(v.number(), v.finite());
const Formula = v.union([Text, v.pipe(Finite, v.transform(String))]);
const DateText = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/, 'YYYY, YYYY-MM or YYYY-MM-DD'));

/** A value with where it comes from. */
export const Stated = v.strictObject({
  /** Chosen by a designer, so that it is no matter of doubt. */
  design: v.exactOptional(v.boolean()),
  value: Finite,
  low: v.exactOptional(Finite),
  high: v.exactOptional(Finite),
  stage: v.picklist(STAGES),
  source: Text,
  date: v.exactOptional(DateText),
});

/** What a model, a set or a quantity is about, where it is not about every technology. */
const Technology = v.picklist(TECHNOLOGIES);

/** Scales that a quantity may be measured on, beside its own. */
const SCALES = ['log2'] as const;

const Alternative = v.strictObject({
  formula: Formula,
  note: v.exactOptional(Text),
  assumed: v.exactOptional(v.boolean()),
});

const Quantity = v.strictObject({
  title: Text,
  technology: v.exactOptional(Technology),
  unit: Text,
  meaning: Text,
  over: v.exactOptional(v.array(Name)),
  names: v.exactOptional(Name),
  from: v.exactOptional(Text),
  exact: v.exactOptional(v.boolean()),
  min: v.exactOptional(Finite),
  max: v.exactOptional(Finite),
  settable: v.exactOptional(v.boolean()),
  scale: v.exactOptional(v.picklist(SCALES)),
  whole: v.exactOptional(v.boolean()),
  constant: v.exactOptional(Finite),
  default: v.exactOptional(v.union([Stated, v.record(Name, Stated)])),
  formula: v.exactOptional(Formula),
  first_of: v.exactOptional(v.array(Alternative)),
  by: v.exactOptional(Name),
  cases: v.exactOptional(v.record(Name, Formula)),
});

const IndexSet = v.strictObject({
  letter: v.pipe(v.string(), v.regex(/^[a-z]$/, 'one small letter')),
  title: Text,
  technology: v.exactOptional(Technology),
  elements: v.record(Name, v.strictObject({ title: Text, unit: v.exactOptional(Text) })),
});

const Head = { version: Text, title: Text, meaning: Text, source: Text };

/** A file of `models/`. */
export const ModelSchema = v.strictObject({
  model: Id,
  ...Head,
  technology: v.exactOptional(Technology),
  sets: v.exactOptional(v.record(Name, IndexSet)),
  quantities: v.record(Name, Quantity),
});

const BASES = ['read', 'derived', 'guessed', 'measured'] as const;

/** A file of `models/provers/`. */
export const ProverSchema = v.strictObject({
  prover: Id,
  ...Head,
  date: DateText,
  extends: v.exactOptional(Id),
  operations: v.exactOptional(v.array(Name)),
  states: v.exactOptional(v.record(Name, Stated)),
  parameters: v.record(
    Name,
    v.strictObject({
      title: Text,
      unit: Text,
      scale: v.exactOptional(v.picklist(SCALES)),
      whole: v.exactOptional(v.boolean()),
      design: v.exactOptional(v.boolean()),
      value: Finite,
      low: v.exactOptional(Finite),
      high: v.exactOptional(Finite),
      basis: v.picklist(BASES),
      source: Text,
    }),
  ),
  quantities: v.exactOptional(v.record(Name, Quantity)),
  kernels: v.exactOptional(
    v.record(
      Name,
      v.strictObject({
        title: Text,
        phase: Name,
        basis: v.picklist(BASES),
        source: Text,
        ops: v.record(Name, Formula),
        bytes_read: Formula,
        bytes_written: Formula,
      }),
    ),
  ),
});

/** A quantity as it stands in a file. */
export type QuantitySource = v.InferOutput<typeof Quantity>;

/** An index set as it stands in a file. */
export type IndexSetSource = v.InferOutput<typeof IndexSet>;
