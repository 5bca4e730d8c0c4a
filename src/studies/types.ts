/**
 * A function of columns: what every study works on. Studies know nothing of what is behind it.
 */
export interface ColumnModel {
  /** Names of the inputs, in the order of the input columns. */
  readonly inputs: readonly string[];
  /** Names of the outputs, in the order of the output columns. */
  readonly outputs: readonly string[];
  readonly columns: Columns;
}

/** The function itself, by the position of inputs and outputs. */
export interface Columns {
  /**
   * Computes the outputs for the rows from `from` up to but not including `to`; rows in which
   * anything is not finite hold NaN. Returns how many such rows there are.
   */
  (
    inputs: readonly Float64Array[],
    outputs: readonly Float64Array[],
    from: number,
    to: number,
  ): number;
  /** How to build the same function in another thread; without it, studies stay in this one. */
  readonly recipe?: Recipe;
}

/** How to build a function in another thread. */
export interface Recipe {
  /**
   * What builds it: one of the builders that the worker knows by name, or the export of a module, as
   * its URL with the name after a `#`, e.g. `file:///home/me/model.js#build`.
   */
  readonly builder: string;
  /** What the builder needs: anything that can be sent to another thread, also recipes. */
  readonly data: unknown;
}

/** Builds a function from the data of its recipe. Recipes in the data are built by `build`. */
export type ColumnsBuilder = (
  data: unknown,
  build: (recipe: Recipe) => Promise<Columns>,
) => Columns | Promise<Columns>;

/** What an uncertain input may be. Ranges by 5-95 % name the quantiles of the distribution. */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'loguniform'; readonly low: number; readonly high: number }
  | {
      readonly kind: 'triangular';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
    }
  | { readonly kind: 'pert'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'normal_range'; readonly p05: number; readonly p95: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'lognormal_range'; readonly p05: number; readonly p95: number }
  | {
      readonly kind: 'choice';
      readonly values: readonly number[];
      /** Probabilities up to a factor; equal where left out. */
      readonly weights?: readonly number[];
    }
  | { readonly kind: 'empirical'; readonly values: readonly number[] }
  | {
      readonly kind: 'truncated';
      readonly of: Distribution;
      readonly low?: number;
      readonly high?: number;
    };

/** An input of a study: drawn once per sample, wherever it is used. */
export interface StudyInput {
  readonly name: string;
  /** Value without doubt. */
  readonly base: number;
  readonly distribution: Distribution;
}
