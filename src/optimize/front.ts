import { reproduce } from '../result/command.ts';
import type { Scenario } from '../scenario/types.ts';
import { designScenario } from './designScenario.ts';
import type { DesignSpace } from './designSpace.ts';
import type { Evaluator } from './evaluator.ts';
import { paretoFront } from './pareto.ts';
import { FEASIBLE, type Question, type Searched } from './search.ts';
import type { OptimizeResult } from './types.ts';

/** The designs among which no objective can be had for nothing; null where no front is asked for. */
export function frontOf(
  { pareto, state }: Searched,
  question: Question,
  evaluator: Evaluator,
  space: DesignSpace,
  shipped: Scenario | undefined,
): OptimizeResult['pareto'] {
  if (pareto.length === 0) return null;
  const feasible = [...state.keys()].filter((i) => state[i] === FEASIBLE);
  // In a front less is better, whatever was asked for.
  const columns = pareto.map((column, k) => {
    const sign = question.pareto[k]?.entry.direction === 'maximize' ? -1 : 1;
    return Float64Array.from(feasible, (i) => sign * (column[i] ?? NaN));
  });
  const known = feasible.filter((i) => pareto.every((column) => !Number.isNaN(column[i] ?? NaN)));
  return {
    objectives: question.pareto.map(({ entry }) => entry),
    points: paretoFront(columns).map((at) => {
      const index = feasible[at] ?? 0;
      const point = evaluator.mixedAt(index);
      if (typeof point === 'string') throw new Error(`a design of the front is refused: ${point}`);
      return {
        labels: space.labels(index),
        values: pareto.map((column) => column[index] ?? NaN),
        command: reproduce(designScenario(point), shipped),
      };
    }),
    unknown: feasible.length - known.length,
  };
}
