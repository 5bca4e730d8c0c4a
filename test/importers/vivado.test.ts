import { describe, expect, it } from 'vitest';
import {
  SEVEN_2017,
  SEVEN_2023,
  ULTRASCALE,
  VERSAL,
  vivadoHead,
  vivadoHierarchy,
  vivadoTiming,
  vivadoUtilization,
  type InstanceRow,
  type Sites,
} from './fixtures.ts';
import { read, wrong } from './support.ts';

// Figures of HenW/Masterarbeit@8d19805e, post_route_util.rpt (Vivado 2017.2, xc7a100t).
const SITES: Sites = { lut: 18577, memory: 1193, ff: 10327, ramb36: 20, ramb18: 9, dsp: 4 };
const FIGURES = { lut: 18577, ff: 10327, bram: 24.5, bramKbit: 36, dsp: 4 };

describe('a report of report_utilization', () => {
  it.each([
    ['7-series before 2021', SEVEN_2017],
    ['7-series from 2021 on', SEVEN_2023],
    ['UltraScale', ULTRASCALE],
    ['Versal', VERSAL],
  ])('states the same figures under the names of %s', (_, style) => {
    expect(read(vivadoUtilization(SITES, style)).figures).toEqual(FIGURES);
  });

  it('states tool, version, part, date and state', () => {
    const text = vivadoUtilization(SITES, SEVEN_2017, {
      version: '2017.2',
      part: '7a100tcsg324-1',
    });
    expect(read(text)).toMatchObject({
      tool: 'Vivado',
      version: '2017.2',
      design: 'top',
      part: '7a100tcsg324-1',
      date: '2024-03-05',
      routed: true,
    });
    expect(read(vivadoUtilization(SITES, SEVEN_2017, { state: 'Synthesized' })).routed).toBe(false);
    expect(read(vivadoUtilization(SITES, SEVEN_2017, { state: 'Physopt postRoute' })).routed).toBe(
      true,
    );
  });

  it('counts UltraRAM where the family has it', () => {
    expect(read(vivadoUtilization({ ...SITES, uram: 16 }, ULTRASCALE)).figures?.uram).toBe(16);
  });

  it('reads the marks of a synthesised report', () => {
    const text = vivadoUtilization(SITES).replace('| Slice LUTs ', '| Slice LUTs*');
    expect(read(text).figures).toEqual(FIGURES);
  });

  it('finds columns by their names', () => {
    const swapped = vivadoUtilization(SITES).replaceAll(
      /^\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm,
      '|$5|$6|$1|$4|$3|$2|',
    );
    expect(read(swapped).figures).toEqual(FIGURES);
  });

  it('refuses two columns of one name and renamed ones', () => {
    expect(wrong(vivadoUtilization(SITES).replaceAll('Fixed', ' Used'))).toContain('Used twice');
    expect(wrong(vivadoUtilization(SITES).replaceAll('| Used |', '| Uesd |'))).toContain(
      'no column Used',
    );
    expect(wrong(vivadoUtilization(SITES).replaceAll('Slice LUTs', 'Slice-LUTs'))).toContain(
      'there is no Slice LUTs or CLB LUTs',
    );
  });

  it('refuses a report that is cut and quotes the line', () => {
    const text = vivadoUtilization(SITES);
    expect(wrong(text.slice(0, text.indexOf('RAMB18') + 9))).toMatch(/:?\d+.*received/);
    expect(wrong(text.slice(0, text.lastIndexOf('4. Black Boxes')))).toMatch(
      /this section of its contents is missing.*4\. Black Boxes/,
    );
  });

  it('refuses two reports in one file', () => {
    expect(wrong(vivadoUtilization(SITES) + vivadoUtilization(SITES))).toContain(
      'a second report begins here',
    );
  });

  it('refuses what does not add up or says two things', () => {
    expect(wrong(vivadoUtilization(SITES).replace('17384', '17394'))).toContain('does not add up');
    const twice = vivadoUtilization(SITES).replace(
      '  Register as Flip Flop',
      'Slice Registers        ',
    );
    expect(read(twice).figures).toEqual(FIGURES);
    expect(wrong(twice.replace(/10327(?![\s\S]*10327)/, '10328'))).toContain('says otherwise');
  });

  it('refuses numbers as another language writes them', () => {
    expect(wrong(vivadoUtilization(SITES).replaceAll('18577', '18.577,0'))).toContain(
      'not a count',
    );
    expect(wrong(vivadoUtilization(SITES).replace('Tool Version', 'Werkzeugversion'))).toContain(
      'no report of Vivado',
    );
  });

  it('refuses a design with black boxes, and a pblock', () => {
    const [rule = ''] = /\+-+\+-+\+(?=\n\| Ref Name)/.exec(vivadoUtilization(SITES)) ?? [];
    const boxed = vivadoUtilization(SITES).replace(
      /(\| Ref Name \| Used \|\n.*\n)/,
      `$1| system_u |    1 |\n${rule}\n`,
    );
    expect(wrong(boxed)).toContain('black box');
    expect(wrong(vivadoUtilization(SITES).replaceAll('Fixed', 'Child'))).toContain('pblock');
  });
});

const INSTANCES: readonly InstanceRow[] = [
  [0, 'soc', 4014, 220, 55, 4567, 96, 0, 133],
  [1, '(soc)', 1, 0, 0, 4, 0, 0, 0],
  [1, 'u_core', 1484, 0, 0, 833, 0, 0, 4],
  [2, 'alu', 300, 0, 0, 33, 0, 0, 4],
  [1, 'u_tpu', 2133, 20, 0, 2806, 31, 3, 129],
  [2, 'alu', 21, 0, 0, 40, 0, 0, 64],
];

