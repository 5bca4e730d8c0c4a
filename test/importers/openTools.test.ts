import { describe, expect, it } from 'vitest';
import {
  flat,
  nextpnrJson,
  nextpnrLog,
  yosysJson,
  yosysText,
  type StatModules,
} from './fixtures.ts';
import { read, wrong } from './support.ts';
import { yosysNewJson, yosysNewText } from './yosysFixtures.ts';

// Cells of a small design of our own after synth_ice40 -noflatten (Yosys 0.23).
const ICE: StatModules = {
  inner: { cells: { SB_CARRY: 7, SB_DFF: 8, SB_LUT4: 8 } },
  top: { cells: { SB_DFF: 28, SB_LUT4: 23, SB_RAM40_4K: 2, inner: 2 } },
};
const TOTAL = { SB_CARRY: 14, SB_DFF: 44, SB_LUT4: 39, SB_RAM40_4K: 2 };
const GATES: StatModules = {
  inner: { cells: { DFFX1: 8, INVX1: 32, NAND2X1: 60 }, area: 232 },
  top: { cells: { INVX1: 8, inner: 2 }, area: 12 },
};

const cells = (text: string, instance?: string): object =>
  Object.fromEntries(read(text, instance === undefined ? {} : { instance }).netlist?.cells ?? []);

