import { quantityBreakEvenReport } from '../doubt/breakeven.ts';
import type { SubjectRequest } from '../doubt/subject.ts';
import type { QuantityBreakEvenReport } from '../doubt/types.ts';
import { prepareStudy } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * What each input would have to be for a quantity to meet a limit: a cost, an energy, an area. The
 * same object as `emuprove breakeven --output … --limit … --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param of - a quantity, and what it shall be at most
 * @param together - names of inputs for the smallest joint change; no such question where left out
 * @throws InputError for what is no single quantity with a number, and for names that are no input
 * @example
 * import { loadBuiltin, quantityBreakEven, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin(), 'cloud-f2');
 * const { result } = quantityBreakEven(scenario, { output: 'prove_cost', limit: '0.02 USD' });
 * for (const { input, crossings } of result.rows) {
 *   if (crossings[0] !== undefined) console.log(input, crossings[0].factor);
 * }
 */
export function quantityBreakEven(
  resolved: ResolvedScenario,
  of: SubjectRequest & { readonly limit: string },
  together: readonly string[] = [],
): QuantityBreakEvenReport {
  const words = together.length === 0 ? {} : { together: together.join(',') };
  const prepared = prepareStudy(resolved, 'breakeven', words, { together: undefined }, of);
  return quantityBreakEvenReport(prepared, together);
}
