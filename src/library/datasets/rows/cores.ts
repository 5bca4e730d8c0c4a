// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `cores.csv`: one RISC-V core configuration as built for one family. */
export interface CoresRow {
  /** design--family */
  readonly id: string;
  /** core and configuration: the same on every family */
  readonly design: string;
  /** name of the core */
  readonly name: string;
  /** configuration in the words of the source */
  readonly configuration: string;
  /** instruction set */
  readonly isa?: string;
  /** short description of the pipeline */
  readonly pipeline?: string;
  /** family it was built for; a row of `families` */
  readonly family: string;
  /** part it was built for, where stated */
  readonly device_measured?: string;
  /** what one unit of logic is; different kinds are never added or compared without a conversion */
  readonly lut_kind: 'LUT6' | 'ALM' | 'LUT4' | 'LE' | 'XLR' | 'CPE';
  /** logic of one core; in lut/core */
  readonly lut: number;
  /** flip-flops of one core; in ff/core */
  readonly ff?: number;
  /** block RAMs of one core, of bram_block_kbit each; halves count 0.5; in bram/core */
  readonly bram?: number;
  /** size of the block RAM that bram counts; in kbit/bram */
  readonly bram_block_kbit?: number;
  /** UltraRAM blocks of one core; in uram/core */
  readonly uram?: number;
  /** DSP blocks of one core; in dsp/core */
  readonly dsp?: number;
  /** logic that replaces the block RAM of one core where the device has no block RAM left; blank: no such version of the core is known; in lut/core */
  readonly spill_lut?: number;
  /** clock of the core alone in the device; in MHz */
  readonly fmax_mhz?: number;
  /** retired instructions per clock, an average that the source states or one over a stated average CPI; never a peak; in cycle/clock */
  readonly ipc?: number;
  /** CoreMark iterations per second and MHz; does not depend on the family */
  readonly coremark_per_mhz?: number;
  /** Dhrystone MIPS per MHz; does not depend on the family */
  readonly dmips_per_mhz?: number;
  /** what memory the figures contain */
  readonly memory_included?: string;
  /** what the figures contain, in the words of the source */
  readonly includes?: string;
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