describe('stat of Yosys', () => {
  it('counts everything below the top', () => {
    expect(flat(ICE, 'top').cells).toEqual(TOTAL);
    expect(cells(yosysText(ICE, 'top'))).toEqual(TOTAL);
    expect(cells(yosysJson(ICE, 'top'))).toEqual(TOTAL);
    expect(read(yosysJson(ICE, 'top'))).toMatchObject({
      version: '0.23',
      design: 'top',
      routed: false,
    });
  });

  it('leaves out cells that are no hardware', () => {
    const scoped = { top: { cells: { ...TOTAL, $scopeinfo: 3 } } };
    for (const text of [
      yosysText(scoped, 'top'),
      yosysJson(scoped, 'top'),
      yosysNewText(scoped),
      yosysNewJson(scoped, { top: 'top' }),
    ]) {
      expect(cells(text)).toEqual(TOTAL);
    }
    const unknown = yosysText({ top: { cells: { DFFX1: 3, $scopeinfo: 1 }, area: 13.5 } }).replace(
      '   Chip area',
      '   Area for cell type $scopeinfo is unknown!\n\n   Chip area',
    );
    expect(read(unknown).netlist?.area).toBe(13.5);
  });

  it.each([
    ['text', yosysNewText, false],
    ['text with -hierarchy', yosysNewText, true],
    ['JSON', yosysNewJson, false],
    ['JSON with -hierarchy', yosysNewJson, true],
  ] as const)(
    'counts everything below the top in %s from version 0.57 on',
    (_, print, hierarchy) => {
      // A module of wires only has no line of cells, and one of modules only none of its own.
      const all = { ...ICE, around: { cells: { top: 1, feed: 1 } }, feed: { cells: {} } };
      const text = print(all, { top: 'around', hierarchy });
      expect(cells(text)).toEqual(TOTAL);
      expect(cells(text, 'inner')).toEqual(ICE['inner']?.cells);
      expect(read(text)).toMatchObject({ design: 'around', format: 'yosys-stat' });
      const gates = print(
        { ...GATES, around: { cells: { top: 2 }, area: 0 } },
        { top: 'around', hierarchy },
      );
      for (const [instance, area] of Object.entries({ around: 952, top: 476, inner: 232 })) {
        expect(read(gates, { instance }).netlist?.area).toBeCloseTo(area, 6);
      }
      expect(read(gates)).toMatchObject({ format: 'yosys-liberty' });
    },
  );

  // Of a public log (Yosys 0.61+18, synth_ecp5): what a library describes as a module is none.
  it('counts cells that stat counts as submodules', () => {
    const block = (head: string, rows: readonly string[]): string[] => [
      head,
      '        | ',
      ...rows,
      '',
    ];
    const rows = ['        7 cells', '        3   $scopeinfo', '        4   DP16KD'];
    const boxes = ['     7552 submodules', '     5209   LUT4', '     2343   TRELLIS_FF'];
    const [local, all] = ['Local Count, excluding', 'Count including'].map(
      (name) => `        +----------${name} submodules.`,
    );
    const text = [
      ...['=== top ===', '', ...block(local ?? '', [...rows, ...boxes])],
      ...['=== design hierarchy ===', '', ...block(all ?? '', ['        7 top'])],
      ...block(all ?? '', ['        - memories', ...rows, ...boxes]),
    ].join('\n');
    expect(cells(text)).toEqual({ DP16KD: 4, LUT4: 5209, TRELLIS_FF: 2343 });
    expect(wrong(text.replaceAll('     5209   LUT4\n', ''))).toContain('7552 are stated');
    const json = JSON.stringify({
      modules: {
        '\\top': {
          num_cells: 4,
          num_submodules: 5209,
          num_cells_by_type: { DP16KD: 4, LUT4: 5209 },
        },
      },
      design: { num_cells: 4, num_submodules: 5209, num_cells_by_type: { DP16KD: 4, LUT4: 5209 } },
    });
    expect(cells(json)).toEqual({ DP16KD: 4, LUT4: 5209 });
    expect(wrong(json.replace('"num_submodules":5209', '"num_submodules":5208'))).toContain(
      '4 cells and 5208 submodules are stated and 5213 listed',
    );
  });

  it('refuses a part of a module, and a table that begins twice', () => {
    const text = yosysText({ top: { cells: TOTAL } });
    expect(wrong(text.replace('=== top', '=== top (partially selected)'))).toContain(
      'only a part of this module is counted',
    );
    const joined = yosysNewText(ICE, { top: 'top' }).replace('=== top ===\n', '');
    expect(wrong(joined)).toContain('a second table of this module begins here');
    const two = text.replace(/( {3}Number of cells.*\n)/, '$1$1');
    expect(wrong(two)).toContain('the number of cells stands twice');
  });

  it('takes the module that is named', () => {
    expect(cells(yosysText(ICE, 'top'), 'inner')).toEqual(ICE['inner']?.cells);
    expect(wrong(yosysText(ICE, 'top'), { instance: 'iner' })).toContain('did you mean inner?');
  });

  it('wants a name where there are modules and no top', () => {
    expect(wrong(yosysText(ICE))).toContain('2 modules and no top');
    expect(cells(yosysText(ICE), 'top')).toEqual(TOTAL);
  });

  it('refuses lists that are cut, and two stats in one file', () => {
    const text = yosysText(ICE, 'top');
    expect(wrong(text.slice(0, text.lastIndexOf('     SB_RAM40_4K')))).toContain('stated and');
    expect(wrong(text.slice(0, text.lastIndexOf('   Number of wires')))).toContain(
      'cut in the hierarchy',
    );
    expect(wrong(`${text}${text}`)).toContain('a second stat begins here');
    expect(wrong(yosysJson(ICE, 'top').slice(0, 200))).toContain('not JSON');
    expect(wrong(yosysJson(ICE, 'top').replace('"SB_RAM40_4K": 2', '"SB_RAM40_4K": 3'))).toContain(
      'stated and',
    );
    expect(
      wrong(text.replace('Number of cells:', 'Number of celled:'), {}, 'yosys-stat'),
    ).toContain('it is not known what this counts');
  });

  it('refuses modules that hold themselves', () => {
    const circle = yosysJson({ a: { cells: { b: 1 } }, b: { cells: { a: 1 } } });
    expect(wrong(circle, { instance: 'a' }, 'yosys-stat')).toContain('holds itself');
  });

  it('is found in a log', () => {
    const log = [
      ' Yosys 0.23 (git sha1 7ce5011c24b)',
      '1. Executing Verilog-2005 frontend: s.v',
      yosysText({ top: { cells: TOTAL } }),
      '4. Executing CHECK pass (checking for obvious problems).',
      'Found and reported 0 problems.',
    ].join('\n');
    expect(read(log)).toMatchObject({ version: '0.23', design: 'top' });
    expect(cells(log)).toEqual(TOTAL);
  });
});

