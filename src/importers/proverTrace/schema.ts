import * as v from 'valibot';

/** More than any count of operations or bytes of one segment. */
const MOST = 1e18;

/** Sizes of a trace; nobody counts more. */
const MOST_SEGMENTS = 40;

const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));
const Name = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_]{0,59}$/, 'a name of small letters, digits and _'),
);
const Count = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(MOST));
const Value = v.strictObject({
  value: Count,
  low: v.exactOptional(Count),
  high: v.exactOptional(Count),
  source: Text,
});

/** The shape of a {@link ProverTrace}. */
export const TraceSchema = v.strictObject({
  format: v.literal('emuprove-prover-trace'),
  version: v.literal('1.0'),
  prover: v.strictObject({
    id: v.pipe(
      v.string(),
      v.regex(/^[a-z0-9][a-z0-9.-]{0,59}$/, 'an id of small letters, digits, . and -'),
    ),
    title: Text,
    meaning: Text,
    source: Text,
    date: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/, 'YYYY, YYYY-MM or YYYY-MM-DD')),
  }),
  segments: v.pipe(
    v.array(
      v.strictObject({
        log2_cycles: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
        working_set_bytes: v.exactOptional(Count),
        phases: v.pipe(
          v.array(
            v.strictObject({
              id: Name,
              title: Text,
              group: Name,
              ops: v.record(Name, Count),
              bytes_read: Count,
              bytes_written: Count,
            }),
          ),
          v.minLength(1),
          v.maxLength(200),
        ),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_SEGMENTS),
  ),
  states: v.exactOptional(
    v.strictObject({
      proof_kb: v.exactOptional(Value),
      verify_ms: v.exactOptional(Value),
      recursion_share: v.exactOptional(Value),
    }),
  ),
});
