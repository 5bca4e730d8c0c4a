import type { Direction } from './types.ts';

/** A quantity to optimise, by the name that a user gives it. */
export interface Aim {
  readonly name: string;
  readonly direction: Direction;
}

/** What is asked of a search. */
export interface OptimizeRequest {
  /**
   * Axes as texts, such as `device=*` or `log2_cycles=18..26`; none for every quantity that the
   * model marks as a choice of the designer, over the range it states.
   */
  readonly over?: readonly string[];
  /** The headline of the scenario's reading where left out. */
  readonly aim?: Aim;
  /** Conditions beside those of the criterion, such as `proof_bytes<=200 kB`. */
  readonly subjectTo?: readonly string[];
  /** Tests of the criterion that are no condition here: ids such as `latency`. */
  readonly without?: readonly string[];
  /** Objectives of a Pareto front; none without one. */
  readonly pareto?: readonly Aim[];
  /** Whether to choose hardware units too; true where left out. */
  readonly mix?: boolean;
}

/** Is told how far a search is, and ends it with what is done by returning false. */
export type OnProgress = (done: number, total: number) => boolean;
