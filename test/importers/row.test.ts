import { describe, expect, it } from 'vitest';
import { importedRow } from '../../src/importers/importedRow.ts';
import { joinReports } from '../../src/importers/joinReports.ts';
import type { ImportedRow, RowRequest } from '../../src/importers/rowRequest.ts';
import { formatIssues } from '../../src/issues/format.ts';
import { InputError } from '../../src/issues/issue.ts';
import { builtin } from '../support/loadScenario.ts';
import {
  CYCLONE_V,
  MAX_10,
  nextpnrJson,
  quartusFit,
  quartusSummary,
  SEVEN_2023,
  vivadoTiming,
  vivadoUtilization,
  yosysJson,
  type Sites,
} from './fixtures.ts';
import { read } from './support.ts';

const SITES: Sites = { lut: 1484, memory: 0, ff: 833, ramb36: 2, ramb18: 1, dsp: 4 };
const UNIT: RowRequest = { as: 'unit', id: 'my-mul', operation: 'gf128_mul', per: 2 };
const CORE: RowRequest = { as: 'core', id: 'my-core', ipc: 0.8 };

function rowOf(texts: readonly string[], request: RowRequest): ImportedRow {
  const files = texts.map((text, i) => ({
    file: `report-${i}.rpt`,
    sha256: 'ab'.repeat(32),
    report: read(text),
  }));
  return importedRow(builtin().datasets, joinReports(files), request);
}

function wrong(texts: readonly string[], request: RowRequest): string {
  try {
    rowOf(texts, request);
  } catch (error) {
    if (error instanceof InputError) return formatIssues(error.issues);
    throw error;
  }
  throw new Error('there is nothing wrong');
}

