import { breakEvenReport } from '../doubt/breakeven.ts';
import type { BreakEvenReport } from '../doubt/types.ts';
import { prepareStudy } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * What each input would have to be for the ratio to meet its limit, and for the verdict to flip. The
 * same object as `emuprove breakeven --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param together - names of inputs for the smallest joint change; no such question where left out
 * @throws InputError for names that are no input
 * @example
 * import { breakEven, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const { ratio, together } = breakEven(scenario, ['memory_efficiency', 'on_chip_fusion']);
 * for (const row of ratio.rows) if (row.status === 'crosses') console.log(row.input, row.crossings);
 * console.log(together?.ratio.inputs);
 */
export function breakEven(
  resolved: ResolvedScenario,
  together: readonly string[] = [],
): BreakEvenReport {
  const words = together.length === 0 ? {} : { together: together.join(',') };
  const prepared = prepareStudy(resolved, 'breakeven', words, { together: undefined });
  return breakEvenReport(prepared, together);
}
