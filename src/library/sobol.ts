import { STUDY_DEFAULTS } from '../doubt/defaults.ts';
import { sobolReport, type SobolRequest } from '../doubt/sobol.ts';
import type { SobolReport } from '../doubt/types.ts';
import { prepareStudy, type StudyOptions } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * Which inputs the spread of log10 of the ratio, and the doubt of the verdict, come from: first-order
 * and total Sobol indices with bootstrap intervals. The same object as `emuprove sobol --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param options - rows of the design, seed, groups, second order, threads, further outputs
 * @param onProgress - called now and then with the share of the work that is done, 0 to 1
 * @throws InputError for inputs that are drawn together, whose shares of the variance are not defined
 * @example
 * import { loadBuiltin, resolveScenario, sobol } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const { result } = await sobol(scenario, { samples: 256 });
 * for (const { name, total } of result.outputs[0]?.groups ?? []) console.log(name, total.value);
 */
export function sobol(
  resolved: ResolvedScenario,
  options: Partial<SobolRequest> & StudyOptions = {},
  onProgress?: (share: number) => void,
): Promise<SobolReport> {
  const { sobol: defaults } = STUDY_DEFAULTS;
  const { outputs = [], ...own } = options;
  const group = options.groups?.map(({ name, inputs }) => `${name}=${inputs.join(',')}`);
  const words = { ...own, outputs, group };
  const prepared = prepareStudy(resolved, 'sobol', words, { ...defaults, group: undefined });
  return sobolReport(prepared, { ...defaults, ...own }, onProgress);
}
