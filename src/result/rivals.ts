import { textIn, type Datasets } from '../datasets/types.ts';
import { evaluateModel, type Evaluation } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Scenario } from '../scenario/types.ts';
import type { EvaluationResult, Rival } from './types.ts';

/** How many of the best cores are reported. */
const REPORTED = 5;

/**
 * Finds the cores that retire most instructions per second on the scenario's device: a prover that
 * is compared with a weak core only has not passed.
 *
 * @param operations operations of the prover, which the best core is then emulated and proved by
 */
export function rivals(
  model: Model,
  datasets: Datasets,
  scenario: Scenario,
  operations: readonly string[],
): EvaluationResult['rival'] {
  const evaluate = (core: string, units: readonly string[]): Evaluation =>
    evaluateModel(
      model,
      resolveRecords(
        datasets,
        { ...scenario, core, units: units.length > 0 ? scenario.units : {} },
        units,
      ),
      scenario.set,
    );
  const found: Rival[] = [];
  let unknown = 0;
  const designs = new Map<string, string>();
  for (const row of datasets.get('cores')?.rows ?? []) {
    designs.set(textIn(row, 'design') ?? row.key, textIn(row, 'name') ?? row.key);
  }
  for (const [design, name] of designs) {
    // Without operations no units are looked up: the native side needs none.
    const evaluation = evaluate(design, []);
    // Most cores without a known rate have none of their own: no need to fit these on the device.
    const known = evaluation.number('core_rate') !== undefined;
    const nativeRate = known ? evaluation.number('native_rate') : undefined;
    const cores = known ? evaluation.number('cores') : undefined;
    if (nativeRate === undefined || cores === undefined) unknown++;
    else if (nativeRate > 0) found.push({ design, name, cores, nativeRate });
  }
  found.sort((a, b) => b.nativeRate - a.nativeRate || (a.design < b.design ? -1 : 1));
  const best = found.slice(0, REPORTED);
  const [first] = best;
  const overhead =
    first === undefined ? undefined : evaluate(first.design, operations).number('overhead');
  return { best, compared: designs.size - unknown, unknown, overhead: overhead ?? null };
}
