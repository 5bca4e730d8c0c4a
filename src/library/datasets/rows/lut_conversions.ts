// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `lut_conversions.csv`: how many units of one kind of logic replace one of another. */
export interface LutConversionsRow {
  /** from-to */
  readonly id: string;
  /** kind that is replaced */
  readonly from_kind: 'LUT6' | 'ALM' | 'LUT4' | 'LE' | 'XLR' | 'CPE';
  /** kind that replaces it */
  readonly to_kind: 'LUT6' | 'ALM' | 'LUT4' | 'LE' | 'XLR' | 'CPE';
  /** units of to_kind that one unit of from_kind needs: geometric centre of the band; in ratio */
  readonly factor: number;
  /** lowest ratio seen; in ratio */
  readonly low: number;
  /** highest ratio seen; in ratio */
  readonly high: number;
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
