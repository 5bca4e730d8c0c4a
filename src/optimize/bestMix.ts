import { textIn, type Datasets } from '../datasets/types.ts';
import type { Evaluation } from '../model/evaluate.ts';
import { fluidMix } from '../studies/mix/fluidMix.ts';
import type { Solver } from '../studies/mix/solver.ts';
import type { MixedPoint } from './evaluator.ts';
import { mixProblem } from './pointMix.ts';
import type { MixEntry, OperationMix, ResourceEntry } from './types.ts';

/** The units of a design: who does what, how many of them, and what they take. */
export function operationMixes(
  datasets: Datasets,
  { frame, candidates, inputs, mix }: MixedPoint,
  rates: readonly (readonly number[])[],
  segmentRate: number,
): OperationMix[] {
  const rows = new Map((datasets.get('units')?.rows ?? []).map((row) => [row.key, row]));
  const titles = frame.model.system.sets.get('operation')?.elements ?? [];
  return candidates.map(({ operation, own, units, left }, o): OperationMix => {
    const ops = inputs.ops[o] ?? NaN;
    const unknown = units.flatMap((unit, i) => {
      const costs = inputs.costs[o]?.[i] ?? [];
      const missing = inputs.resources.filter((_, r) => !Number.isFinite(costs[r] ?? NaN));
      return missing.length === 0
        ? []
        : [{ unit, reason: `not known what it takes of ${missing.join(', ')}` }];
    });
    const entries = units.flatMap((unit, i): MixEntry[] => {
      const share = mix.shares[o]?.[i] ?? 0;
      if (!(share > 0) || unknown.some((other) => other.unit === unit)) return [];
      const row = rows.get(unit);
      const rate = rates[o]?.[i] ?? NaN;
      const taken = inputs.resources.map((resource, r) => {
        const cost = inputs.costs[o]?.[i]?.[r] ?? NaN;
        return [resource, share * ops * cost * segmentRate] as const;
      });
      return [
        {
          unit,
          title: (row === undefined ? undefined : textIn(row, 'title')) ?? unit,
          share,
          count: ops > 0 ? (share * segmentRate) / rate : 0,
          resources: Object.fromEntries(taken),
          note: (row === undefined ? undefined : textIn(row, 'note')) ?? '',
        },
      ];
    });
    return {
      operation,
      title: titles.find(({ id }) => id === operation)?.title ?? operation,
      own: own ?? null,
      units: entries,
      left: [...unknown, ...left],
    };
  });
}

/** What a design takes of each resource, and what more of it would be worth. */
export function resourceEntries(
  point: MixedPoint,
  evaluation: Evaluation,
  solver: Solver,
): ResourceEntry[] {
  const { frame, inputs } = point;
  const segmentRate = evaluation.number('segment_rate') ?? NaN;
  const fabricRate = evaluation.number('fabric_rate') ?? NaN;
  const mix = fluidMix(mixProblem(inputs).problem, solver);
  const titles = frame.model.system.sets.get('resource')?.elements ?? [];
  return inputs.resources.flatMap((id, r): ResourceEntry[] => {
    const usable = inputs.usable[r] ?? NaN;
    // A resource of which nothing is known is one of which this design needs nothing.
    if (!Number.isFinite(usable)) return [];
    const need = inputs.operations.reduce((sum, _, o) => {
      const ops = inputs.ops[o] ?? 0;
      return ops > 0 ? sum + ops * (point.mix.costs[o * inputs.resources.length + r] ?? NaN) : sum;
    }, inputs.emulate[r] ?? NaN);
    const worth =
      mix.status === 'optimal' && segmentRate === fabricRate
        ? mix.resources.find(({ name }) => name === id)
        : undefined;
    const { text, unit } = evaluation.unit('usable', id);
    return [
      {
        id,
        display: { unit: text, scale: unit.scale },
        title: titles.find((element) => element.id === id)?.title ?? id,
        usable,
        use: need === 0 ? 0 : (need * segmentRate) / usable,
        price: worth?.price ?? 0,
        elasticity: worth?.elasticity ?? 0,
      },
    ];
  });
}
