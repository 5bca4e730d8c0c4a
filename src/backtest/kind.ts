import type { ScenarioSource } from '../scenario/source.ts';

/** What is said of the published results of one table. */
export interface Kind {
  readonly title: string;
  readonly meaning: string;
  /** For the middle of a sentence. */
  readonly phrase: string;
  /** What is compared. */
  readonly quantity: string;
  /** What predicts it. */
  readonly scenario: Pick<
    ScenarioSource,
    'technology' | 'core' | 'prover' | 'units' | 'aggregation' | 'set'
  >;
}
