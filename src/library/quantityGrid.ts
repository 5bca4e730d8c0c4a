import { STUDY_DEFAULTS } from '../doubt/defaults.ts';
import { quantityGridReport, type SideRequest } from '../doubt/grid.ts';
import type { SubjectRequest } from '../doubt/subject.ts';
import type { QuantityGridReport } from '../doubt/types.ts';
import { gridWords } from './grid.ts';
import { prepareStudy } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * A quantity over two inputs, with the line on which it is at its limit: a cost, an energy, an area.
 * The same object as `emuprove grid --output … --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param of - a quantity, and what it shall be at most; no line where that is left out
 * @param x - an input, and its ends as texts with or without a unit; all that it may be without ends
 * @param y - likewise
 * @param count - nodes a side
 * @throws InputError as `grid`, and for what is no single quantity with a number
 * @example
 * import { loadBuiltin, quantityGrid, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin(), 'cloud-f2');
 * const of = { output: 'prove_cost', limit: '0.02 USD' };
 * const { values } = quantityGrid(scenario, of, { name: 'cloud_rate' }, { name: 'unit_busy' }, 9);
 * console.log(values.length); // 81
 */
export function quantityGrid(
  resolved: ResolvedScenario,
  of: SubjectRequest,
  x: SideRequest,
  y: SideRequest,
  count: number = STUDY_DEFAULTS.grid.count,
): QuantityGridReport {
  const prepared = prepareStudy(resolved, 'grid', ...gridWords(x, y, count), of);
  return quantityGridReport(prepared, { x, y, count });
}
