import type { Datasets } from '../datasets/types.ts';
import { compileGraph, specialisedGraph, type SpecialisedGraph } from '../model/specialise.ts';
import type { Evaluated } from '../result/build.ts';
import type { InputEntry } from '../result/types.ts';
import { closure, usedInputs } from '../result/usedInputs.ts';
import type { Scenario } from '../scenario/types.ts';
import type { ColumnModel, StudyInput } from '../studies/types.ts';
import { againstRivals } from './againstRivals.ts';
import type { Contender } from './contenders.ts';
import { bandsOf, distributionOf, type DoubtBasis } from './distributionOf.ts';

/** An input in doubt. */
export interface UncertainInput extends StudyInput {
  readonly entry: InputEntry;
  readonly basis: DoubtBasis;
  /** Of a discrete choice: what its values 0, 1, … stand for. */
  readonly labels?: readonly string[];
  /** Whether it is a rival's only, which the ratio does not depend on. */
  readonly rival?: true;
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

/** The same, of a scenario that is compared with rivals. */
export interface UncertainAgainst extends Uncertain {
  /** Inputs that have a value of their own for some rival. */
  readonly apart: readonly string[];
}

/**
 * Specialises a scenario to the inputs that are in doubt and on which some outputs depend.
 *
 * @param outputs keys of quantities, e.g. `overhead` and `passes[overhead]`
 * @param contenders cores against which the verdict has to hold too
 * @param make makes the function: `compileGraph`, or what does the same otherwise
 */
export function uncertain(
  { model, records, evaluation }: Evaluated,
  datasets: Datasets,
  scenario: Scenario,
  outputs: readonly string[],
  contenders: readonly Contender[] = [],
  make: (graph: SpecialisedGraph) => Uncertain['model'] = compileGraph,
): UncertainAgainst {
  const bands = bandsOf(datasets);
  const doubted = (entry: InputEntry): UncertainInput | undefined => {
    const quantity = model.quantities.get(entry.name.replace(/[[@].*$/, ''));
    // What is no quantity can not vary: the curve has the quantity retention_scale for its doubt.
    if (quantity === undefined) return undefined;
    const doubt = distributionOf(entry, quantity, bands);
    return doubt && { name: entry.name, base: entry.value, entry, ...doubt };
  };
  const own = usedInputs(evaluation, closure(evaluation, outputs)).flatMap(
    (entry) => doubted(entry) ?? [],
  );
  const names = own.map(({ name }) => name);
  const { graph, further, apart } = againstRivals(
    specialisedGraph(model, records, scenario.set, names, outputs, evaluation),
    model,
    contenders,
    doubted,
  );
  const inputs = [...own, ...further.map((input) => ({ ...input, rival: true as const }))];
  return { model: make(graph), inputs, apart };
}
