import type { Dimension } from './dimension.ts';
import type { Expr } from './ast.ts';

/** An element of an index set. */
export interface Element {
  readonly id: string;
  readonly title: string;
  /** Unit that the element lends to quantities over its set, e.g. `lut` in the set of resources. */
  readonly unit?: string;
}

/** A finite index set, such as the resources of a device. */
export interface IndexSet {
  readonly id: string;
  /** Letter that formulas use for an element of the set. */
  readonly letter: string;
  readonly title: string;
  readonly elements: readonly Element[];
}

/** One way to compute a quantity. */
export interface Alternative {
  /** The formula as it is written. */
  readonly text: string;
  readonly expr: Expr;
  /** What choosing this alternative means, e.g. `from CoreMark per MHz`. */
  readonly note?: string;
  /** Whether choosing it is an assumption that the user has to see. */
  readonly assumed?: boolean;
}

/** Where the value of a quantity comes from. */
export type Body =
  /** It is given from outside. */
  | { readonly kind: 'input' }
  /** The first alternative none of whose inputs is missing. */
  | { readonly kind: 'formula'; readonly alternatives: readonly Alternative[] }
  /** An own formula per element of some of its sets; elements without one are 0. */
  | {
      readonly kind: 'cases';
      /** Sets whose elements tell the cases apart; the keys join their elements by commas. */
      readonly by: readonly string[];
      readonly cases: Readonly<Record<string, Alternative>>;
    };

/** A quantity as the compiler sees it. */
export interface Definition {
  readonly name: string;
  /** Ids of the index sets it runs over. */
  readonly over: readonly string[];
  /** Unit as text, or `truth` for a yes-or-no. A set's id in it is the unit of the element. */
  readonly unit: string;
  /** The unit, parsed. Undefined for `truth`. */
  readonly unitExpr?: Expr;
  readonly body: Body;
  /** File and YAML path of the declaration, for messages. */
  readonly file: string;
  readonly path: string;
}

/** A piecewise function that is written in TypeScript, with its own dimensions. */
export interface DomainFunction {
  readonly name: string;
  readonly args: readonly Dimension[];
  readonly result: Dimension;
  readonly apply: (...args: number[]) => number;
  /** What it computes and where that comes from, for `explain`. */
  readonly meaning: string;
  /** Data that `apply` is made from, for another thread that knows a function of this name. */
  readonly made?: { readonly from: unknown };
}

/** Index sets, quantities and domain functions that belong together. */
export interface System {
  readonly sets: ReadonlyMap<string, IndexSet>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly functions: ReadonlyMap<string, DomainFunction>;
}

/** Key of one element of a quantity: `cores`, `usable[lut]`, `need[sha256_block,lut]`. */
export function elementKey(name: string, elements: readonly string[]): string {
  return elements.length === 0 ? name : `${name}[${elements.join(',')}]`;
}

/** Every tuple of elements of the sets, the last set running fastest. */
export function tuples(system: System, over: readonly string[]): string[][] {
  let all: string[][] = [[]];
  for (const id of over) {
    const elements = system.sets.get(id)?.elements ?? [];
    all = all.flatMap((tuple) => elements.map((element) => [...tuple, element.id]));
  }
  return all;
}

/** Key of the case that serves an element of a quantity. */
export function caseKey(
  over: readonly string[],
  by: readonly string[],
  tuple: readonly string[],
): string {
  return tuple.filter((_, i) => by.includes(over[i] ?? '')).join(',');
}
