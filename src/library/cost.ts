import { buildCost } from '../cost/build.ts';
import type { AsicChoice } from '../cost/sides.ts';
import type { CostResult } from '../cost/types.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * What proving and running cost in dollars and joules: on an FPGA, as an ASIC, and on what is used
 * today. The same object as `emuprove cost --format json`. Unknown prices stay null.
 *
 * @param resolved - what `resolveScenario` gave
 * @param choice - process and memory of the ASIC; those of the scenario `asic` where left out
 * @throws InputError as `evaluate`
 * @example
 * import { cost, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin(), { set: { price: 6000 } });
 * for (const { title } of cost(scenario, { node: '7' }).options) console.log(title);
 */
export function cost(
  { builtin, scenario, shipped, checked }: ResolvedScenario,
  choice: AsicChoice = {},
): CostResult {
  return buildCost(builtin, scenario, shipped, !checked, choice);
}
