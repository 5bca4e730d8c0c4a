/** How a design becomes cells that can be counted. */
export interface Flow {
  readonly id: string;
  readonly title: string;
  /** Commands of Yosys between reading the design and `stat`. */
  readonly commands: readonly string[];
  /** Its log says how many levels of logic there are. */
  readonly depth?: boolean;
}

/** Area-oriented mapping to LUTs of six inputs by ABC. */
const AREA = 'strash;dch,-f;if,-K,6,-a;mfs2;print_stats';
/** The same, but for depth. */
const DEPTH = 'strash;dch,-f;if,-K,6;mfs2;print_stats';
/** Gates that have a size in gate equivalents. */
const GATES = 'AND,NAND,OR,NOR,XOR,XNOR,MUX,AOI3,OAI3,AOI4,OAI4';

const luts = (script: string): string[] => [
  'synth -flatten -noabc -top top',
  'opt -full',
  // It leaves multiplexers of its own, which ABC would not see.
  'simplemap',
  `abc -lut 6 -script +${script}`,
  'opt_clean',
];

/** LUT6 with the fewest LUTs; knows no carry chains. */
export const LUT6_AREA: Flow = {
  id: 'lut6',
  title: 'LUT6, area',
  commands: luts(AREA),
  depth: true,
};

/** LUT6 with the fewest levels. */
export const LUT6_DEPTH: Flow = {
  id: 'lut6-depth',
  title: 'LUT6, depth',
  commands: luts(DEPTH),
  depth: true,
};

/** LUT6 with carry chains, for AMD UltraScale+; no DSP blocks, no memories. */
export const LUT6_XILINX: Flow = {
  id: 'lut6-xilinx',
  title: 'LUT6, synth_xilinx',
  commands: [
    'synth_xilinx -family xcup -flatten -noiopad -noclkbuf -nosrl -nobram -nolutram -nodsp -abc9 -top top',
  ],
};

/** The same with DSP blocks; without -abc9, which takes DSP blocks for boxes that it has no delays of. */
export const LUT6_XILINX_DSP: Flow = {
  id: 'lut6-xilinx-dsp',
  title: 'LUT6 and DSP, synth_xilinx',
  commands: [
    'synth_xilinx -family xcup -flatten -noiopad -noclkbuf -nosrl -nobram -nolutram -top top',
  ],
};

/** LUT4; knows no carry chains. */
export const LUT4: Flow = {
  id: 'lut4',
  title: 'LUT4',
  commands: ['synth -flatten -top top -lut 4'],
};

/** Gates of standard cells, without a library. */
export const GATE: Flow = {
  id: 'gates',
  title: 'gates',
  commands: ['synth -flatten -top top', `abc -g ${GATES}`, 'opt_clean'],
};

/** All flows that need no library. */
export const FLOWS: readonly Flow[] = [
  LUT6_AREA,
  LUT6_DEPTH,
  LUT6_XILINX,
  LUT6_XILINX_DSP,
  LUT4,
  GATE,
];

/**
 * Cells of a library, for its area. Delay is left to a tool that knows wires.
 *
 * @param library absolute path of a Liberty file
 */
export function libertyFlow(library: string): Flow {
  return {
    id: 'liberty',
    title: 'standard cells',
    commands: [
      'synth -flatten -top top',
      `dfflibmap -liberty ${library}`,
      `abc -liberty ${library} -script +strash;ifraig;scorr;dc2;strash;dch,-f;&get,-n;&nf;&put;buffer,-c;topo`,
      'opt_clean',
    ],
  };
}

/** The flow that a design's LUT6 figure comes from: one with carry chains if it adds integers. */
export function lut6Flow(design: { readonly carries: boolean }): Flow {
  return design.carries ? LUT6_XILINX : LUT6_AREA;
}
