import type { Stage } from '../datasets/types.ts';
import type { Technology } from './technology.ts';

/** A value that a scenario sets, with where it comes from. */
export interface SettingSource {
  /** A number in base units, or a text: with a unit, or a distribution such as `pert(0.5, 0.7, 0.9)`. */
  readonly value: number | string;
  /** The 5 % quantile; as the text of `value` may be, but no distribution. */
  readonly low?: number | string;
  /** The 95 % quantile. */
  readonly high?: number | string;
  readonly stage?: Stage;
  readonly source?: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date?: string;
}

/** Two inputs that are drawn together. */
export interface CorrelationSource {
  /** Names of two. */
  readonly between: readonly string[];
  /** How closely, above -1 and below 1. */
  readonly value: number;
  readonly source?: string;
}

/** A scenario as it stands in a file. Names are those of rows of the tables, and of documents. */
export interface ScenarioSource {
  /** Its own name. */
  readonly scenario: string;
  readonly title: string;
  readonly meaning?: string;
  /** Scenario that it is the same as, but for what it says itself. */
  readonly extends?: string;
  readonly platform?: string;
  /** Part, where it is not that of the platform. */
  readonly device?: string;
  readonly technology?: Technology;
  /** Manufacturing process of an ASIC, and its memory. */
  readonly node?: string;
  readonly memory?: string;
  readonly core?: string;
  readonly prover?: string;
  /** Units by the operation that they do, instead of the default ones. */
  readonly units?: Readonly<Record<string, string>>;
  readonly aggregation?: 'none' | 'recursive';
  /** How the two numbers of the criterion combine. */
  readonly reading?: 'overhead' | 'per_core' | 'literal';
  /** Values of quantities by their name. */
  readonly set?: Readonly<Record<string, number | string | SettingSource>>;
  readonly correlate?: readonly CorrelationSource[];
  /** What is not decided, by what it is (`core`, `unit.gf128_mul`): names, or names with weights. */
  readonly choose?: Readonly<Record<string, readonly string[] | Readonly<Record<string, number>>>>;
}
