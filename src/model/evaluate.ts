import { elementUnit, elementUnitText } from '../formula/elementUnit.ts';
import { Instance, type Derivation } from '../formula/instantiate.ts';
import { elementKey, tuples } from '../formula/system.ts';
import type { Unit } from '../formula/unit.ts';
import { bind, type Binding, type Bound } from './bind.ts';
import type { Model } from './link.ts';
import type { Quantity } from './types.ts';
import type { Records, Setting } from '../scenario/types.ts';

/** What is known of one element of a quantity. */
export type Outcome =
  /** A number in base units, or a truth value. */
  | { readonly status: 'known'; readonly value: number | boolean }
  /** Inputs without a value on which it depends. */
  | { readonly status: 'missing'; readonly inputs: readonly string[] }
  /** It does not exist: why, where, and at which position of that formula. */
  | {
      readonly status: 'invalid';
      readonly reason: string;
      readonly origin: string;
      readonly position: number;
    };

/** A model evaluated for one scenario, quantity by quantity and on demand. */
export interface Evaluation {
  readonly model: Model;
  readonly outcome: (name: string, ...tuple: string[]) => Outcome;
  /** The number, or undefined where it is not known. */
  readonly number: (name: string, ...tuple: string[]) => number | undefined;
  /** Value by which an element is shown. */
  readonly unit: (
    name: string,
    ...tuple: string[]
  ) => { readonly text: string; readonly unit: Unit };
  readonly derivation: (name: string, ...tuple: string[]) => Derivation;
  readonly bound: (name: string, ...tuple: string[]) => Bound | undefined;
}

/** What an evaluation is made of. */
interface Parts {
  readonly instance: Instance;
  readonly binding: Binding;
}

const parts = new WeakMap<Evaluation, Parts>();

/** What an evaluation is made of, for those who make something like it; nothing of what is none. */
export function partsOf(evaluation: Evaluation | undefined): Parts | undefined {
  return evaluation && parts.get(evaluation);
}

/**
 * Evaluates a model for what a scenario sets and the rows it names.
 *
 * @param like an evaluation of the same model that has much in common with this one
 */
export function evaluateModel(
  model: Model,
  records: Records,
  settings: Readonly<Record<string, Setting>>,
  like?: Evaluation,
): Evaluation {
  const binding: Binding = bind(model, records, settings);
  const bound = (key: string, name: string, tuple: readonly string[]): Bound | undefined =>
    binding.of(name, tuple, key);
  const known = like?.model === model ? partsOf(like)?.instance : undefined;
  const instance = known?.with(bound) ?? new Instance(model.system, bound);
  const outcome = (name: string, ...tuple: string[]): Outcome => {
    const { node } = instance.derive(name, tuple);
    switch (node.kind) {
      case 'const': {
        const truth = model.quantities.get(name)?.unit === 'truth';
        return { status: 'known', value: truth ? node.value !== 0 : node.value };
      }
      case 'missing':
        return { status: 'missing', inputs: node.inputs };
      case 'invalid':
        return {
          status: 'invalid',
          reason: node.reason,
          origin: node.origin,
          position: node.position,
        };
      default:
        throw new Error('an evaluation has nothing that varies');
    }
  };
  const evaluation: Evaluation = {
    model,
    outcome,
    number: (name, ...tuple) => {
      const found = outcome(name, ...tuple);
      return found.status === 'known' && typeof found.value === 'number' ? found.value : undefined;
    },
    unit: (name, ...tuple) => {
      const definition = model.system.definitions.get(name);
      if (definition === undefined) throw new Error(`there is no quantity ${name}`);
      return {
        text: elementUnitText(model.system, definition, tuple),
        unit: elementUnit(model.system, definition, tuple),
      };
    },
    derivation: (name, ...tuple) => instance.derive(name, tuple),
    bound: (name, ...tuple) => binding.of(name, tuple),
  };
  parts.set(evaluation, { instance, binding });
  return evaluation;
}

/** Every element of every quantity, as key, quantity and tuple. */
export function* elementsOf(model: Model): Iterable<{
  readonly key: string;
  readonly quantity: Quantity;
  readonly tuple: readonly string[];
}> {
  for (const quantity of model.quantities.values()) {
    for (const tuple of tuples(model.system, quantity.over)) {
      yield { key: elementKey(quantity.name, tuple), quantity, tuple };
    }
  }
}
