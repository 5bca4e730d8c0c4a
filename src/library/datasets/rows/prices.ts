// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `prices.csv`: one price or factor that belongs to no platform. */
export interface PricesRow {
  /** what it is a price of */
  readonly id: string;
  /** what it is, in words */
  readonly item: string;
  /** kind of price */
  readonly category:
    | 'electricity'
    | 'pue'
    | 'gpu'
    | 'tool_licence'
    | 'cloud_cpu_hour'
    | 'cloud_fpga_hour'
    | 'cloud_gpu_hour';
  /** the figure, in the unit of the column unit */
  readonly value?: number;
  /** unit of value, low and high */
  readonly unit: 'USD' | 'USD/h' | 'USD/kWh' | 'ratio';
  /** lowest figure found, in the same unit */
  readonly low?: number;
  /** highest figure found, in the same unit */
  readonly high?: number;
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
