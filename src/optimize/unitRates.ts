import type { Builtin } from '../builtin/builtin.ts';
import { elementKey } from '../formula/system.ts';
import { elementUnit } from '../formula/elementUnit.ts';
import { evaluateModel } from '../model/evaluate.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Setting } from '../scenario/types.ts';
import { designScenario } from './designScenario.ts';
import type { MixedPoint } from './evaluator.ts';

/**
 * The segment rate that one unit keeps up with, by operation and unit, in cycle/s; NaN where an
 * operation takes no part. It is what the model says of the number of units at the rate of the
 * design, so that no equation is repeated here.
 */
export function unitRates({ datasets }: Builtin, point: MixedPoint): number[][] {
  const { frame, candidates, mix } = point;
  const design = designScenario(point);
  const definition = frame.model.system.definitions.get('unit_cost');
  const set: Record<string, Setting> = { ...design.set };
  // With the costs of the mix the rate is that of the design, whatever unit is asked about.
  frame.operations.forEach((operation, o) => {
    frame.resources.forEach((resource, r) => {
      const cost = mix.costs[o * frame.resources.length + r] ?? NaN;
      if (definition === undefined || Number.isNaN(cost)) return;
      const { scale } = elementUnit(frame.model.system, definition, [operation, resource]);
      const key = elementKey('unit_cost', [operation, resource]);
      set[key] = { value: cost / scale, stage: 'analytic', source: 'mix' };
    });
  });
  const rates = candidates.map(({ units }) => units.map(() => NaN));
  const tried = Math.max(1, ...candidates.map(({ units }) => units.length));
  for (let n = 0; n < tried; n++) {
    const named = candidates.flatMap(({ operation, units }) => {
      const unit = units[Math.min(n, units.length - 1)];
      return unit === undefined ? [] : [[operation, unit] as const];
    });
    const scenario = { ...design, units: Object.fromEntries(named) };
    const records = resolveRecords(datasets, scenario, frame.operations);
    const evaluation = evaluateModel(frame.model, records, set);
    const segment = evaluation.number('segment_rate') ?? NaN;
    candidates.forEach(({ operation, units }, o) => {
      const count = evaluation.number('unit_count', operation) ?? NaN;
      const row = rates[o];
      if (row !== undefined && n < units.length && count > 0) row[n] = segment / count;
    });
  }
  return rates;
}
