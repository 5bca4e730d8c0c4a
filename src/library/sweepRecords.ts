import type { SweepRequest } from '../sweep/sweep.ts';
import type { Cell } from '../sweep/types.ts';
import type { ResolvedScenario } from './resolveScenario.ts';
import { sweep } from './sweep.ts';

/** A row of a sweep by the names of its columns: `index`, the axes, `status`, and the outputs. */
export type SweepRecord = Readonly<Record<string, Cell>>;

/**
 * All rows of a sweep that meet its conditions, as objects. For products too large to hold, `sweep`
 * gives rows range by range.
 *
 * @param resolved - what `resolveScenario` gave
 * @param request - axes, columns and conditions
 * @returns a record a row; numbers in base units, null where there is no value
 * @throws InputError as `sweep`
 * @example
 * const records = sweepRecords(scenario, { over: ['platform=*'], columns: ['value', 'cores'] });
 * const passing = records.filter(({ status }) => status === 'pass').map(({ platform }) => platform);
 */
export function sweepRecords(
  resolved: ResolvedScenario,
  request: Omit<SweepRequest, 'check'>,
): SweepRecord[] {
  const { rows, size, columns } = sweep(resolved, request);
  return rows(0, size).map(({ cells }) =>
    Object.fromEntries(columns.map(({ name }, k): [string, Cell] => [name, cells[k] ?? null])),
  );
}