describe('stat -liberty', () => {
  it('gives the area of everything below the top', () => {
    expect(read(yosysText(GATES, 'top')).netlist?.area).toBe(476);
    expect(read(yosysJson(GATES, 'top'), {}, 'yosys-liberty').netlist?.area).toBe(476);
    expect(read(yosysText(GATES, 'top'), { instance: 'inner' }).netlist?.area).toBe(232);
  });

  it('refuses a library that lacks a cell, and an area that does not add up', () => {
    const text = yosysText(GATES, 'top');
    const black = text.replace(
      '   Chip area for module',
      '   Area for cell type \\sram is unknown!\n\n   Chip area for module',
    );
    expect(wrong(black)).toContain('no area for the cell sram');
    expect(
      read(
        text.replace(
          '   Chip area for module',
          '   Area for cell type \\inner is unknown!\n\n   Chip area for module',
        ),
      ).netlist?.area,
    ).toBe(476);
    expect(wrong(text.replace('476.0', '466.0'))).toContain('an area of 476, and the design 466');
    expect(wrong(yosysText(ICE, 'top'), {}, 'yosys-liberty')).toContain('no area');
    const part = yosysText({ ...GATES, other: { cells: { INVX1: 4 } } });
    expect(wrong(part, { instance: 'other' })).toContain('area of the module other is not stated');
    expect(read(part, { instance: 'top' }).netlist?.area).toBe(476);
  });

  it('reads names with parameters in them, and areas that are rounded in their columns', () => {
    const name = "$paramod\\min\\W=s32'00001000";
    const large = { [name]: { cells: { DFFX1: 33 }, area: 52_912.4568 } };
    expect(read(yosysNewText(large)).netlist?.area).toBe(52_912.4568);
    expect(read(yosysText(large)).netlist?.area).toBe(52_912.4568);
  });

  it('refuses the area of a module without those in it', () => {
    // What stat -liberty LIBRARY top prints from version 0.57 on.
    const text = yosysNewText(GATES).replace(/=== inner[\s\S]*?(?==== top)/, '');
    expect(wrong(text)).toContain('area of the module top is not stated, or not all of it');
    // The JSON states the area of everything.
    const json = JSON.parse(yosysNewJson(GATES)) as { modules: Record<string, object> };
    delete json.modules['\\inner'];
    expect(read(JSON.stringify(json)).netlist?.area).toBe(476);
    expect(read(JSON.stringify(json)).notes[0]).toContain('whether its library has every cell');
  });
});

// Figures of BColeman619/Project-5@0b0aaff9, nextpnr.log (iCE40 UP5K).
const USED = { ICESTORM_LC: 4012, ICESTORM_RAM: 4, SB_IO: 32, ICESTORM_SPRAM: 4, ICESTORM_DSP: 0 };

describe('nextpnr', () => {
  const log = nextpnrLog(USED, { clk: [15.52, 14.75], 'display.refresh_tick': [144.07, 131.94] });

  it('reads a clock that misses its limit, which is a warning or an error', () => {
    for (const prefix of ['Warning', 'ERROR']) {
      const late = log.replaceAll(
        /Info: (Max frequency for clock 'clk'.*)PASS/g,
        `${prefix}: $1FAIL`,
      );
      expect(read(late, { clock: 'clk' }).clock).toEqual({ name: 'clk', mhz: 14.75 });
      expect(wrong(late)).toContain('2 clocks; --clock says which');
    }
  });

  it('gives the clock after routing, and what is used', () => {
    expect(read(log, { clock: 'clk' })).toMatchObject({
      tool: 'nextpnr',
      routed: true,
      clock: { name: 'clk', mhz: 14.75 },
    });
    expect(Object.fromEntries(read(log, { clock: 'clk' }).netlist?.cells ?? [])).toEqual({
      ICESTORM_LC: 4012,
      ICESTORM_RAM: 4,
      SB_IO: 32,
      ICESTORM_SPRAM: 4,
      ICESTORM_DSP: 0,
    });
    expect(wrong(log)).toContain('2 clocks; --clock says which');
  });

  it('says the same of the JSON', () => {
    const json = nextpnrJson(USED, { clk: 14.75 });
    expect(read(json).clock).toEqual({ name: 'clk', mhz: 14.75 });
    expect(read(json).netlist).toEqual(read(log, { clock: 'clk' }).netlist);
    expect(wrong(json.replace('"used":4012', '"used":"many"'))).toContain(
      'how many of ICESTORM_LC',
    );
    expect(wrong('{"utilization": 1}')).toContain('no report of nextpnr');
  });

  it('refuses a log that is cut, failed or joined', () => {
    const at = log.indexOf("'display.refresh_tick'", log.indexOf('Routing complete'));
    expect(wrong(log.slice(0, at), { clock: 'clk' })).toContain('the log is cut');
    expect(wrong(`${log}${log}`, { clock: 'clk' })).toContain('a second run');
    const placed = log.replace(/Info: Routing\.\.[\s\S]*Info: Program/, 'Info: Program');
    expect(wrong(placed, { clock: 'clk' })).toContain('no limit for any clock');
  });
});
