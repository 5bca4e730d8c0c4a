import { STUDY_DEFAULTS } from '../doubt/defaults.ts';
import { gridReport, type SideRequest } from '../doubt/grid.ts';
import type { GridReport } from '../doubt/types.ts';
import { prepareStudy } from './prepareStudy.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * The ratio and the verdict over two inputs, with the line on which the ratio is at its limit. The
 * same object as `emuprove grid --format json`.
 *
 * @param resolved - what `resolveScenario` gave
 * @param x - an input, and its ends as texts with or without a unit; all that it may be without ends
 * @param y - likewise
 * @param count - nodes a side
 * @throws InputError for names that are no single input, and for ranges without an inside
 * @example
 * import { grid, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const y = { name: 'unit_busy', low: '0.3', high: '1' };
 * const { ratio } = grid(scenario, { name: 'on_chip_fusion' }, y, 9);
 * console.log(ratio.length); // 81
 */
export function grid(
  resolved: ResolvedScenario,
  x: SideRequest,
  y: SideRequest,
  count: number = STUDY_DEFAULTS.grid.count,
): GridReport {
  const prepared = prepareStudy(resolved, 'grid', ...gridWords(x, y, count));
  return gridReport(prepared, { x, y, count });
}

/** What a grid was asked for in the words of the command line, and what these are where left out. */
export function gridWords(
  x: SideRequest,
  y: SideRequest,
  count: number,
): [words: Readonly<Record<string, unknown>>, defaults: Readonly<Record<string, unknown>>] {
  const defaults = { x: undefined, y: undefined, ...STUDY_DEFAULTS.grid };
  return [{ x: textOf(x), y: textOf(y), count }, defaults];
}

/** A side as the command line has it. */
function textOf({ name, low, high }: SideRequest): string {
  return low === undefined || high === undefined ? name : `${name}=${low}..${high}`;
}
