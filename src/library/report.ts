import { buildDossier, type DossierOptions } from '../dossier/build.ts';
import type { Dossier } from '../dossier/types.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * Everything that a report shows of a scenario: evaluation, studies of doubt, map, scaling, real
 * time. The same object as `emuprove report --out report.json`; `renderHtml` and the charts of
 * `emuprove/report` draw it.
 *
 * @param resolved - what `resolveScenario` gave
 * @param options - seed and draws of the studies
 * @throws InputError as `evaluate`
 * @example
 * import { loadBuiltin, report, resolveScenario } from 'emuprove';
 * import { chartsOf } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const dossier = await report(scenario, { samples: 4096 });
 * console.log(dossier.evaluation.verdict.sentence);
 * console.log(chartsOf(dossier).map(({ id, title }) => `${id}: ${title}`).join('\n'));
 */
export function report(
  { builtin, scenario, shipped, checked }: ResolvedScenario,
  options: DossierOptions = {},
): Promise<Dossier> {
  return buildDossier(builtin, scenario, shipped, !checked, options);
}
