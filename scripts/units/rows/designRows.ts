import type { Design } from '../designs/design.ts';
import type { Measurements } from './figures.ts';

/** Columns of the table of designs. */
export const DESIGN_COLUMNS = [
  'design',
  'title',
  'field',
  'outputs_compared',
  'latency_clocks',
  'lut6',
  'lut6_levels',
  'lut6_depth',
  'lut6_depth_levels',
  'lut6_xilinx',
  'lut6_xilinx_dsp',
  'dsp',
  'carry',
  'lut4',
  'ff',
  'gates_ge',
  'liberty_area',
  'yosys',
  'iverilog',
] as const;

/** One row a design: every figure that was found, for whoever needs more than the rows of units. */
export function designRows(
  designs: readonly Design[],
  measured: Measurements,
): Readonly<Record<string, string | number>>[] {
  return designs.flatMap((design) => {
    const found = measured.get(design.id);
    if (found === undefined) return [];
    const flow = (id: string): Readonly<Record<string, number>> => ({
      ...found.flows[id]?.value,
    });
    const ff = flow('gates').ff ?? Object.values(found.flows)[0]?.value.ff;
    const cells = {
      design: design.id,
      title: design.title,
      field: design.field,
      outputs_compared: found.simulated?.value.seen,
      latency_clocks: design.latency,
      lut6: flow('lut6').lut,
      lut6_levels: flow('lut6').depth,
      lut6_depth: flow('lut6-depth').lut,
      lut6_depth_levels: flow('lut6-depth').depth,
      lut6_xilinx: flow('lut6-xilinx').lut,
      lut6_xilinx_dsp: flow('lut6-xilinx-dsp').lut,
      dsp: flow('lut6-xilinx-dsp').dsp,
      carry: flow('lut6-xilinx').carry,
      lut4: flow('lut4').lut,
      ff,
      gates_ge: flow('gates').gates_ge,
      liberty_area: flow('liberty').area,
      yosys: found.versions.yosys,
      iverilog: found.versions.iverilog,
    };
    const known = Object.entries(cells).filter(
      (entry): entry is [string, string | number] => entry[1] !== undefined,
    );
    return [Object.fromEntries(known)];
  });
}
