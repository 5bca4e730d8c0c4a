import { tornadoReport } from '../doubt/tornado.ts';
import type { TornadoReport } from '../doubt/types.ts';
import { prepareStudy } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * How far each input alone moves the ratio, over its 5-95 % range, the others as they are. The same
 * object as `emuprove tornado --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @returns one bar an input, the widest first
 * @throws InputError where the verdict is undecided
 * @example
 * import { loadBuiltin, resolveScenario, tornado } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * for (const { input, swing } of tornado(scenario).result.rows.slice(0, 5)) console.log(input, swing);
 */
export function tornado(resolved: ResolvedScenario): TornadoReport {
  return tornadoReport(prepareStudy(resolved, 'tornado'));
}
