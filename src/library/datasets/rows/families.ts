// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `families.csv`: one FPGA family. */
export interface FamiliesRow {
  /** name of the family, the vocabulary of all tables */
  readonly family: string;
  /** logic architecture; families of one architecture have the same logic cell */
  readonly architecture: string;
  /** what one unit of logic is; different kinds are never added or compared without a conversion */
  readonly lut_kind: 'LUT6' | 'ALM' | 'LUT4' | 'LE' | 'XLR' | 'CPE';
  /** manufacturing process, as named by the maker; in nm */
  readonly node_nm?: number;
  /** clock that the same core reaches on this family over the clock on AMD Artix-7: geometric mean of the ratios in speed_basis; in ratio */
  readonly speed?: number;
  /** lowest of those ratios, or 15 % below a single one; in ratio */
  readonly speed_low?: number;
  /** highest of those ratios, or 15 % above a single one; in ratio */
  readonly speed_high?: number;
  /** the cores and clocks (MHz) that speed rests on, or why it is blank */
  readonly speed_basis?: string;
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
