import { checkShape } from '../../files/checkShape.ts';
import { InputError, type Issue } from '../../issues/issue.ts';
import { quote } from '../../issues/quote.ts';
import { jsonObject } from '../json.ts';
import { checkTrace } from './check.ts';
import { profileOf } from './profile.ts';
import { TraceSchema } from './schema.ts';
import type { ProverTrace } from './types.ts';

/** Names that every JavaScript object has. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** A profile that a trace became. */
export interface ImportedProver {
  /** Name for `--prover`. */
  readonly id: string;
  /** Text of a file of `provers/`. */
  readonly profile: string;
  /** What its user has to know. */
  readonly notices: readonly string[];
}

/**
 * Turns the operation counts that a prover wrote into a prover profile.
 *
 * @param text JSON as {@link ProverTrace} says
 * @param operations ids of datasets/operations.csv
 * @throws InputError with everything that is wrong, each with its path in the JSON
 * @example
 * import { loadBuiltin, readProverTrace, type ProverTrace } from 'emuprove';
 * import { rowsOf } from 'emuprove/datasets';
 *
 * const phase = { id: 'commit', title: 'Commitment', group: 'commit', ops: { gf128_mul: 4e6 } };
 * const trace: ProverTrace = {
 *   format: 'emuprove-prover-trace',
 *   version: '1.0',
 *   prover: { id: 'mine', title: 'Mine', meaning: 'mine', source: 'my run', date: '2026-11' },
 *   segments: [{ log2_cycles: 20, phases: [{ ...phase, bytes_read: 1e9, bytes_written: 1e9 }] }],
 * };
 * const operations = rowsOf(await loadBuiltin(), 'operations').map(({ id }) => id);
 * const { id, profile, notices } = readProverTrace(JSON.stringify(trace), operations);
 * console.log(id); // mine
 * console.log(profile, notices);
 */
export function readProverTrace(text: string, operations: readonly string[]): ImportedProver {
  const data = jsonObject(text);
  const strange = strangeKeys(data, []);
  if (strange.length > 0) throw new InputError(strange);
  const checked = checkShape(data, TraceSchema);
  if (!checked.ok) throw new InputError(checked.issues);
  const trace: ProverTrace = checked.value;
  const issues = checkTrace(trace, operations);
  if (issues.length > 0) throw new InputError(issues);
  return { id: trace.prover.id, profile: profileOf(trace), notices: noticesOf(trace) };
}

/** Keys that mean something to JavaScript objects: a schema would pass over them in silence. */
function strangeKeys(value: unknown, path: readonly string[]): Issue[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, quote(key)];
    const message = 'this key has no place in a file';
    return RESERVED.has(key)
      ? [{ code: 'unknown-key', message, path: here.join('.') }]
      : strangeKeys(inner, here);
  });
}

function noticesOf({ segments, states = {} }: ProverTrace): string[] {
  const notices: string[] = [];
  const [first] = segments;
  if (segments.length === 1 && first !== undefined) {
    notices.push(
      `counted at one segment size, 2^${first.log2_cycles}: the profile holds there only, and refuses another log2_cycles`,
    );
  }
  const missing = [
    ...(states.proof_kb === undefined ? ['states.proof_kb'] : []),
    ...(states.verify_ms === undefined ? ['states.verify_ms'] : []),
    ...(states.recursion_share === undefined
      ? ['states.recursion_share (or --aggregation none)']
      : []),
    ...(first?.working_set_bytes === undefined ? ['segments.*.working_set_bytes'] : []),
  ];
  if (missing.length > 0) notices.push(`the verdict stays undecided without ${missing.join(', ')}`);
  return notices;
}
