import { describe, expect, it } from 'vitest';
import { CYCLONE_V, MAX_10, quartusFit, quartusSta, quartusSummary } from './fixtures.ts';
import { read, wrong } from './support.ts';

describe('a fit.summary', () => {
  // Figures of haolam05/RISCV-CORE@8f2bcbaa, output_files/DE1_SoC.fit.summary (Quartus 17.0.0).
  it('states ALMs, registers, blocks and DSP blocks', () => {
    expect(read(quartusSummary(CYCLONE_V))).toMatchObject({
      tool: 'Quartus',
      version: '17.0.0',
      design: 'top',
      part: '5CSEMA5F31C6',
      family: 'Cyclone V',
      lutKind: 'ALM',
      date: '2023-02-22',
      routed: true,
      figures: { lut: 4222, ff: 1595, bram: 256, dsp: 3, dspAvailable: 87 },
    });
  });

  // Figures of MiguelAcuervo/picosoc_simple@d2881afd, output_files/top.fit.summary (20.1.1).
  it('states logic elements, and only bits of memory', () => {
    const report = read(quartusSummary(MAX_10));
    expect(report).toMatchObject({
      lutKind: 'LE',
      figures: { lut: 5354, ff: 2466, dsp: 4, dspAvailable: 288 },
    });
    expect(report.figures).not.toHaveProperty('bram');
    expect(report.notes[0]).toContain('2048 bits of block RAM');
    const none = { ...MAX_10, 'Total memory bits': '0 / 1,677,312 ( 0 % )' };
    expect(read(quartusSummary(none)).figures?.bram).toBe(0);
  });

  it('reads the names of the Pro edition', () => {
    const { 'Total registers': registers = '', ...rest } = CYCLONE_V;
    const pro = { ...rest, 'Total dedicated logic registers': registers };
    expect(read(quartusSummary(pro)).figures?.ff).toBe(1595);
  });

  it('refuses what is cut, failed, joined or in no known kind of logic', () => {
    const text = quartusSummary(CYCLONE_V);
    expect(wrong(text.slice(0, text.indexOf('Total RAM')))).toContain(
      'does not state Total DSP Blocks',
    );
    expect(wrong(text.slice(0, text.indexOf('/ 87')))).toContain('not a count of what there is');
    expect(wrong(text.slice(0, text.indexOf('/ 87') + 4))).toContain('cut');
    expect(wrong(`${text}${text}`)).toContain('two reports in one file');
    expect(wrong(text.replace('Successful', 'Failed'))).toContain('the fitter failed');
    expect(wrong(text.replace('(in ALMs)', '(in ALUTs)'))).toContain('one known kind');
    expect(wrong(text.replace('4,222', '4.222.0'))).toContain('not a count');
  });
});

describe('a fit report', () => {
  const usage = [
    ['Logic utilization (ALMs needed / total ALMs on device)', '4,222 / 32,070 ( 13 % )'],
    ['    -- ALMs used for memory', '10'],
    ['', ''],
    ['M10K blocks', '256 / 397 ( 64 % )'],
  ] as const;

  it.each([false, true])('names the blocks, with a column of percent: %s', (percent) => {
    const report = read(quartusFit(CYCLONE_V, usage, percent));
    expect(report.figures).toEqual({
      lut: 4222,
      ff: 1595,
      bram: 256,
      bramKbit: 10,
      dsp: 3,
      dspAvailable: 87,
    });
  });

  it('counts the blocks that a summary of logic elements leaves out', () => {
    const report = read(quartusFit(MAX_10, [['M9Ks', '2 / 182 ( 1 % )']]));
    expect(report.figures).toMatchObject({ lut: 5354, bram: 2, bramKbit: 9 });
  });

  it('takes the one size of block that is used, and refuses two', () => {
    const two = [
      ['M9Ks', '0 / 182 ( 0 % )'],
      ['M144Ks', '3 / 16 ( 19 % )'],
    ] as const;
    expect(read(quartusFit(MAX_10, two)).figures).toMatchObject({ bram: 3 });
    const both = two.map(([name, value]) => [name, value.replace('0 /', '5 /')] as const);
    expect(wrong(quartusFit(MAX_10, both))).toContain('two sizes');
  });

  it('refuses a table that is cut', () => {
    const text = quartusFit(CYCLONE_V, usage);
    expect(wrong(text.slice(0, text.indexOf('Total registers')))).toMatch(/cut|closed/);
    expect(wrong(text.slice(0, text.indexOf('M10K blocks')))).toMatch(/cut|closed/);
    expect(wrong(`${text}${text}`)).toContain('a second report');
  });
});

describe('a timing report', () => {
  const SLOW = [
    ['190.5 MHz', '186.29 MHz', 'CLOCK_50', 'limit due to minimum pulse'],
    ['85.5 MHz', '85.5 MHz', 'slow', ''],
  ] as const;
  const COLD = [
    ['200.0 MHz', '200.0 MHz', 'CLOCK_50', ''],
    ['84.6 MHz', '84.6 MHz', 'slow', ''],
  ] as const;
  const text = quartusSta({ 'Slow 1100mV 85C': SLOW, 'Slow 1100mV 0C': COLD });

  it('gives the lowest restricted clock of all models', () => {
    expect(read(text, { clock: 'slow' }).clock).toEqual({ name: 'slow', mhz: 84.6 });
    expect(read(text, { clock: 'CLOCK_50' })).toMatchObject({
      version: '17.0.0',
      clock: { mhz: 186.29 },
    });
    expect(wrong(text)).toContain('2 clocks; --clock says which');
  });

  it('refuses a report whose slowest model may be missing', () => {
    const at = text.lastIndexOf('+---', text.lastIndexOf('Slow 1100mV 0C'));
    expect(wrong(text.slice(0, at), { clock: 'slow' })).toContain(
      'lists 2 tables of highest clocks and has 1',
    );
    expect(wrong(text.slice(0, text.indexOf('84.6')), { clock: 'slow' })).toMatch(/cut|closed/);
  });
});
