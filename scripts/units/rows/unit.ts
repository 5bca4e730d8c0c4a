import type { Design } from '../designs/design.ts';
import type { Flow } from '../flows/flow.ts';

/** Kinds of LUT that the flows map to. */
export const KINDS = ['LUT6', 'LUT4'] as const;

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** So many copies of a design. */
export interface Copies {
  readonly design: Design;
  /** One, unless it is said. */
  readonly times?: number;
}

/** Flip-flops that nobody synthesised. */
export interface Declared {
  readonly count: number;
  /** What they are, for the note of the row. */
  readonly why: string;
}

/** What becomes rows of datasets/units.csv, one for each kind of LUT that it has an id for. */
export interface Unit {
  readonly ids: Readonly<Partial<Record<Kind, string>>>;
  /** Id of a row of datasets/operations.csv. */
  readonly operation: string;
  readonly title: string;
  /** What its logic consists of. */
  readonly logic: readonly Copies[];
  /** LUTs beside them: gates of two inputs, one LUT each. */
  readonly gates?: number;
  /** Where its flip-flops come from. */
  readonly registers: readonly Copies[] | Declared;
  /** Flow for LUT6, where it is not the one that goes with the design. */
  readonly lut6?: Flow;
  /** Clocks between two operations; 1 unless it is said. */
  readonly interval?: number;
  /** Operations that start together; 1 unless it is said. */
  readonly parallel?: number;
  readonly latency?: number;
  /** Kinds of LUT for which it is the unit that is taken unless another one is named. */
  readonly defaults?: readonly Kind[];
  readonly includes: string;
  /** What there is to say besides. */
  readonly note?: string;
}

/** All designs that a unit is made of. */
export function designsOf({ logic, registers }: Unit): Design[] {
  return [...logic, ...('count' in registers ? [] : registers)].map(({ design }) => design);
}

/** Flip-flops behind the result alone. */
export function resultRegister({ width }: Design, times = 1): Declared {
  const each = times === 1 ? 'one output register' : `${times} output registers`;
  return { count: times * width.output, why: `${each}, the width of the result` };
}
