import { textIn, type Datasets } from '../datasets/types.ts';
import { evaluateModel, type Evaluation } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Records, Scenario } from '../scenario/types.ts';
import type { EvaluationResult, Rival } from './types.ts';

/** How many of the best cores are reported. */
const REPORTED = 5;

/** Evaluates a scenario's model for another core, with units for some operations. */
export type CoreEvaluator = (
  core: string,
  operations: readonly string[],
) => Pick<Evaluation, 'number'>;

/**
 * Finds the cores that retire most instructions per second on the scenario's device: a prover that
 * is compared with a weak core only has not passed.
 *
 * @param operations operations of the prover, which the best core is then emulated and proved by
 * @param like an evaluation of the scenario itself
 * @param evaluate for those who evaluate the same cores over and over
 * @returns what is reported of them, and all of them, the fastest first
 */
export function rivals(
  model: Model,
  datasets: Datasets,
  scenario: Scenario,
  operations: readonly string[],
  like?: Evaluation,
  evaluate: CoreEvaluator = (core, units) => {
    const records = recordsFor(datasets, scenario, core, units);
    // The native side alone takes less than finding out what of it is like another's.
    return evaluateModel(model, records, scenario.set, units.length > 0 ? like : undefined);
  },
): { readonly rival: EvaluationResult['rival']; readonly ranked: readonly Rival[] } {
  const { found, compared, unknown } = rankCores(datasets, scenario.technology, evaluate);
  const [first] = found;
  const overhead =
    first === undefined ? undefined : evaluate(first.design, operations).number('overhead');
  const best = found.slice(0, REPORTED);
  return { rival: { best, compared, unknown, overhead: overhead ?? null }, ranked: found };
}

/**
 * Every core whose native rate is known, the fastest first.
 *
 * @param technology of whose cores; of an FPGA where left out
 * @param evaluate evaluates the native side of a core
 */
export function rankCores(
  datasets: Datasets,
  technology: Scenario['technology'],
  evaluate: CoreEvaluator,
): { readonly found: readonly Rival[]; readonly compared: number; readonly unknown: number } {
  const found: Rival[] = [];
  let unknown = 0;
  const designs = nativeDesigns(datasets, technology);
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
  return { found, compared: designs.size - unknown, unknown };
}

/** Names of the designs that cores can be of, by design. */
export function nativeDesigns(
  datasets: Datasets,
  technology: Scenario['technology'],
): ReadonlyMap<string, string> {
  const rows = datasets.get('cores')?.rows ?? [];
  const inCells = technology === 'asic' ? (datasets.get('asic_cores')?.rows ?? []) : [];
  return new Map(
    [...rows, ...inCells].map((row) => [
      textIn(row, 'design') ?? row.key,
      textIn(row, 'name') ?? row.key,
    ]),
  );
}

/** Rows for a scenario with another core, and with units for some operations only. */
export function recordsFor(
  datasets: Datasets,
  scenario: Scenario,
  core: string,
  operations: readonly string[],
): Records {
  const units = operations.length > 0 ? scenario.units : {};
  return resolveRecords(datasets, { ...scenario, core, units }, operations);
}
