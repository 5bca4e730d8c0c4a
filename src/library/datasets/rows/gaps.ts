// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `gaps.csv`: one published comparison of an FPGA with an ASIC. */
export interface GapsRow {
  /** study and what was compared */
  readonly id: string;
  /** authors and year */
  readonly study: string;
  /** what was built in both */
  readonly workload: string;
  /** logic: LUTs and flip-flops only; hard: multipliers and memory blocks too */
  readonly blocks: 'logic' | 'hard';
  /** process of the FPGA; in nm */
  readonly fpga_node_nm?: number;
  /** process of the ASIC; in nm */
  readonly asic_node_nm?: number;
  /** silicon area of the FPGA's blocks over that of the ASIC; in ratio */
  readonly area?: number;
  /** lowest ratio of the study; in ratio */
  readonly area_low?: number;
  /** highest ratio of the study; in ratio */
  readonly area_high?: number;
  /** critical path on the FPGA over that of the ASIC; in ratio */
  readonly delay?: number;
  /** lowest ratio of the study; in ratio */
  readonly delay_low?: number;
  /** highest ratio of the study; in ratio */
  readonly delay_high?: number;
  /** dynamic power at the same clock; in ratio */
  readonly power?: number;
  /** lowest ratio of the study; in ratio */
  readonly power_low?: number;
  /** highest ratio of the study; in ratio */
  readonly power_high?: number;
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
