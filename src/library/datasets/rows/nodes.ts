// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `nodes.csv`: one manufacturing process. */
export interface NodesRow {
  /** the process */
  readonly id: string;
  /** maker and name of the process */
  readonly title: string;
  /** name of the process in nanometres; no dimension of it has this size any more; in nm */
  readonly node_nm: number;
  /** yes: the process that a bare number of nanometres means; one per number */
  readonly default?: 'yes';
  /** gate equivalents (two-input NANDs of unit strength) per area if cells stood without gaps: 1 over the area of that cell; in ge/um2 */
  readonly gate_density?: number;
  /** bits of an SRAM macro per area, periphery included; 1 Mbit is 2^20 bits; in Mbit/mm2 */
  readonly sram_density?: number;
  /** stage of the SRAM density */
  readonly sram_density_stage?: Stage;
  /** date of the SRAM density */
  readonly sram_density_date?: string;
  /** source of the SRAM density, where it is not that of the row */
  readonly sram_density_source?: string;
  /** delay of an inverter that drives four like itself: how fast logic is; in ps */
  readonly fo4_ps?: number;
  /** diameter of the wafer; in mm */
  readonly wafer_mm?: number;
  /** price of a processed wafer; in USD */
  readonly wafer_usd?: number;
  /** lowest figure found; in USD */
  readonly wafer_usd_low?: number;
  /** highest figure found; in USD */
  readonly wafer_usd_high?: number;
  /** stage of the price of a wafer */
  readonly wafer_usd_stage?: Stage;
  /** date of the price of a wafer */
  readonly wafer_usd_date?: string;
  /** source of the price of a wafer, where it is not that of the row */
  readonly wafer_usd_source?: string;
  /** defects that kill a die, per area; in 1/cm2 */
  readonly defect_density?: number;
  /** lowest figure found; in 1/cm2 */
  readonly defect_density_low?: number;
  /** highest figure found; in 1/cm2 */
  readonly defect_density_high?: number;
  /** stage of the defect density */
  readonly defect_density_stage?: Stage;
  /** date of the defect density */
  readonly defect_density_date?: string;
  /** source of the defect density, where it is not that of the row */
  readonly defect_density_source?: string;
  /** price of a set of masks; in USD */
  readonly mask_usd?: number;
  /** lowest figure found; in USD */
  readonly mask_usd_low?: number;
  /** highest figure found; in USD */
  readonly mask_usd_high?: number;
  /** all that is paid once for a chip: design, verification, IP, masks; in USD */
  readonly nre_usd?: number;
  /** lowest figure found; in USD */
  readonly nre_usd_low?: number;
  /** highest figure found; in USD */
  readonly nre_usd_high?: number;
  /** stage of masks and non-recurring cost */
  readonly nre_usd_stage?: Stage;
  /** date of masks and non-recurring cost */
  readonly nre_usd_date?: string;
  /** source of masks and non-recurring cost, where it is not that of the row */
  readonly nre_usd_source?: string;
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
