import type { Scenario } from '../scenario/types.ts';

/** Most values that an axis may have. */
export const LONGEST_AXIS = 100_000;

/** Names among which a scenario chooses: rows, profiles, whole scenarios. */
export interface ChoiceAxis {
  readonly kind: 'choice';
  /** `device`, `platform`, `core`, `prover`, `aggregation`, `reading`, `scenario` or `unit.OPERATION`. */
  readonly name: string;
  /** The names, each once, in the order of the tables or as they were written. */
  readonly labels: readonly string[];
  /** Complete scenarios by label, where the axis is `scenario`. */
  readonly scenarios?: ReadonlyMap<string, Scenario>;
}

/** Values that a quantity is set to. */
export interface QuantityAxis {
  readonly kind: 'quantity';
  /** Key of the element, e.g. `fill[lut]`, or the quantity's name where all its elements are set. */
  readonly name: string;
  /** Keys of the elements that are set. */
  readonly keys: readonly string[];
  /** The values as one would write them, e.g. `250 MHz`. */
  readonly labels: readonly string[];
  /** The values in base units, in the order of the labels. */
  readonly numbers: Float64Array;
  /** Base unit of the values, `1` for plain numbers. */
  readonly unit: string;
  /** Unit in which people read the quantity, and how many base units one of it is. */
  readonly display: { readonly unit: string; readonly scale: number };
}

/** One dimension of a product. */
export type Axis = ChoiceAxis | QuantityAxis;
