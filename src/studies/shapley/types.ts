import type { InputGroup, UniformFill } from '../sobol/types.ts';
import type { ColumnModel } from '../types.ts';

/** What `shapley` works on. */
export interface ShapleyOptions {
  readonly model: ColumnModel;
  /** The two points, one value an input in the order of `model.inputs`. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly output: string;
  /** `log10` attributes the difference of decimal logarithms: factors instead of amounts. */
  readonly scale?: 'linear' | 'log10';
  /** Inputs that change together; the others change alone. */
  readonly groups?: readonly InputGroup[];
  /** Changes up to which all subsets are enumerated; 14 when left out, that is 16,384 evaluations. */
  readonly exactUpTo?: number;
  /** Sampling for more changes than that. */
  readonly sampling?: {
    /** Permutations, each taken forwards and backwards. */
    readonly permutations: number;
    /** Pseudo-random numbers, one column a change and one row a permutation. */
    readonly fill: UniformFill;
  };
}

/** What a change contributes. */
export interface ShapleyPart extends InputGroup {
  /** Part of the difference; all parts sum to it. */
  readonly value: number;
  /** Standard error of the value, when it was sampled. */
  readonly standardError?: number;
}

/** A difference and its parts. */
export interface ShapleyResult {
  readonly output: string;
  readonly scale: 'linear' | 'log10';
  /** Output at the two points, on that scale, and the difference. */
  readonly from: number;
  readonly to: number;
  readonly difference: number;
  readonly method: 'exact' | 'sampled';
  readonly evaluations: number;
  /** Evaluations without a value on that scale; in an exact attribution one leaves parts NaN. */
  readonly notFinite: number;
  /** Largest part first, equal ones by name; only inputs that differ. */
  readonly parts: readonly ShapleyPart[];
}

/** Values of mixtures of the two points; `changed[k][p]` says whether mixture `k` has change `p`. */
export type Mixtures = (changed: readonly (readonly boolean[])[]) => Float64Array;
