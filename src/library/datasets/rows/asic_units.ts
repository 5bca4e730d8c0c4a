// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `asic_units.csv`: one hardware unit that does an operation, in standard cells. */
export interface AsicUnitsRow {
  /** operation, implementation and library */
  readonly id: string;
  /** operation it does; a row of `operations` */
  readonly operation: string;
  /** what the unit is */
  readonly title: string;
  /** field and basis, where it works on field elements */
  readonly field?: string;
  /** process or library of the figures; a row of `nodes` */
  readonly node?: string;
  /** cell library and corner, and the tool */
  readonly library?: string;
  /** area of all cells over that of a two-input NAND of unit strength, the flip-flops in ff among them; in ge */
  readonly gate?: number;
  /** flip-flops that gate contains; 0 for a combinational unit, to which the model adds its registers; in ff */
  readonly ff?: number;
  /** memory macros beside the cells; 1 kbit is 1024 bits; in kbit */
  readonly sram_kbit?: number;
  /** operations that one unit finishes per clock; in op/clock */
  readonly ops_per_clock: number;
  /** longest path between registers, or from input to output of a combinational unit; in ps */
  readonly delay_ps?: number;
  /** where delay_ps is from; synthesis has no wires */
  readonly clock_basis?: 'routed' | 'synthesis';
  /** clocks from operands to result; in clock */
  readonly latency_clocks?: number;
  /** yes: taken unless a scenario names another; one per operation and node */
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
