// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `cells.csv`: what one cell of a netlist, or one resource of nextpnr, takes of a fabric; emuprove import counts with it. */
export interface CellsRow {
  /** library and cell */
  readonly id: string;
  /** type of the cell as the tool prints it */
  readonly cell: string;
  /** values of families.architecture that have it, separated by spaces */
  readonly architectures: string;
  /** units of logic; in lut */
  readonly lut?: number;
  /** flip-flops and latches; in ff */
  readonly ff?: number;
  /** block RAMs of bram_block_kbit each; halves count 0.5; in bram */
  readonly bram?: number;
  /** size of the block RAM that bram counts; in kbit/bram */
  readonly bram_block_kbit?: number;
  /** UltraRAM blocks; in uram */
  readonly uram?: number;
  /** DSP blocks; in dsp */
  readonly dsp?: number;
  /** what the cell takes that no column counts; goes into the note of an imported row */
  readonly apart?: string;
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
