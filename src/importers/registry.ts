/** What a format of `emuprove import` becomes, by which the command goes on: a row or a prover profile. */
export type ImportKind = 'row' | 'prover';

/** A format that `emuprove import` reads. */
export interface ImportFormat {
  readonly id: string;
  /** What it is, in the words of its tool. */
  readonly describe: string;
  readonly kind: ImportKind;
}

/** Every format that can be imported; one line a format. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  { id: 'vivado-utilization', describe: 'Vivado report_utilization', kind: 'row' },
  { id: 'vivado-timing', describe: 'Vivado report_timing_summary', kind: 'row' },
  { id: 'quartus-fit', describe: 'Quartus fit report or fit.summary', kind: 'row' },
  { id: 'quartus-sta', describe: 'Quartus timing analyzer report', kind: 'row' },
  { id: 'yosys-stat', describe: 'Yosys stat, text or JSON', kind: 'row' },
  { id: 'yosys-liberty', describe: 'Yosys stat -liberty, text or JSON', kind: 'row' },
  { id: 'nextpnr', describe: 'nextpnr --report JSON or log', kind: 'row' },
  { id: 'prover-trace', describe: 'operation counts of a prover, JSON', kind: 'prover' },
];
