// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `references.csv`: what somebody proves with today, with the hardware and what it costs. */
export interface ReferencesRow {
  /** system and hardware */
  readonly id: string;
  /** system and hardware in words */
  readonly title: string;
  /** published measurement that its rate is of; a row of `zkvm_figures` */
  readonly figure: string;
  /** GPUs of the machine; blank: a machine of CPUs */
  readonly devices?: number;
  /** rated power of one GPU; the host is not in it; in W */
  readonly device_power_w?: number;
  /** price of one GPU; the host is not in it; in USD */
  readonly device_usd?: number;
  /** lowest price found; in USD */
  readonly device_usd_low?: number;
  /** highest price found; in USD */
  readonly device_usd_high?: number;
  /** date of the price */
  readonly device_usd_date?: string;
  /** rent of one GPU; in USD/h */
  readonly cloud_usd_per_hour?: number;
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
