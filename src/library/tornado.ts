import { tornadoReport } from '../doubt/tornado.ts';
import type { TornadoReport } from '../doubt/types.ts';
import { prepareStudy } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * How far each input alone moves the ratio, or another quantity, over its 5-95 % range, the others as they are. The same
 * object as `emuprove tornado --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param options - a quantity to study instead of the ratio
 * @returns one bar an input, the widest first
 * @throws InputError where the verdict is undecided, and for what is no single quantity with a number
 * @example
 * import { loadBuiltin, resolveScenario, tornado } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const { of } = tornado(scenario, { output: 'prove_energy' });
 * console.log(of?.title, of?.value);
 * for (const { input, swing } of tornado(scenario).result.rows.slice(0, 5)) console.log(input, swing);
 */
export function tornado(
  resolved: ResolvedScenario,
  options: { readonly output?: string } = {},
): TornadoReport {
  return tornadoReport(prepareStudy(resolved, 'tornado', {}, {}, options));
}
