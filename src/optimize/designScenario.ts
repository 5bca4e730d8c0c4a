import { elementKey } from '../formula/system.ts';
import { elementUnit } from '../formula/elementUnit.ts';
import type { Scenario, Setting } from '../scenario/types.ts';
import type { MixedPoint } from './evaluator.ts';

/**
 * The scenario of a point with its mix of units, as any other command can evaluate it. An operation
 * with one unit names it. Of one that is divided the scenario names the unit that does most, and
 * sets `unit_cost`, the resource time of an operation, to the average over its units; everything
 * else follows from the model.
 */
export function designScenario({ frame, scenario, candidates, mix }: MixedPoint): Scenario {
  const units: Record<string, string> = { ...scenario.units };
  const set: Record<string, Setting> = { ...scenario.set };
  const definition = frame.model.system.definitions.get('unit_cost');
  candidates.forEach(({ operation, own, units: keys }, o) => {
    const unit = keys[mix.main[o] ?? 0];
    if (unit !== undefined && unit !== own) units[operation] = unit;
    const shares = mix.shares[o] ?? [];
    if (definition === undefined || shares.filter((share) => share > 0).length < 2) return;
    const source = `mix of ${shares
      .flatMap((share, i) => (share > 0 ? [`${keys[i] ?? ''} ${share}`] : []))
      .join(', ')}`;
    frame.resources.forEach((resource, r) => {
      const { scale } = elementUnit(frame.model.system, definition, [operation, resource]);
      const value = (mix.costs[o * frame.resources.length + r] ?? NaN) / scale;
      set[elementKey('unit_cost', [operation, resource])] = { value, stage: 'analytic', source };
    });
  });
  return { ...scenario, units, set };
}
