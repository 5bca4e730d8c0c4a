import { formatDimension } from '../formula/dimension.ts';
import type { Evaluation } from '../model/evaluate.ts';
import type { Condition } from './condition.ts';
import type { DesignSpace } from './designSpace.ts';
import { relaxations } from './relaxations.ts';
import type { Question, Searched } from './search.ts';
import type { ConstraintEntry } from './types.ts';

/**
 * The conditions, with what each of them stands in the way of.
 *
 * @param best value of the objective of the best design; NaN where there is none
 */
export function constraintEntries(
  evaluation: Evaluation,
  question: Question,
  searched: Searched,
  space: DesignSpace,
  best: number,
): ConstraintEntry[] {
  const { conditions, objective } = question;
  const relaxed = relaxations(searched, conditions, objective.entry.direction, space, best);
  return conditions.map((condition, i): ConstraintEntry => {
    const { value } = condition;
    const { text, unit } = evaluation.unit(value.name, ...value.tuple);
    return {
      id: condition.id,
      origin: condition.origin,
      name: value.key,
      title: evaluation.model.quantities.get(value.name)?.title ?? value.name,
      relation: condition.relation,
      limit: limitOf(evaluation, condition),
      unit: formatDimension(unit.dimension),
      display: { unit: text, scale: unit.scale },
      violated: searched.violated[i] ?? 0,
      violatedAlone: searched.violatedAlone[i] ?? 0,
      relaxed: relaxed[i] ?? null,
    };
  });
}

function limitOf(evaluation: Evaluation, { limit }: Condition): number | null {
  if (typeof limit === 'number') return limit;
  return evaluation.number(limit.name, ...limit.tuple) ?? null;
}
