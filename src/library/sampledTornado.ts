import { STUDY_DEFAULTS } from '../doubt/defaults.ts';
import { sampledTornadoReport } from '../doubt/tornado.ts';
import type { SampledTornadoReport } from '../doubt/types.ts';
import { prepareStudy } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * How far each input moves the median of the ratio, or of another quantity, while the others are drawn. The same object as
 * `emuprove tornado --sampled --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param options - draws behind each end of a bar, and their seed; a quantity to study instead of the ratio
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
  options: { readonly samples?: number; readonly seed?: number; readonly output?: string } = {},
): SampledTornadoReport {
  const { tornado: defaults } = STUDY_DEFAULTS;
  const { output, ...own } = options;
  const words = { sampled: true, ...own };
  const fallback = { sampled: false, ...defaults };
  const prepared = prepareStudy(resolved, 'tornado', words, fallback, { output });
  return sampledTornadoReport(prepared, { ...defaults, ...own });
}
