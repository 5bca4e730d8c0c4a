// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `asic_cores.csv`: one RISC-V core configuration as built in standard cells. */
export interface AsicCoresRow {
  /** design--library or process */
  readonly id: string;
  /** core and configuration; the same as in cores where that table has the configuration */
  readonly design: string;
  /** name of the core */
  readonly name: string;
  /** configuration in the words of the source */
  readonly configuration: string;
  /** instruction set */
  readonly isa?: string;
  /** process or library of the figures; blank where the source states gate equivalents only; a row of `nodes` */
  readonly node?: string;
  /** cell library and corner, and the tool */
  readonly library?: string;
  /** area of all cells over that of a two-input NAND of unit strength, flip-flops among them; in ge/core */
  readonly gate?: number;
  /** flip-flops and latches, which gate contains; in ff/core */
  readonly ff?: number;
  /** memory macros beside the cells; 1 kbit is 1024 bits; in kbit/core */
  readonly sram_kbit?: number;
  /** published area in that process, of what area_kind says; in mm2/core */
  readonly area_mm2?: number;
  /** what area_mm2 is: cells alone, a placed and routed block, a tile with memory and network, or the whole die over its cores */
  readonly area_kind?: 'cells' | 'placed' | 'tile' | 'die';
  /** clock in that process; in MHz */
  readonly fmax_mhz?: number;
  /** silicon: measured on a chip; routed or synthesis: after that step; target: what the design was built for */
  readonly clock_basis?: 'silicon' | 'routed' | 'synthesis' | 'target';
  /** retired instructions per clock, an average that the source states; never a peak; in cycle/clock */
  readonly ipc?: number;
  /** CoreMark iterations per second and MHz */
  readonly coremark_per_mhz?: number;
  /** Dhrystone MIPS per MHz */
  readonly dmips_per_mhz?: number;
  /** power at fmax_mhz; in W */
  readonly power_w?: number;
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
