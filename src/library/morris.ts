import { STUDY_DEFAULTS } from '../doubt/defaults.ts';
import { morrisReport } from '../doubt/morris.ts';
import type { MorrisReport } from '../doubt/types.ts';
import { prepareStudy } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * A cheap first look at which inputs matter to log10 of the ratio. The same object as
 * `emuprove morris --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param options - trajectories, and the seed of the draws
 * @throws InputError for inputs that are drawn together
 * @example
 * import { loadBuiltin, morris, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const { rows } = morris(scenario, { trajectories: 30 }).result;
 * const [first] = [...rows].sort((a, b) => b.meanAbsolute - a.meanAbsolute);
 * console.log(first?.input, first?.meanAbsolute);
 */
export function morris(
  resolved: ResolvedScenario,
  options: { readonly trajectories?: number; readonly seed?: number } = {},
): MorrisReport {
  const { morris: defaults } = STUDY_DEFAULTS;
  const prepared = prepareStudy(resolved, 'morris', options, defaults);
  return morrisReport(prepared, { ...defaults, ...options });
}