describe('a row of an imported report', () => {
  it('is a unit with its clock and both sources', () => {
    const row = rowOf([vivadoUtilization(SITES), vivadoTiming([['clk', 5, 1]])], UNIT);
    expect(row).toEqual({
      table: 'units',
      cells: {
        id: 'my-mul',
        operation: 'gf128_mul',
        title: 'GF(2^128) multiply, imported',
        family: 'AMD Artix-7',
        lut_kind: 'LUT6',
        lut: 1484,
        ff: 833,
        bram: 2.5,
        bram_block_kbit: 36,
        dsp: 4,
        ops_per_clock: 0.5,
        fmax_mhz: 250,
        stage: 'routed',
        rank: 'primary',
        date: '2024-03-05',
        source: `Vivado 2023.2, vivado-utilization report-0.rpt (SHA-256 ${'ab'.repeat(32)}); Vivado 2023.2, vivado-timing report-1.rpt (SHA-256 ${'ab'.repeat(32)})`,
        note: 'design top; part xc7a100tcsg324-1; design state Routed; part 7a100t-csg324; clock clk; clock: one over period less worst slack of the paths inside the clock',
      },
    });
  });

  it('is a core, of the stage of its weakest report', () => {
    const placed = vivadoUtilization(SITES, SEVEN_2023, { state: 'Fully Placed' });
    const row = rowOf([placed, vivadoTiming([['clk', 5, 1]])], { ...CORE, isa: 'rv32i' });
    expect(row.cells).toMatchObject({
      design: 'my-core',
      ipc: 0.8,
      isa: 'rv32i',
      stage: 'synthesis',
    });
  });

  it('takes the family from the report of Quartus and the size of a block from the devices', () => {
    const { cells } = rowOf([quartusSummary(CYCLONE_V)], CORE);
    expect(cells).toMatchObject({
      family: 'Intel Cyclone V',
      lut_kind: 'ALM',
      bram: 256,
      bram_block_kbit: 10,
    });
  });

  it('counts DSP blocks as the table of devices does, or leaves them out and says so', () => {
    // 4 of 288 elements of 9 bits are 2 of the 144 blocks of a 10M50.
    const request = { ...CORE, device: '10m50' };
    const report = quartusFit(MAX_10, [['M9Ks', '2 / 182 ( 1 % )']]);
    expect(rowOf([report], request).cells['dsp']).toBe(2);
    const other = report.replace('10M50DAF484C7G', '10M16SAU169C8G');
    const { cells } = rowOf([other], CORE);
    expect(cells).not.toHaveProperty('dsp');
    expect(cells['note']).toContain('4 DSP blocks left out');
  });

  it('says that a part is of no device, and counts by its family', () => {
    const part = { ...MAX_10, Family: 'Cyclone IV E', Device: 'EP4CE115F29C7' };
    const { cells } = rowOf([quartusFit(part, [['M9Ks', '2 / 432 ( 1 % )']])], CORE);
    expect(cells).toMatchObject({ family: 'Intel Cyclone IV', lut: 5354, bram: 2 });
    expect(cells['note']).toContain(
      'EP4CE115F29C7 is no device of devices.csv, the nearest is ep4ce22',
    );
    const known = rowOf([quartusSummary(CYCLONE_V)], CORE);
    expect(known.cells).toMatchObject({ bram: 256, bram_block_kbit: 10, dsp: 3 });
    expect(known.cells['note']).not.toContain('no device');
    const vivado = vivadoUtilization(SITES, SEVEN_2023, { part: 'xczu3cg-sbva484-1-e' });
    expect(wrong([vivado], CORE)).toMatch(/xczu3cg.* is no device.*--device.*did you mean xczu3eg/);
  });

  it('counts the cells of a netlist by their table, and what is blank there is blank', () => {
    const modules = {
      top: { cells: { SB_LUT4: 39, SB_DFFE: 44, SB_RAM40_4K: 2, SB_CARRY: 14, SB_SPRAM256KA: 4 } },
    };
    const { cells } = rowOf([yosysJson(modules, 'top')], {
      ...CORE,
      family: 'Lattice iCE40 UltraPlus',
    });
    expect(cells).toMatchObject({
      lut: 39,
      ff: 44,
      bram: 2,
      bram_block_kbit: 4,
      dsp: 0,
      stage: 'synthesis',
    });
    expect(cells['note']).toContain('4 SB_SPRAM256KA: 256 kbit of single-port RAM each');
    const logic = rowOf([nextpnrJson({ ICESTORM_LC: 4012 }, { clk: 14.75 })], {
      ...CORE,
      device: 'ice40-up5k',
    });
    expect(logic.cells).toMatchObject({ lut: 4012, fmax_mhz: 14.75, stage: 'routed' });
    expect(logic.cells).not.toHaveProperty('ff');
  });

  it('counts the primitives of AMD', () => {
    const modules = {
      top: {
        cells: {
          LUT6: 10,
          LUT2: 5,
          RAM64M: 2,
          SRL16E: 1,
          FDRE: 16,
          RAMB18E1: 1,
          MUXF7: 3,
          BUFG: 1,
        },
      },
    };
    expect(
      rowOf([yosysJson(modules, 'top')], { ...CORE, family: 'AMD Artix-7' }).cells,
    ).toMatchObject({
      lut: 10 + 5 + 2 * 4 + 1,
      ff: 16,
      bram: 0.5,
      bram_block_kbit: 36,
    });
  });

  it('refuses generic and unknown cells', () => {
    const request = { ...CORE, family: 'AMD Artix-7' };
    expect(wrong([yosysJson({ top: { cells: { $_AND_: 3, LUT6: 1 } } }, 'top')], request)).toMatch(
      /\$_AND_.*synth_ice40, synth_ecp5, synth_xilinx/,
    );
    expect(wrong([yosysJson({ top: { cells: { LUT7: 1 } } }, 'top')], request)).toContain(
      'cells.csv',
    );
    expect(wrong([yosysJson({ top: { cells: { SB_LUT4: 1 } } }, 'top')], request)).toContain(
      'SB_LUT4',
    );
  });

  it('is a shell of a platform that there is, in whole blocks', () => {
    const part = { part: 'xcu280-fsvh2892-2L-e' };
    const text = vivadoUtilization({ ...SITES, uram: 3 }, SEVEN_2023, part);
    const { table, cells } = rowOf([text], { as: 'shell', id: 'my-u280', platform: 'alveo-u280' });
    expect(table).toBe('platforms');
    expect(cells).toMatchObject({
      id: 'my-u280',
      device: 'xcu280',
      devices_per_platform: 1,
      hbm_gb: 8,
      hbm_gb_per_s: 460,
      shell_lut: 1484,
      shell_ff: 833,
      shell_bram: 3,
      shell_uram: 3,
      shell_dsp: 4,
      // The weaker of the report and of the platform whose other columns it keeps.
      stage: 'analytic',
    });
    expect(cells['note']).toContain('2.5 block RAMs, rounded up');
    expect(cells['source']).toMatch(
      /^Vivado 2023.2.*; all but the shell as platform alveo-u280: AMD UG1120/,
    );
    const bare = rowOf([text], { as: 'shell', id: 'bare', device: 'xcu280' });
    expect(bare.cells).toMatchObject({ device: 'xcu280', devices_per_platform: 1, shell_uram: 3 });
  });

  it('is standard cells in gate equivalents', () => {
    const gates = { top: { cells: { NAND2X1: 120 }, area: 476 } };
    const { table, cells } = rowOf([yosysJson(gates, 'top')], { ...UNIT, nand2: 2 });
    expect([table, cells['gate'], cells['ops_per_clock']]).toEqual(['asic_units', 238, 0.5]);
    const node = rowOf([yosysJson(gates, 'top')], { ...CORE, node: 'nangate45' });
    expect(node.table).toBe('asic_cores');
    // A NAND2_X1 of Nangate 45 has 0.798 um2.
    expect(node.cells['gate']).toBeCloseTo(476 / 0.798, 1);
    expect(wrong([yosysJson(gates, 'top')], UNIT)).toContain('--node');
    expect(
      wrong([yosysJson(gates, 'top')], { as: 'shell', id: 'x', device: 'xcu280', nand2: 1 }),
    ).toContain('a shell is of an FPGA');
  });

  it('refuses what is missing, contradicts or is not known', () => {
    const text = vivadoUtilization(SITES);
    expect(wrong([text], { as: 'unit' })).toMatch(/--id[\s\S]*--operation[\s\S]*--per/);
    expect(wrong([text], { ...UNIT, operation: 'gf128_mull' })).toContain(
      'did you mean gf128_mul?',
    );
    expect(wrong([text], { ...UNIT, per: 0 })).toContain('above 0');
    expect(wrong([text], { ...UNIT, id: 'My Mul' })).toContain('not an id');
    expect(wrong([text], { ...UNIT, family: 'AMD Kintex-7' })).toContain('is asked for');
    expect(wrong([text], { ...UNIT, device: 'xcvu9p' })).toContain('xcvu9p is asked for');
    expect(wrong([text.replace('xc7a100t', 'xc9z999t')], UNIT)).toContain('no device or family');
    expect(wrong([text, text], UNIT)).toContain('states resources already');
    expect(wrong([vivadoTiming([['clk', 5, 1]])], UNIT)).toContain('no resources');
    const other = vivadoTiming([['clk', 5, 1]], { design: 'other' });
    expect(wrong([text, other], UNIT)).toContain('two designs, top and other');
    const elsewhere = vivadoTiming([['clk', 5, 1]], { part: '7k325t-ffg900' });
    expect(wrong([text, elsewhere], UNIT)).toContain('two devices');
    expect(wrong([nextpnrJson({ ICESTORM_LC: 1 }, {})], CORE)).toContain('--family');
  });
});
