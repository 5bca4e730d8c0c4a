import { specialisedGraph } from '../model/specialise.ts';
import { interpretGraph } from '../model/specialiseInterpreted.ts';
import { closure, usedInputs } from '../result/usedInputs.ts';
import { quantile } from '../studies/distributions/quantile.ts';
import type { ColumnModel } from '../studies/types.ts';
import { againstRivals } from './againstRivals.ts';
import type { Prepared } from './prepare.ts';
import { rangeOf } from './rangeOf.ts';
import type { ReachInput } from './types.ts';

/** A scenario as a function of every input that could be improved. */
export interface Reach {
  readonly model: ColumnModel & { readonly base: Float64Array };
  readonly inputs: readonly ReachInput[];
  /** Inputs that are 0, and of which nothing says what else they might be. */
  readonly zero: readonly string[];
}

/**
 * Every input that a verdict depends on, in doubt or not, with all that it may be within reason. That far
 * from today other cores may be the fastest of the device, so more of them are rivals than where inputs
 * are drawn.
 */
export function reachOf(
  prepared: Pick<Prepared, 'evaluated' | 'scenario' | 'plain' | 'contenders'>,
  outputs: readonly string[],
): Reach {
  const { evaluated, scenario } = prepared;
  const { model, records, evaluation } = evaluated;
  const doubts = new Map(prepared.plain.map((input) => [input.name, input.distribution]));
  const zero: string[] = [];
  const inputs = usedInputs(evaluation, closure(evaluation, outputs)).flatMap(
    (entry): ReachInput[] => {
      const quantity = model.quantities.get(entry.name.replace(/\[.*$/, ''));
      if (quantity === undefined || entry.origin === 'choice') return [];
      const distribution = doubts.get(entry.name);
      const ends = distribution === undefined ? undefined : [0, 1].map(quantile(distribution));
      const plausible = ends as [number, number] | undefined;
      const range = rangeOf(entry, quantity, plausible);
      if (range === undefined) {
        if (!(entry.value > 0)) zero.push(entry.name);
        return [];
      }
      const { name, title, value: base, unit, display, stage } = entry;
      const described = { name, title, base, unit, display, stage, ...range };
      return [plausible === undefined ? described : { ...described, plausible }];
    },
  );
  const names = inputs.map(({ name }) => name);
  const graph = specialisedGraph(model, records, scenario.set, names, outputs, evaluation);
  const against = againstRivals(graph, model, prepared.contenders.far());
  // One input moves at a time, so that most of the model stands still: quicker than code for all of it.
  return { model: interpretGraph(against.graph, { remember: true }), inputs, zero };
}
