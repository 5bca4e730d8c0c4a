// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `memories.csv`: one memory interface of a chip with the memory behind it. */
export interface MemoriesRow {
  /** standard and width */
  readonly id: string;
  /** what one interface is */
  readonly title: string;
  /** yes: taken unless a scenario names another */
  readonly default?: 'yes';
  /** family of the standard; HBM stands on an interposer beside the chip */
  readonly kind: 'HBM' | 'DDR' | 'LPDDR';
  /** peak bandwidth of one interface; in GB/s */
  readonly gb_per_s: number;
  /** capacity behind one interface, as the maker prints it; in GB */
  readonly gb?: number;
  /** area that one interface takes of the chip; in mm2 */
  readonly phy_mm2?: number;
  /** stage of the area of the interface */
  readonly phy_mm2_stage?: Stage;
  /** date of the area of the interface */
  readonly phy_mm2_date?: string;
  /** source of the area of the interface, where it is not that of the row */
  readonly phy_mm2_source?: string;
  /** power of one interface at full rate, of what the note says; in W */
  readonly power_w?: number;
  /** stage of the power */
  readonly power_w_stage?: Stage;
  /** date of the power */
  readonly power_w_date?: string;
  /** source of the power, where it is not that of the row */
  readonly power_w_source?: string;
  /** price of the memory behind one interface; in USD */
  readonly price_usd?: number;
  /** lowest figure found; in USD */
  readonly price_usd_low?: number;
  /** highest figure found; in USD */
  readonly price_usd_high?: number;
  /** stage of the price */
  readonly price_usd_stage?: Stage;
  /** date of the price */
  readonly price_usd_date?: string;
  /** source of the price, where it is not that of the row */
  readonly price_usd_source?: string;
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
