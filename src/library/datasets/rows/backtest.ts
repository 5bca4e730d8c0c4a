// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `backtest.csv`: how far the model is off where others have published; written by scripts/backtest.mjs from what emuprove backtest finds. */
export interface BacktestRow {
  /** kind of published results: a table of datasets/published */
  readonly kind: string;
  /** how a sentence calls it */
  readonly phrase: string;
  /** published rows */
  readonly rows: number;
  /** rows that are predicted and that no input was taken from; only these count below */
  readonly tests: number;
  /** rows that inputs of the model were taken from */
  readonly calibrations: number;
  /** rows that are bounds only */
  readonly bounds: number;
  /** bounds that the predicted band allows */
  readonly bounds_held: number;
  /** rows that the model can not predict */
  readonly not_predicted: number;
  /** predicted over published, geometric mean */
  readonly bias?: number;
  /** factor by which a prediction is off, geometric mean */
  readonly factor?: number;
  /** factor that nine rows in ten stay within */
  readonly p90?: number;
  /** share of published values within the predicted 5-95 % band */
  readonly coverage?: number;
  /** how the row was obtained: assumed, analytic, synthesis, routed or measured */
  readonly stage: Stage;
  /** primary: maker, author or own measurement; secondary: somebody's transcription */
  readonly rank: 'primary' | 'secondary';
  /** the document, repository or measurement the row comes from */
  readonly source: string;
}
