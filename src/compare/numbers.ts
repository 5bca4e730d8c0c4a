import { Instance, type Derivation } from '../formula/instantiate.ts';
import { elementsOf } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import type { InputEntry } from '../result/types.ts';
import type { ComparedResult } from './side.ts';

/** Numbers that agree to this share are the same: a saved one was computed by another machine. */
const TOLERANCE = 1e-9;

/** An element of a quantity. */
export interface ElementOf {
  readonly name: string;
  readonly tuple: readonly string[];
}

/** The numbers of a side under the equations as they are now. */
export interface Numbers {
  readonly model: Model;
  /** Every element of the model by its key. */
  readonly elements: ReadonlyMap<string, ElementOf>;
  /** Every value that the result holds, by key; truths are 1 and 0. */
  readonly values: ReadonlyMap<string, number>;
  /** Inputs that the result rests on, by key. */
  readonly inputs: ReadonlyMap<string, InputEntry>;
  /** Elements whose equations have become others since the result was computed. */
  readonly changed: readonly string[];
  /** The value of what the side does not compute: inputs, settings, and `changed`. */
  readonly given: (key: string) => number | undefined;
  /** How the side computes an element from what is given. */
  readonly derive: (key: string) => Derivation | undefined;
}

/**
 * Finds out how today's equations give the numbers of a result. They rest on nothing but what the
 * result says that it used, whatever the tables say by now. Where an equation gives another number
 * from the same numbers, it has changed: the element then keeps the value of the result.
 *
 * @param roots elements that have to come out as the result says
 */
export function numbersOf(result: ComparedResult, model: Model, roots: readonly string[]): Numbers {
  const elements = new Map<string, ElementOf>();
  for (const { key, quantity, tuple } of elementsOf(model)) {
    elements.set(key, { name: quantity.name, tuple });
  }
  const inputs = new Map(result.inputsUsed.map((entry) => [entry.name, entry]));
  const values = new Map<string, number>();
  for (const { name, value } of result.quantities) if (value !== null) values.set(name, +value);
  for (const { name, value } of result.inputsUsed) values.set(name, value);
  const changed = new Set<string>();
  const given = (key: string): number | undefined => {
    const entry = inputs.get(key);
    if (entry !== undefined) return entry.value;
    const name = elements.get(key)?.name ?? '';
    const open = model.system.definitions.get(name)?.body.kind === 'input';
    return open || changed.has(key) ? values.get(key) : undefined;
  };
  for (;;) {
    const instance = new Instance(model.system, (key) => {
      const value = given(key);
      return value === undefined ? undefined : { value };
    });
    const derive = (key: string): Derivation | undefined => {
      const element = elements.get(key);
      return element === undefined ? undefined : instance.derive(element.name, element.tuple);
    };
    const found = roots.flatMap((root) => otherEquations(root, derive, values));
    if (found.length === 0) {
      return { model, elements, values, inputs, changed: [...changed], given, derive };
    }
    for (const key of found) changed.add(key);
  }
}

/** Elements that differ from the result although all that they are computed from agrees with it. */
function otherEquations(
  root: string,
  derive: (key: string) => Derivation | undefined,
  values: ReadonlyMap<string, number>,
): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const agrees = (key: string): boolean => {
    const saved = values.get(key);
    const node = derive(key)?.node;
    return saved === undefined || (node?.kind === 'const' && close(node.value, saved));
  };
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    if (agrees(key)) return;
    const culprits = (derive(key)?.uses ?? []).filter((used) => !agrees(used));
    if (culprits.length === 0) found.add(key);
    for (const used of culprits) visit(used);
  };
  visit(root);
  return [...found];
}

function close(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}
