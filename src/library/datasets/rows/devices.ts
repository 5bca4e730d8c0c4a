// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `devices.csv`: one FPGA part. */
export interface DevicesRow {
  /** the part, in lower case */
  readonly id: string;
  /** maker of the part */
  readonly vendor: string;
  /** family of the part; HBM, Alveo and RFSoC variants are in the family of their die; a row of `families` */
  readonly family: string;
  /** manufacturing process, as named by the maker; in nm */
  readonly node_nm?: number;
  /** what one unit of logic is; different kinds are never added or compared without a conversion */
  readonly lut_kind: 'LUT6' | 'ALM' | 'LUT4' | 'LE' | 'XLR' | 'CPE';
  /** units of logic of the kind lut_kind; in lut */
  readonly lut: number;
  /** flip-flops; in ff */
  readonly ff?: number;
  /** block RAMs of bram_block_kbit each; small LUT memories are not counted; in bram */
  readonly bram?: number;
  /** size of one block RAM; in kbit/bram */
  readonly bram_block_kbit?: number;
  /** into how many independent halves one block RAM divides: 2 for the 36-kbit blocks of AMD (UG473, UG573), 1 elsewhere; in 1/bram */
  readonly bram_split?: number;
  /** UltraRAM blocks, which only AMD makes; blank on Intel parts that have eSRAM, which is in the note; in uram */
  readonly uram?: number;
  /** size of one UltraRAM block; in kbit/uram */
  readonly uram_block_kbit?: number;
  /** DSP blocks, in the maker's own units; in dsp */
  readonly dsp?: number;
  /** dies of programmable logic (super logic regions); in die */
  readonly dies?: number;
  /** high-bandwidth memory in the package, as the maker prints it; in GB */
  readonly hbm_gb?: number;
  /** peak bandwidth of that memory; in GB/s */
  readonly hbm_gb_per_s?: number;
  /** highest clock the fabric allows; no sourced figure yet; in MHz */
  readonly clock_limit_mhz?: number;
  /** year of introduction; in year */
  readonly year?: number;
  /** beginnings of its part numbers beside its id, in lower case, with spaces between them; ? is any one letter or digit */
  readonly parts?: string;
  /** where the part numbers stand */
  readonly parts_source?: string;
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
