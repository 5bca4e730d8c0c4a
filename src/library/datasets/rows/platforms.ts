// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `platforms.csv`: a board, card or cloud instance that carries devices. */
export interface PlatformsRow {
  /** board, card or instance */
  readonly id: string;
  /** the device it carries; a row of `devices` */
  readonly device: string;
  /** devices in one platform; in ratio */
  readonly devices_per_platform: number;
  /** fixed logic that the platform brings with it */
  readonly shell?: string;
  /** logic the shell takes from each device, in the device's own kind; 0 on bare boards; in lut */
  readonly shell_lut?: number;
  /** flip-flops the shell takes from each device; in ff */
  readonly shell_ff?: number;
  /** block RAMs the shell takes from each device; in bram */
  readonly shell_bram?: number;
  /** UltraRAM blocks the shell takes from each device; in uram */
  readonly shell_uram?: number;
  /** DSP blocks the shell takes from each device; in dsp */
  readonly shell_dsp?: number;
  /** DDR memory per device, as the maker prints it; in GB */
  readonly ddr_gb?: number;
  /** peak bandwidth of the DDR memory, per device; in GB/s */
  readonly ddr_gb_per_s?: number;
  /** high-bandwidth memory per device, as the maker prints it; in GB */
  readonly hbm_gb?: number;
  /** peak bandwidth of that memory, per device; in GB/s */
  readonly hbm_gb_per_s?: number;
  /** generation and lanes of the host link */
  readonly pcie?: string;
  /** line rate of the host link in one direction, after line coding, per device; in GB/s */
  readonly host_gb_per_s?: number;
  /** network ports: all ports of a card, all of an instance in a cloud; in Gbit/s */
  readonly network_gbit_per_s?: number;
  /** rated power of the platform, per device where the note says so; in W */
  readonly board_power_w?: number;
  /** price of one platform; in USD */
  readonly price_usd?: number;
  /** date of the price */
  readonly price_date?: string;
  /** rent of the whole instance, on demand; in USD/h */
  readonly cloud_usd_per_hour?: number;
  /** date of the rent */
  readonly cloud_date?: string;
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
