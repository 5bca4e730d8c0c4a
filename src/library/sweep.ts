import { prepareSweep, type Sweep, type SweepRequest } from '../sweep/sweep.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * The product of any rows and ranges, evaluated as its rows are asked for.
 *
 * @param resolved - what `resolveScenario` gave: what is the same in all rows
 * @param request - axes, columns and conditions, as texts: `device=xcvu*`, `log2_cycles=18..26`
 * @returns the sweep; nothing is evaluated yet
 * @throws InputError for names that do not exist, and axes that contradict each other
 * @example
 * import { loadBuiltin, resolveScenario, sweep } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const { rows, size } = sweep(scenario, { over: ['core=serv-*', 'fill.lut=0.5..0.9:0.1'] });
 * for (const { cells } of rows(0, size)) console.log(cells.join());
 */
export function sweep(
  { builtin, scenario, checked }: ResolvedScenario,
  request: Omit<SweepRequest, 'check'>,
): Sweep {
  return prepareSweep(builtin, scenario, { ...request, check: !checked });
}
