import type { Datasets } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import type { Fabric } from './fabric.ts';
import type { Design } from './joinReports.ts';
import type { Counted } from './resources.ts';
import type { RowRequest } from './rowRequest.ts';

/** Cells before it is known which of them have a value. */
export type Draft = Readonly<Record<string, string | number | undefined>>;

/** A row before it is checked, with the table that it belongs to. */
export interface DraftRow {
  readonly table: string;
  readonly cells: Draft;
}

/** What a row of an FPGA is made from. */
export interface RowParts {
  readonly datasets: Datasets;
  readonly design: Design;
  readonly request: RowRequest;
  readonly fabric: Fabric;
  readonly counted: Counted;
}

/** Columns of resources that cores and units share. */
export function figureCells({ figures }: Counted): Draft {
  const { lut, ff, bram, bramKbit, uram, dsp } = figures;
  const sized = bram !== undefined && bram > 0 ? bramKbit : undefined;
  return { lut, ff, bram, bram_block_kbit: sized, uram, dsp };
}

/** What is wrong with a request, and what would be right. */
export function refuse(message: string, expected: string): InputError {
  return new InputError([{ code: 'usage', message, expected }]);
}
