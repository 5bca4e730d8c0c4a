// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `fill_clock.csv`: one point of clock against fill. */
export interface FillClockRow {
  /** the build */
  readonly id: string;
  /** share of the device's LUTs in use; in ratio */
  readonly fill?: number;
  /** clock reached over the clock of the same core alone; in ratio */
  readonly derate: number;
  /** curve: a point of the model's curve, never rising with fill; check: shown beside it */
  readonly use: 'curve' | 'check';
  /** kind of evidence */
  readonly evidence: string;
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
