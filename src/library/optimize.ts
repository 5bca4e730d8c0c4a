import { optimize as search } from '../optimize/optimize.ts';
import type { OnProgress, OptimizeRequest } from '../optimize/request.ts';
import type { OptimizeResult } from '../optimize/types.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * The best design of a scenario under the limits of the criterion: devices, unit mix, code rate,
 * segment size. The same object as `emuprove optimize --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param request - axes, aim, conditions, objectives of a Pareto front; least headline over the
 *   variables of the designer where left out
 * @param onProgress - called now and then; returning false ends the search with what is done
 * @throws InputError for unknown names, and axes and conditions that make no sense
 * @example
 * import { loadBuiltin, optimize, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const { best } = await optimize(scenario, { over: ['log2_cycles=20..21', 'log_inv_rate=1..2'] });
 * console.log(best?.labels, best?.objective);
 */
export function optimize(
  { builtin, scenario, shipped, checked }: ResolvedScenario,
  request: OptimizeRequest = {},
  onProgress?: OnProgress,
): Promise<OptimizeResult> {
  return search(builtin, scenario, shipped, !checked, request, onProgress);
}
