import type { Stage } from '../datasets/types.ts';
import type { MontecarloResult } from '../studies/montecarlo/types.ts';
import type { BreakEvenResult } from '../studies/breakeven/breakEven.ts';
import type { SobolResult } from '../studies/sobol/sobol.ts';
import type { TornadoResult } from '../studies/tornado/tornado.ts';
import type { DoubtBasis } from './distributionOf.ts';

/** An input in doubt, as the result of a study reports it: numbers in base units. */
export interface DoubtInput {
  readonly name: string;
  readonly title: string;
  readonly base: number;
  /** The values that one draw in twenty stays below, and that one in twenty exceeds. */
  readonly p05: number;
  readonly p95: number;
  readonly unit: string;
  readonly display: { readonly unit: string; readonly scale: number };
  readonly stage: Stage;
  readonly basis: DoubtBasis;
}

/** What every result of a study says about where it comes from. */
export interface DoubtHead {
  readonly schemaVersion: '1.0';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly reading: string;
    readonly command: string;
  };
  /** Value of the headline without doubt, and its limit. */
  readonly value: number;
  readonly limit: number;
  readonly inputs: readonly DoubtInput[];
}

/** Result of `emuprove montecarlo`. */
export interface MontecarloReport extends DoubtHead {
  readonly kind: 'montecarlo';
  readonly result: MontecarloResult;
}

/** Result of `emuprove tornado`. */
export interface TornadoReport extends DoubtHead {
  readonly kind: 'tornado';
  readonly result: TornadoResult;
}

/** Result of `emuprove sobol`: outputs are log10 of the ratio, and the verdict. */
export interface SobolReport extends DoubtHead {
  readonly kind: 'sobol';
  readonly seed: number;
  readonly result: SobolResult;
}

/** Result of `emuprove breakeven`. */
export interface BreakEvenReport extends DoubtHead {
  readonly kind: 'breakeven';
  /** Where the ratio meets its limit. */
  readonly ratio: BreakEvenResult;
  /** Where the whole verdict flips. */
  readonly verdict: BreakEvenResult;
}
