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
 * const html = renderHtml(await report(resolveScenario(await loadBuiltin())));
 */
export function report(
  { builtin, scenario, shipped, checked }: ResolvedScenario,
  options: DossierOptions = {},
): Promise<Dossier> {
  return buildDossier(builtin, scenario, shipped, !checked, options);
}
