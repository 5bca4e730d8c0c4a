import type { Datasets } from '../datasets/types.ts';
import { specialise } from '../model/specialise.ts';
import type { Evaluated } from '../result/build.ts';
import type { InputEntry } from '../result/types.ts';
import { closure, usedInputs } from '../result/usedInputs.ts';
import type { Scenario } from '../scenario/types.ts';
import type { ColumnModel, StudyInput } from '../studies/types.ts';
import { bandsOf, distributionOf, type DoubtBasis } from './distributionOf.ts';

/** An input in doubt. */
export interface UncertainInput extends StudyInput {
  readonly entry: InputEntry;
  readonly basis: DoubtBasis;
  /** Of a discrete choice: what its values 0, 1, … stand for. */
  readonly labels?: readonly string[];
}

/** A scenario as a function of everything in it that is in doubt. */
export interface Uncertain {
  readonly model: ColumnModel & {
    /** Values without doubt, in the order of the inputs, in base units. */
    readonly base: Float64Array;
  };
  /** In the order of the model's inputs. Each is drawn once and used on both sides. */
  readonly inputs: readonly UncertainInput[];
}

/**
 * Specialises a scenario to the inputs that are in doubt and on which some outputs depend.
 *
 * @param outputs keys of quantities, e.g. `overhead` and `passes[overhead]`
 * @param make makes the function: `specialise`, or what does the same otherwise
 */
export function uncertain(
  { model, records, evaluation }: Evaluated,
  datasets: Datasets,
  scenario: Scenario,
  outputs: readonly string[],
  make: (...args: Parameters<typeof specialise>) => Uncertain['model'] = specialise,
): Uncertain {
  const bands = bandsOf(datasets);
  const inputs = usedInputs(evaluation, closure(evaluation, outputs)).flatMap(
    (entry): UncertainInput[] => {
      const quantity = model.quantities.get(entry.name.replace(/\[.*$/, ''));
      // What is no quantity can not vary: the curve has the quantity retention_scale for its doubt.
      if (quantity === undefined) return [];
      const doubt = distributionOf(entry, quantity, bands);
      return doubt === undefined ? [] : [{ name: entry.name, base: entry.value, entry, ...doubt }];
    },
  );
  const names = inputs.map((input) => input.name);
  return { model: make(model, records, scenario.set, names, outputs), inputs };
}
