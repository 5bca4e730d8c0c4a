import type { Issue } from '../../issues/issue.ts';
import { nearest } from '../../issues/nearest.ts';
import { quote } from '../../issues/quote.ts';
import type { ProverTrace, TracePhase, TraceValue } from './types.ts';

/**
 * What is wrong with a trace of the right shape: sizes and phases that stand twice, segments whose
 * phases or operations differ, operations that nobody knows, ranges that do not hold their value.
 *
 * @param operations ids of datasets/operations.csv
 */
export function checkTrace(trace: ProverTrace, operations: readonly string[]): Issue[] {
  const { segments, states = {} } = trace;
  const issues: Issue[] = [
    ...segments.flatMap(({ phases }, i) => checkPhases(phases, i, operations)),
  ];
  const sizes = new Map<number, number>();
  for (const [i, { log2_cycles: size }] of segments.entries()) {
    const earlier = sizes.get(size);
    if (earlier !== undefined) {
      const message = `a segment of 2^${size} instructions stands in segments.${earlier} already`;
      issues.push({ code: 'duplicate', message, path: `segments.${i}.log2_cycles` });
    }
    sizes.set(size, i);
  }
  const [first, ...others] = segments;
  for (const [i, { phases }] of others.entries()) {
    issues.push(...comparePhases(first?.phases ?? [], phases, `segments.${i + 1}.phases`));
  }
  const known = segments.filter((one) => one.working_set_bytes !== undefined).length;
  if (known > 0 && known < segments.length) {
    const i = segments.findIndex((one) => one.working_set_bytes === undefined);
    const message = 'other segments state their working set, this one does not';
    issues.push({ code: 'missing-key', message, path: `segments.${i}.working_set_bytes` });
  }
  for (const [name, value] of Object.entries(states) as [string, TraceValue][]) {
    issues.push(...checkRange(value, `states.${name}`));
  }
  return issues;
}

function checkPhases(
  phases: readonly TracePhase[],
  segment: number,
  operations: readonly string[],
): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  let work = 0;
  for (const [i, { id, ops, bytes_read: read, bytes_written: written }] of phases.entries()) {
    const path = `segments.${segment}.phases.${i}`;
    if (seen.has(id)) {
      const message = `the phase ${quote(id)} stands twice`;
      issues.push({ code: 'duplicate', message, path: `${path}.id` });
    }
    seen.add(id);
    for (const [operation, count] of Object.entries(ops)) {
      work += count;
      if (operations.includes(operation)) continue;
      const suggestion = nearest(operation, operations);
      issues.push({
        code: 'unknown-operation',
        message: `${quote(operation)} is no operation of datasets/operations.csv`,
        expected: 'an operation that emuprove list operations shows',
        received: quote(operation),
        path: `${path}.ops.${quote(operation)}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    work += read + written;
  }
  if (work === 0) {
    const message = 'this segment counts nothing at all';
    issues.push({ code: 'no-work', message, path: `segments.${segment}.phases` });
  }
  return issues;
}

/** Phases and operations of a segment against those of the first. */
function comparePhases(
  first: readonly TracePhase[],
  phases: readonly TracePhase[],
  path: string,
): Issue[] {
  const issues: Issue[] = [];
  const said = (
    message: string,
    expected: readonly string[],
    received: readonly string[],
    at: string,
  ): void => {
    if (expected.join() === received.join()) return;
    issues.push({
      code: 'segments-differ',
      message,
      expected: expected.map((one) => quote(one)).join(', ') || 'none',
      received: received.map((one) => quote(one)).join(', ') || 'none',
      path: at,
    });
  };
  const ids = (of: readonly TracePhase[]): string[] => of.map(({ id }) => id);
  said('the phases are not those of segments.0', ids(first), ids(phases), path);
  if (issues.length > 0) return issues;
  for (const [i, phase] of phases.entries()) {
    const other = first[i];
    if (other === undefined) continue;
    const names = (of: TracePhase): string[] => Object.keys(of.ops).sort();
    said(
      'the operations are not those of segments.0',
      names(other),
      names(phase),
      `${path}.${i}.ops`,
    );
    said('the group is not that of segments.0', [other.group], [phase.group], `${path}.${i}.group`);
  }
  return issues;
}

function checkRange({ value, low = value, high = value }: TraceValue, path: string): Issue[] {
  if (low <= value && value <= high) return [];
  const received = `${low} <= ${value} <= ${high}`;
  const message = 'the range does not hold its value';
  return [{ code: 'range', message, expected: 'low <= value <= high', received, path }];
}
