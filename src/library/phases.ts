import { buildPhases } from '../phases/build.ts';
import type { PhasesResult } from '../phases/types.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * Every milestone of the roadmap, scored for published systems: met, not met, unknown or not
 * comparable, with the figure and its source. The same object as `emuprove phases --format json`.
 *
 * @param resolved - what `resolveScenario` gave: the hardware that prover profiles are asked about
 * @param of - one system; all where left out
 * @throws InputError for a system that does not exist
 * @example
 * import { loadBuiltin, phases, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * for (const { system, cells } of phases(scenario, 'sp1').systems) {
 *   console.log(system.name, cells.filter(({ status }) => status === 'met').length);
 * }
 */
export function phases(
  { builtin, scenario, shipped, checked }: ResolvedScenario,
  of?: string,
): PhasesResult {
  const command = of === undefined ? 'emuprove phases' : `emuprove phases ${of}`;
  const request = { scenario, shipped, check: !checked, command };
  return buildPhases(builtin, of === undefined ? request : { ...request, of });
}
