// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `stages.csv`: how far off a figure of a stage may be, where its row states no range. */
export interface StagesRow {
  /** the stage that the band is for */
  readonly id: 'assumed' | 'analytic' | 'synthesis' | 'routed' | 'measured';
  /** least plausible value over the stated one; in ratio */
  readonly low_factor: number;
  /** greatest plausible value over the stated one; in ratio */
  readonly high_factor: number;
  /** kind of the backtest whose error the band comes from: it is no narrower than what nine test rows in ten stay within; a row of `backtest` */
  readonly backtest?: string;
  /** how the row was obtained: assumed, analytic, synthesis, routed or measured */
  readonly stage: Stage;
  /** primary: maker, author or own measurement; secondary: somebody's transcription */
  readonly rank: 'primary' | 'secondary';
  /** date of the source: year, year-month or year-month-day */
  readonly date?: string;
  /** the document, repository or measurement the row comes from */
  readonly source: string;
  /** where to read it; several addresses are separated by spaces */
  readonly source_url?: string;
  /** what was derived and how, disagreements, and what the source says besides */
  readonly note?: string;
}
