import { STUDY_DEFAULTS } from '../doubt/defaults.ts';
import { sampledTornadoReport } from '../doubt/tornado.ts';
import type { SampledTornadoReport } from '../doubt/types.ts';
import { prepareStudy } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * How far each input moves the median of the ratio while the others are drawn. The same object as
 * `emuprove tornado --sampled --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param options - draws behind each end of a bar, and their seed
 * @returns one bar an input, the widest first
 * @throws InputError for inputs that are drawn together
 * @example
 * import { loadBuiltin, resolveScenario, sampledTornado } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const [widest] = sampledTornado(scenario, { samples: 64 }).result.rows;
 * console.log(widest?.input, widest?.swing);
 */
export function sampledTornado(
  resolved: ResolvedScenario,
  options: { readonly samples?: number; readonly seed?: number } = {},
): SampledTornadoReport {
  const { tornado: defaults } = STUDY_DEFAULTS;
  const words = { sampled: true, ...options };
  const prepared = prepareStudy(resolved, 'tornado', words, { sampled: false, ...defaults });
  return sampledTornadoReport(prepared, { ...defaults, ...options });
}
