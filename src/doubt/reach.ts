import { specialise } from '../model/specialise.ts';
import { closure, usedInputs } from '../result/usedInputs.ts';
import { quantile } from '../studies/distributions/quantile.ts';
import type { ColumnModel } from '../studies/types.ts';
import type { Prepared } from './prepare.ts';
import type { ReachInput } from './types.ts';

/** How far break-even looks: this many times more and less than today, in reason. */
const FACTOR = 1_000;

/** A scenario as a function of every input that could be improved. */
export interface Reach {
  readonly model: ColumnModel & { readonly base: Float64Array };
  readonly inputs: readonly ReachInput[];
  /** Inputs that are 0, which no factor changes. */
  readonly zero: readonly string[];
}

/**
 * Every input that a verdict depends on, in doubt or not, with all that it may be within reason: a
 * thousandth to a thousandfold of today, within what makes sense for its quantity.
 */
export function reachOf(
  prepared: Pick<Prepared, 'evaluated' | 'scenario' | 'plain'>,
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
      if (!(entry.value > 0)) {
        zero.push(entry.name);
        return [];
      }
      const { scale } = entry.display;
      const { min = 0, max = Infinity } = quantity;
      const low = Math.max(entry.value / FACTOR, min * scale);
      const high = Math.min(entry.value * FACTOR, max * scale);
      const distribution = doubts.get(entry.name);
      const { name, title, value, unit, display, stage } = entry;
      if (!(low < high)) return [];
      const described = { name, title, base: value, unit, display, stage, low, high };
      if (distribution === undefined) return [described];
      const q = quantile(distribution);
      return [{ ...described, plausible: [q(0), q(1)] }];
    },
  );
  const names = inputs.map(({ name }) => name);
  return { model: specialise(model, records, scenario.set, names, outputs), inputs, zero };
}
