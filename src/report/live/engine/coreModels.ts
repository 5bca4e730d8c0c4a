import { elementsNamed } from '../../../model/bind.ts';
import { evaluateModel } from '../../../model/evaluate.ts';
import type { Model } from '../../../model/link.ts';
import { specialiseInterpreted } from '../../../model/specialiseInterpreted.ts';
import { textIn, type Datasets } from '../../../datasets/types.ts';
import { InputError } from '../../../issues/issue.ts';
import { recordsFor, type CoreEvaluator } from '../../../result/rivals.ts';
import type { Records, Scenario } from '../../../scenario/types.ts';
import type { Moved } from './quickEvaluation.ts';

/** A core on the scenario's device as a function of the inputs that can be moved. */
interface CoreModel {
  readonly records: Records;
  /** Undefined where something can not be told for every value of the inputs. */
  readonly compute: ReturnType<typeof specialiseInterpreted> | undefined;
}

/** What is asked of a core that has no units, and of one that is emulated and proved. */
const NATIVE = ['core_rate', 'native_rate', 'cores'];
const PROVED = ['overhead'];

/**
 * The cores that compete on a device, evaluated again and again with other values of a few inputs.
 * The same numbers as by {@link rivals} alone, which evaluates every core from the start.
 */
export class CoreModels {
  readonly #model: Model;
  readonly #datasets: Datasets;
  readonly #scenario: Scenario;
  readonly #vary: readonly string[];
  readonly #known = new Map<string, CoreModel>();

  /**
   * @param scenario what is evaluated
   * @param vary keys of the inputs that can be moved
   */
  constructor(model: Model, datasets: Datasets, scenario: Scenario, vary: readonly string[]) {
    this.#model = model;
    this.#datasets = datasets;
    this.#scenario = scenario;
    this.#vary = vary;
  }

  /**
   * Cores with some inputs moved.
   *
   * @param moved values over those of the scenario
   * @param scenario the scenario with these values set
   */
  at(moved: Moved, scenario: Scenario): CoreEvaluator {
    return (core, operations) => {
      const wanted = operations.length > 0 ? PROVED : NATIVE;
      const { records, compute } = this.#of(core, operations, wanted);
      const row = compute === undefined ? undefined : rowAt(compute, moved);
      if (compute === undefined || row === undefined) {
        return evaluateModel(this.#model, records, scenario.set);
      }
      const results = new Float64Array(compute.outputs.length);
      compute.scalar(row, results);
      return {
        number: (name) => {
          if (!wanted.includes(name)) throw new Error(`${name} was not specialised`);
          const value = results[compute.outputs.indexOf(name)];
          return value === undefined || Number.isNaN(value) ? undefined : value;
        },
      };
    };
  }

  /** Makes the model of every core ready, a few at a time. */
  *prepare(): Generator<undefined, undefined> {
    const rows = this.#datasets.get('cores')?.rows ?? [];
    for (const core of new Set(rows.map((row) => textIn(row, 'design') ?? row.key))) {
      this.#of(core, [], NATIVE);
      yield;
    }
  }

  #of(core: string, operations: readonly string[], wanted: readonly string[]): CoreModel {
    const key = `${core} ${wanted[0] ?? ''}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      const records = recordsFor(this.#datasets, this.#scenario, core, operations);
      known = { records, compute: this.#compute(records, wanted) };
      this.#known.set(key, known);
    }
    return known;
  }

  #compute(records: Records, wanted: readonly string[]): CoreModel['compute'] {
    const { set } = this.#scenario;
    const evaluation = evaluateModel(this.#model, records, set);
    const bound = this.#vary.filter((key) =>
      elementsNamed(this.#model, key).every(
        ({ quantity, tuple }) => evaluation.bound(quantity.name, ...tuple) !== undefined,
      ),
    );
    const [first] = wanted;
    // Most cores without a known rate have none of their own: no need to fit these on the device.
    const outputs =
      first === undefined || evaluation.number(first) === undefined
        ? []
        : wanted.filter((name) => evaluation.number(name) !== undefined);
    try {
      return specialiseInterpreted(this.#model, records, set, bound, outputs);
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }
}

/** Values of the inputs of a core; undefined where one is moved that it has no value of its own for. */
function rowAt(
  { inputs, base }: NonNullable<CoreModel['compute']>,
  moved: Moved,
): Float64Array | undefined {
  const row = Float64Array.from(base);
  for (const [key, value] of moved) {
    const slot = inputs.indexOf(key);
    if (slot < 0) return undefined;
    row[slot] = value;
  }
  return row;
}
