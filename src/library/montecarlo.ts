import { STUDY_DEFAULTS } from '../doubt/defaults.ts';
import { montecarloReport, type MontecarloRequest } from '../doubt/montecarlo.ts';
import type { MontecarloReport } from '../doubt/types.ts';
import type { OnProgress } from '../studies/montecarlo/montecarlo.ts';
import { prepareStudy, type StudyOptions } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * How likely a scenario passes, and how its ratio is distributed, given the doubt of every input. The
 * same object as `emuprove montecarlo --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param options - draws, seed, method, threads, further outputs; as on the command line where left out
 * @param onProgress - called now and then; returning false ends the study with what is done
 * @throws InputError where the verdict is undecided, and for options that make no sense
 * @example
 * import { loadBuiltin, montecarlo, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const { result } = await montecarlo(scenario, { samples: 4096, seed: 1 });
 * const pass = result.truths.find(({ name }) => name === 'passes[overhead]');
 * console.log(pass?.probability.value);
 */
export function montecarlo(
  resolved: ResolvedScenario,
  options: Partial<MontecarloRequest> & StudyOptions = {},
  onProgress?: OnProgress,
): Promise<MontecarloReport> {
  const { montecarlo: defaults } = STUDY_DEFAULTS;
  const { outputs = [], ...own } = options;
  const prepared = prepareStudy(resolved, 'montecarlo', { ...own, outputs }, defaults);
  return montecarloReport(prepared, { ...defaults, ...own }, onProgress);
}
