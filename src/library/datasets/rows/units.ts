// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `units.csv`: one hardware unit that does an operation. */
export interface UnitsRow {
  /** operation and implementation */
  readonly id: string;
  /** operation it does; a row of `operations` */
  readonly operation: string;
  /** what the unit is */
  readonly title: string;
  /** field and basis, where it works on field elements */
  readonly field?: string;
  /** family it was built for; blank: any fabric of the kind lut_kind; a row of `families` */
  readonly family?: string;
  /** what one unit of logic is; different kinds are never added or compared without a conversion */
  readonly lut_kind: 'LUT6' | 'ALM' | 'LUT4' | 'LE' | 'XLR' | 'CPE';
  /** logic of one unit; in lut */
  readonly lut: number;
  /** flip-flops of one unit; in ff */
  readonly ff?: number;
  /** block RAMs of one unit, of bram_block_kbit each; in bram */
  readonly bram?: number;
  /** size of the block RAM that bram counts; in kbit/bram */
  readonly bram_block_kbit?: number;
  /** UltraRAM blocks of one unit; in uram */
  readonly uram?: number;
  /** DSP blocks of one unit; in dsp */
  readonly dsp?: number;
  /** operations that one unit finishes per clock; in op/clock */
  readonly ops_per_clock: number;
  /** clock of the unit alone, where it was placed and routed; in MHz */
  readonly fmax_mhz?: number;
  /** clocks from operands to result; in clock */
  readonly latency_clocks?: number;
  /** yes: taken unless a scenario names another; one per operation and lut_kind */
  readonly default?: 'yes';
  /** what the figures contain */
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
