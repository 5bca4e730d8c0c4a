import type { Builtin } from '../builtin/builtin.ts';
import { evaluateModel, type Evaluation } from '../model/evaluate.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Setting } from '../scenario/types.ts';
import type { Solver } from '../studies/mix/solver.ts';
import { wholeUnits, type WholeActivity } from '../studies/mix/wholeUnits.ts';
import type { Element } from '../sweep/dependencies.ts';
import { designScenario } from './designScenario.ts';
import type { MixedPoint } from './evaluator.ts';
import { EMULATION, mixProblem } from './pointMix.ts';
import type { IntegerDesign } from './types.ts';

/**
 * The design with whole units and whole emulating cores, beside the fluid one that shares them as
 * finely as one likes.
 *
 * @param rates segment rate that one unit keeps up with, by operation and unit
 * @returns null where the fluid design has no rate
 */
export function integerDesign(
  parts: Builtin,
  point: MixedPoint,
  evaluation: Evaluation,
  rates: readonly (readonly number[])[],
  objective: Element,
  solver: Solver,
): IntegerDesign | null {
  const fluidRate = evaluation.number('segment_rate') ?? NaN;
  const coreRate = evaluation.number('core_rate') ?? NaN;
  if (!(fluidRate > 0 && coreRate > 0)) return null;
  const { problem, places } = mixProblem(point.inputs);
  const demands = problem.demands.map(({ name, activities }, d) => ({
    name,
    activities: activities.map((activity, i): WholeActivity => {
      const place = places[d];
      if (place === undefined) return { ...activity, unitRate: coreRate };
      return { ...activity, unitRate: rates[place.operation]?.[place.units[i] ?? 0] ?? NaN };
    }),
  }));
  const whole = wholeUnits({ resources: problem.resources, demands }, fluidRate, solver);
  const units = demands.flatMap(({ name, activities }, d) =>
    activities.flatMap(({ name: unit }, i) => {
      const count = whole.units[d]?.[i] ?? 0;
      return name === EMULATION || count === 0 ? [] : [{ operation: name, unit, count }];
    }),
  );
  const emulation = demands.findIndex(({ name }) => name === EMULATION);
  return {
    status: whole.status,
    fluidRate,
    rate: whole.rate,
    bound: whole.bound,
    gap: 1 - whole.rate / fluidRate,
    objective: whole.rate > 0 ? atRate(parts, point, objective, whole.rate) : null,
    units,
    cores: whole.units[emulation]?.[0] ?? 0,
    use: Object.fromEntries(problem.resources.map(({ name }, r) => [name, whole.use[r] ?? 0])),
  };
}

/** The objective where the fabric reaches this rate. */
function atRate(
  { datasets }: Builtin,
  point: MixedPoint,
  { name, tuple }: Element,
  rate: number,
): number | null {
  const scenario = designScenario(point);
  const records = resolveRecords(datasets, scenario, point.frame.operations);
  const setting: Setting = { value: rate, stage: 'analytic', source: 'design with whole units' };
  const set = { ...scenario.set, fabric_rate: setting };
  return evaluateModel(point.frame.model, records, set).number(name, ...tuple) ?? null;
}
