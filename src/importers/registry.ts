/** What a format of `emuprove import` becomes, by which the command goes on: a row or a prover profile. */
export type ImportKind = 'row' | 'prover';

/** A format that `emuprove import` reads. */
export interface ImportFormat {
  readonly id: string;
  /** What it is, in the words of its tool. */
  readonly describe: string;
  readonly kind: ImportKind;
  /** Whether it has instances to choose from, and clocks. */
  readonly instances?: boolean;
  readonly clocks?: boolean;
  /** Whether it is of standard cells, where others are of an FPGA. */
  readonly standardCells?: boolean;
}

/** Every format that can be imported; one line a format. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  {
    id: 'vivado-utilization',
    describe: 'Vivado report_utilization',
    kind: 'row',
    instances: true,
  },
  { id: 'vivado-timing', describe: 'Vivado report_timing_summary', kind: 'row', clocks: true },
  { id: 'quartus-fit', describe: 'Quartus fit report or fit.summary', kind: 'row' },
  { id: 'quartus-sta', describe: 'Quartus timing analyzer report', kind: 'row', clocks: true },
  { id: 'yosys-stat', describe: 'Yosys stat, text or JSON', kind: 'row', instances: true },
  {
    id: 'yosys-liberty',
    describe: 'Yosys stat -liberty, text or JSON',
    kind: 'row',
    instances: true,
    standardCells: true,
  },
  { id: 'nextpnr', describe: 'nextpnr --report JSON or log', kind: 'row', clocks: true },
  { id: 'prover-trace', describe: 'operation counts of a prover, JSON', kind: 'prover' },
];
