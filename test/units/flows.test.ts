import { describe, expect, it } from 'vitest';
import { countCells } from '../../scripts/units/flows/countCells.ts';
import { gateEquivalents } from '../../scripts/units/flows/gateEquivalents.ts';
import { parseDepth, parseStat } from '../../scripts/units/flows/parseStat.ts';

/** What Yosys 0.23 writes, with its odd indentation. */
const STAT = `{
   "creator": "Yosys 0.23 (git sha1 7ce5011c24b)",
   "invocation": "stat -json ",
   "modules": {
      "\\\\top": { "num_cells": 8, "num_cells_by_type": { "$_DFF_P_": 4, "$lut": 4 } }
   },
      "design": {
         "num_wires":         4,
         "num_cells":         8,
         "num_cells_by_type": {
            "$_DFF_P_": 4,
            "$lut": 4
         }
      }
}
`;

describe('the reader of stat -json', () => {
  it('counts cells by type', () => {
    expect(parseStat(STAT)).toEqual({ cells: { $_DFF_P_: 4, $lut: 4 } });
    expect(countCells('lut6', parseStat(STAT).cells)).toEqual({ lut: 4, ff: 4 });
  });

  it('takes the area of a library', () => {
    const stat = { num_cells: 2, num_cells_by_type: { NAND2_X1: 2 }, area: 1.596 };
    const text = JSON.stringify({ modules: { '\\top': stat }, design: stat });
    expect(parseStat(text)).toEqual({ cells: { NAND2_X1: 2 }, area: 1.596 });
  });

  it('refuses anything else', () => {
    expect(() => parseStat('{"modules": {}}')).toThrow();
    expect(() => parseStat('Number of cells: 8')).toThrow();
    expect(() => parseStat(STAT.replaceAll('"num_cells": 8', '"num_cells": 9'))).toThrow();
    expect(() => parseStat(STAT.slice(0, -20))).toThrow();
  });

  it('finds the levels of the last mapping in a log', () => {
    const log = 'ABC: netlist : i/o = 8/ 4 lev = 9\nABC: netlist : nd = 4 lev = 1\n';
    expect(parseDepth(log)).toBe(1);
    expect(parseDepth('no mapping')).toBeUndefined();
  });
});

describe('the count of cells', () => {
  it('knows the primitives of Xilinx', () => {
    const cells = { LUT2: 3, LUT6: 4, INV: 1, FDRE: 5, FDSE: 1, CARRY4: 8, MUXF7: 2 };
    expect(countCells('lut6-xilinx', cells)).toEqual({ lut: 7, ff: 6, carry: 8 });
  });

  it('stops at a cell that it would have to leave out', () => {
    expect(() => countCells('lut6-xilinx', { LUT6: 1, DSP48E2: 1 })).toThrow('DSP48E2');
    expect(() => countCells('lut6', { $lut: 44, $mux: 1 })).toThrow('$mux');
    expect(() => countCells('gates', { $_NAND_: 1, $lut: 1 })).toThrow('$lut');
  });

  it('gives gate equivalents over a NAND of two inputs, without flip-flops', () => {
    // 6 transistors of an AND over 4 of a NAND are 1.5; with the area of libraries it is 4/3.
    expect(gateEquivalents({ $_NAND_: 3, $_AND_: 3, $_XOR_: 1, $_DFF_P_: 9 })).toBe(9);
    expect(countCells('gates', { $_NOT_: 3, $_SDFF_PN0_: 2, $_DFFE_PP_: 1 })).toEqual({
      ff: 3,
      gates_ge: 2,
    });
  });
});
