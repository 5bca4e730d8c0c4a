import type { Stage } from '../datasets/types.ts';

/** What became of a published row. */
export type RowStatus =
  /** Predicted, and no input of the model comes from it. */
  | 'test'
  /** Predicted, but an input of the model was taken from it: it shows the fit, not the error. */
  | 'calibration'
  /** Predicted; the published value is only a bound, so that only the side is tested. */
  | 'bound'
  /** Not predicted; `reason` says why. */
  | 'not-predicted';

/** How a published value is to be read. */
export type Relation = 'equal' | 'at_least' | 'at_most';

/** What the model makes of a row. Numbers are in base units. */
export interface Prediction {
  readonly value: number;
  /** The values that one draw in twenty stays below, and that one in twenty exceeds. */
  readonly low: number;
  readonly high: number;
  /** Predicted over published. */
  readonly ratio: number;
  /**
   * Whether the published value lies in the band; of a bound, whether the band allows it. Null where no
   * input in doubt moves the prediction: a single number is no band, and what is off by a byte is not in it.
   */
  readonly inBand: boolean | null;
}

/** A published row and what the model makes of it. Numbers are in base units. */
export interface BacktestRow {
  readonly kind: string;
  readonly id: string;
  readonly system: string;
  readonly title: string;
  readonly status: RowStatus;
  /** Key of the quantity that is predicted, e.g. `cores` or `unit_placed[sha256_block,lut]`. */
  readonly quantity: string;
  readonly published: number;
  readonly relation: Relation;
  /** Base unit of the numbers; `1` for plain numbers. Of rows that are not predicted, as published. */
  readonly unit: string;
  readonly display: { readonly unit: string; readonly scale: number };
  readonly prediction: Prediction | null;
  /** Why there is no prediction. */
  readonly reason?: string;
  /** Inputs that were taken from this row. */
  readonly calibrates?: string;
  readonly boundedBy?: string;
  readonly tool?: string;
  readonly stage: Stage;
  readonly date?: string;
  readonly source: string;
  readonly url?: string;
  readonly note?: string;
}

/** How well a kind is predicted. Only test rows count in the error. */
export interface KindSummary {
  readonly kind: string;
  readonly title: string;
  /** How a sentence calls it. */
  readonly phrase: string;
  readonly meaning: string;
  /** Published rows, and what became of them. */
  readonly rows: number;
  readonly tests: number;
  readonly calibrations: number;
  readonly bounds: number;
  /** Bounds that the band allows. */
  readonly boundsHeld: number;
  readonly notPredicted: number;
  /** Geometric mean of predicted over published; null without a test row, as are the others. */
  readonly bias: number | null;
  /** Geometric mean of the factor between predicted and published, whichever is larger. */
  readonly factor: number | null;
  /** Nine rows in ten are off by this factor at most. */
  readonly p90: number | null;
  /** The same as `factor` of the rows that an input was taken from: how well that fits them. */
  readonly fit: number | null;
  /** Share of the test rows with a band whose published value lies in it; null where none has one. */
  readonly coverage: number | null;
}

/** Result of `emuprove backtest`. */
export interface BacktestResult {
  readonly schemaVersion: '1.0';
  readonly kind: 'backtest';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  /** Tables of published values, with the SHA-256 of their bytes. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** Draws of a band, and their seed. */
  readonly samples: number;
  readonly seed: number;
  readonly kinds: readonly KindSummary[];
  readonly rows: readonly BacktestRow[];
}
