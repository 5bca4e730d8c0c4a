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
 * import { loadBuiltin, resolveScenario, sweepRecords } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const request = { over: ['platform=alveo-*'], columns: ['value', 'cores'] };
 * const passing = sweepRecords(scenario, request).filter(({ status }) => status === 'pass');
 * console.log(passing.map(({ platform, value }) => `${platform}: ${value}`));
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