describe('a report by hierarchy', () => {
  it('is of the whole design unless an instance is named', () => {
    expect(read(vivadoHierarchy(INSTANCES)).figures).toEqual({
      lut: 4289,
      ff: 4567,
      bram: 96,
      bramKbit: 36,
      dsp: 133,
    });
  });

  it('picks an instance by its path or the end of it', () => {
    const figures = { lut: 2153, ff: 2806, bram: 32.5, bramKbit: 36, dsp: 129 };
    for (const instance of ['soc/u_tpu', 'u_tpu']) {
      const report = read(vivadoHierarchy(INSTANCES, 'DSP48 Blocks'), { instance });
      expect(report).toMatchObject({ figures, instance: 'soc/u_tpu' });
    }
    expect(read(vivadoHierarchy(INSTANCES), { instance: 'u_core/alu' }).figures?.lut).toBe(300);
  });

  it('says which ones are meant or near', () => {
    expect(wrong(vivadoHierarchy(INSTANCES), { instance: 'alu' })).toContain(
      '2 instances are meant by alu (expected one of soc/u_core/alu, soc/u_tpu/alu)',
    );
    expect(wrong(vivadoHierarchy(INSTANCES), { instance: 'u_cor' })).toContain(
      'did you mean u_core?',
    );
    expect(wrong(vivadoUtilization(SITES), { instance: 'u_core' })).toContain('-hierarchical');
  });

  it('reads shares behind the counts', () => {
    const shares = vivadoHierarchy(INSTANCES).replace(/ 4289 \|/, ' 4289(6.76%) |');
    expect(read(shares).figures?.lut).toBe(4289);
  });

  it('refuses rows whose place or sum is not clear', () => {
    expect(wrong(vivadoHierarchy(INSTANCES).replace('|   u_core', '|  u_core '))).toContain(
      'place',
    );
    expect(wrong(vivadoHierarchy(INSTANCES).replace(' 4289 ', ' 4288 '))).toContain('add up');
    expect(wrong(vivadoHierarchy([...INSTANCES, [0, 'other', 1, 0, 0, 1, 0, 0, 0]]))).toContain(
      'a second design begins here',
    );
  });
});

describe('a report of report_timing_summary', () => {
  // Figures of 0ccamschainsaw/rv32i-sc-cpu@976add56, timing_summary.rpt (Vivado 2025.2).
  it('gives one over period less worst slack', () => {
    const report = read(vivadoTiming([['clk', 20, 17.185]]));
    expect(report.clock?.name).toBe('clk');
    expect(report.clock?.mhz).toBeCloseTo(1000 / (20 - 17.185), 9);
    expect(read(vivadoTiming([['clk', 2.5, -0.501]])).clock?.mhz).toBeCloseTo(1000 / 3.001, 9);
  });

  it('takes a design whose state is not stated for one that is not routed, and says so', () => {
    for (const text of [vivadoTiming([['clk', 5, 1]]), vivadoUtilization(SITES)]) {
      expect(read(text)).toMatchObject({ routed: true });
      const silent = read(text.replace(/\| Design State.*\n/, ''));
      expect(silent.routed).toBe(false);
      expect(silent.notes).toContain('design state not stated, taken as not routed');
    }
  });

  it('gives no clock where the pulses are too short for the device', () => {
    const text = vivadoTiming([['clk', 2.5, 0.9]]).replace('        2.000', '       -0.400');
    expect(wrong(text)).toContain('the pulses of this clock are too short');
  });

  it('takes the clock that is named, and wants a name for several', () => {
    const text = vivadoTiming([
      ['sys_clk', 10, 0.55],
      ['  clk_out1_clk_wiz_0', 8, -1.2],
      ['  clkfbout', 10],
    ]);
    expect(read(text, { clock: 'clk_out1_clk_wiz_0' }).clock?.mhz).toBeCloseTo(1000 / 9.2, 9);
    expect(wrong(text)).toContain(
      '2 clocks; --clock says which (expected one of sys_clk (105.82 MHz)',
    );
    expect(wrong(text, { clock: 'sys_clc' })).toContain('did you mean sys_clk?');
    expect(wrong(text, { clock: 'clkfbout' })).toContain('there is no clock clkfbout');
  });

  it('says so where no clock is constrained, and where the report is cut', () => {
    const none = vivadoTiming([]).replace(/^Clock {2,}Waveform.*\n.*\n/m, '');
    expect(wrong(none)).toContain('no limit for any clock');
    const text = vivadoTiming([['clk', 20, 17.185]]);
    const at = text.indexOf('17.185');
    expect(wrong(text.slice(0, at + 4))).toContain('cut');
    expect(wrong(text.slice(0, text.indexOf('| Intra')), {}, 'vivado-timing')).toContain(
      'cut in the section Clock Summary',
    );
    expect(wrong(`${text}${text}`)).toContain('a second report');
  });

  it('refuses cells that stand under no column', () => {
    const text = vivadoTiming([['clk', 20, 17.185]]);
    expect(wrong(text.replace('       17.185', '17.185       '))).toMatch(
      /column|not a number|no limit/,
    );
  });
});

it('refuses a version that it can not read', () => {
  expect(wrong(vivadoUtilization(SITES).replace('Vivado v.2023.2', 'Vivado v.x'))).toContain(
    'version',
  );
  expect(wrong(vivadoHead({}), {}, 'vivado-utilization')).toContain('there is no Slice LUTs');
});
