import type { Stage } from '../datasets/types.ts';

/** How the headline is read; see models/criterion.yaml. */
export type Reading = 'overhead' | 'per_core' | 'literal';

/** A value that is set over what the datasets and models say. */
export interface Setting {
  /**
   * A number in the unit of the quantity, a number with a unit, e.g. `250 MHz`, or a distribution
   * of either, e.g. `pert(200 MHz, 250 MHz, 300 MHz)`.
   */
  readonly value: number | string;
  /** How it was said, where that is not the value itself: `@file.csv:column`. */
  readonly said?: string;
  /**
   * Least and greatest plausible value, in the unit that the value is written in, or with one. Not
   * beside a distribution, which says both itself.
   */
  readonly low?: number | string;
  readonly high?: number | string;
  readonly stage: Stage;
  readonly source: string;
  readonly date?: string;
  /** Whether a designer chooses it, so that it is no matter of doubt. */
  readonly design?: boolean;
}

/** Two quantities that are drawn together. */
export interface Correlated {
  readonly between: readonly [string, string];
  /** Correlation of their normal scores, between -1 and 1. */
  readonly value: number;
  readonly source: string;
}

/**
 * What a choice of the scenario may be: weights by name. The first stands where there is no room for
 * doubt.
 */
export type Choices = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What is to be evaluated, with nothing left open. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  /** Platform, or undefined for a bare device. */
  readonly platform?: string;
  readonly device?: string;
  /** Left out for an FPGA. */
  readonly technology?: 'asic';
  /** Manufacturing process of an ASIC, or its number of nanometres. */
  readonly node?: string;
  /** Memory interface of an ASIC; the table's default where left out. */
  readonly memory?: string;
  readonly core: string;
  readonly prover: string;
  /** Implementation of an operation, where it is not the default one. */
  readonly units: Readonly<Record<string, string>>;
  readonly aggregation: 'none' | 'recursive';
  readonly reading: Reading;
  /** Settings by quantity: `fill[lut]`, `fill.lut`, or `fill` for every element. */
  readonly set: Readonly<Record<string, Setting>>;
  /** Correlations between quantities in doubt. */
  readonly correlations?: readonly Correlated[];
  /** Directories of the user's own data, for the command line that evaluates it again. */
  readonly datasets?: readonly string[];
  /** Discrete doubt: `core`, `device`, `platform`, `prover`, `aggregation` or `unit.OPERATION`. */
  readonly choices?: Choices;
}

/** A number that a record gives, with where it comes from. */
export interface Fact {
  readonly value: number;
  /** Unit of the value; empty for a plain number. */
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
  /** `dataset` for a cell, `choice` for what the scenario chose or the matching of rows found. */
  readonly kind: 'dataset' | 'choice';
  readonly stage: Stage;
  readonly rank?: string;
  readonly source: string;
  readonly url?: string;
  readonly date?: string;
  readonly note?: string;
  /** File, line, row and column of a cell. */
  readonly cell?: {
    readonly file: string;
    readonly line: number;
    readonly row: string;
    readonly column: string;
  };
}

/** Facts by the paths that models use, e.g. `device.lut`. */
export interface Records {
  /** The fact at a path, or undefined where the rows say nothing. */
  readonly find: (path: string) => Fact | undefined;
  /** The rows that were chosen: record name to `table:key`. */
  readonly chosen: Readonly<Record<string, string>>;
}
