import type { Stage } from '../datasets/types.ts';
import type { Expr } from '../formula/ast.ts';
import type { Body, IndexSet } from '../formula/system.ts';
import type { Technology } from '../scenario/technology.ts';

/** A value that a model, a profile or a scenario states, in the unit of its quantity. */
export interface StatedValue {
  readonly value: number;
  /** Whether a designer chooses it: then its range is what can be chosen, and not doubt. */
  readonly design?: boolean;
  /** The least and the most that it may plausibly be, where it is not exact. */
  readonly low?: number;
  readonly high?: number;
  readonly stage: Stage;
  readonly source: string;
  readonly date?: string;
}

/** A quantity as a model declares it. */
export interface Quantity {
  readonly name: string;
  /** Model or prover that declares it. */
  readonly model: string;
  /** What alone it is about; every technology where left out. */
  readonly technology?: Technology;
  readonly title: string;
  readonly meaning: string;
  readonly unit: string;
  readonly unitExpr?: Expr;
  readonly over: readonly string[];
  /** Set whose elements the value numbers, e.g. `resource` for what binds. */
  readonly names?: string;
  /** Where a record gives the value, e.g. `device.{resource}`. */
  readonly from?: string;
  /** Least and greatest value that makes sense, in its unit; at least 0 where nothing is said. */
  readonly min?: number;
  readonly max?: number;
  /** Whether it is a logarithm: then 1 more of it is twice as much, and no factor of it means anything. */
  readonly scale?: 'log2';
  /** Whether only whole numbers of its unit mean anything. */
  readonly whole?: boolean;
  /** False for what is concluded and not supposed. */
  readonly settable?: boolean;
  /** Whether its value is known without doubt, whatever the stage of the row that states it. */
  readonly exact?: boolean;
  /** A number that is not up for discussion. */
  readonly constant?: number;
  /** Value where no record gives one; per element where the quantity has a set. */
  readonly defaults?: Readonly<Record<string, StatedValue>>;
  readonly body: Body;
  readonly file: string;
  readonly path: string;
}

/** A phase of a prover. */
export interface Kernel {
  readonly id: string;
  readonly title: string;
  /** Group of phases it belongs to. */
  readonly phase: string;
  /** Whether its counts were read in code, derived from reading it, or guessed. */
  readonly basis: Basis;
  readonly source: string;
}

/** How a count of a prover profile came about. */
export type Basis = 'read' | 'derived' | 'guessed' | 'measured';

/** What {@link Basis} means as a stage. */
export const STAGE_OF_BASIS: Readonly<Record<Basis, Stage>> = {
  // What is read in code is a fact about that code.
  read: 'measured',
  measured: 'measured',
  derived: 'analytic',
  guessed: 'assumed',
};

/** A file of `models/`. */
export interface ModelDocument {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly meaning: string;
  readonly source: string;
  /** What alone it is about; every technology where left out. */
  readonly technology?: Technology;
  readonly sets: readonly (IndexSet & { readonly technology?: Technology })[];
  readonly quantities: readonly Quantity[];
  readonly file: string;
  readonly sha256: string;
}

/** A file of `models/provers/`. */
export interface ProverDocument extends ModelDocument {
  /** Profile that this one changes. */
  readonly extends?: string;
  readonly operations: readonly string[];
  /** Values of inputs that the models leave to profiles, as a published proof size. */
  readonly states: Readonly<Record<string, StatedValue>>;
  readonly kernels: readonly Kernel[];
}
