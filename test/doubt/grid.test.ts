import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridReport, type SideRequest } from '../../src/doubt/grid.ts';
import { gridBlocks } from '../../src/report/table/doubt/gridBlocks.ts';
import { changed, evaluateAt, issuesOf, prepared } from './support.ts';

const study = prepared('prototyping');
const scenario = changed('prototyping', {});
const side = (name: string, low?: string, high?: string): SideRequest => ({
  name,
  ...(low === undefined || high === undefined ? {} : { low, high }),
});
const grid = (x: SideRequest, y: SideRequest, count = 5) => gridReport(study, { x, y, count });

describe('a grid over two inputs', () => {
  const report = grid(
    side('on_chip_fusion', '50 %', '0.99'),
    side('ddr_bandwidth', '50 GB/s', '1000 GB/s'),
  );

  it('has at its nodes what evaluate says of them', () => {
    const { x, y } = report;
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (i, j) => {
        const values = { [x.name]: x.nodes[i] ?? NaN, [y.name]: y.nodes[j] ?? NaN };
        const { ratio, passes } = evaluateAt(scenario, values);
        expect(Math.abs((report.ratio[j * 5 + i] ?? NaN) / ratio - 1)).toBeLessThan(1e-12);
        expect(report.passes[j * 5 + i]).toBe(passes);
      }),
      { numRuns: 12 },
    );
  });

  it('has even steps of a share and equal factors over decades', () => {
    expect(report.x.spacing).toBe('linear');
    expect(report.x.nodes[2]).toBeCloseTo(0.745, 12);
    expect(report.y.spacing).toBe('log');
    expect([report.y.nodes[0], report.y.nodes[4]]).toEqual([50e9, 1e12]);
  });

  it('has its line where the ratio crosses the limit', () => {
    const [line] = report.isolines;
    expect(line?.points.length).toBeGreaterThan(2);
    for (const [x, y] of line?.points ?? []) {
      const { ratio } = evaluateAt(scenario, { on_chip_fusion: x, ddr_bandwidth: y });
      // Interpolated over a fifth of the range.
      expect(Math.abs(Math.log10(ratio / report.limit))).toBeLessThan(0.2);
    }
  });

  it('goes over all that inputs in doubt may be', () => {
    const { x } = grid(side('unit_busy'), side('fill.lut'), 2);
    expect([x.nodes, x.name]).toEqual([[0.4, 0.95], 'unit_busy']);
  });

  it('does so for an input that a choice tells apart', () => {
    const choices = { core: { 'vexriscv-full-no-cache': 1, 'serv-tile': 1 } };
    const sides = { x: side('core_fmax_measured'), y: side('unit_busy'), count: 2 };
    expect(gridReport(prepared('default', { choices }), sides).x.nodes).toHaveLength(2);
  });

  it('says where nothing changes', () => {
    const { notes } = grid(side('electricity_price', '0.1', '0.2'), side('on_chip_fusion'), 3);
    expect(notes.at(-1)).toBe('The ratio does not change with Electricity here.');
  });

  it('says what fails where the ratio meets its limit', () => {
    const own = prepared('default');
    const sides = {
      x: side('retention_scale', '1.4', '1.6'),
      y: side('unit_busy', '0.4', '0.5'),
      count: 3,
    };
    const { ratio, passes, limit, alsoFails } = gridReport(own, sides);
    const hatched = passes.filter((pass, at) => pass === false && (ratio[at] ?? NaN) <= limit);
    // As evaluate says of the default scenario with these: the best core of the device.
    expect(alsoFails).toEqual([{ test: 'rival', core: 'ice-v-dual-soc', nodes: hatched.length }]);
    const memory = { x: side('hbm_capacity', '1 MB', '16 GB'), y: side('unit_busy'), count: 3 };
    expect(gridReport(own, memory).alsoFails[0]?.test).toBe('memory_passes');
    const fine = {
      x: side('unit_busy', '0.7', '0.8'),
      y: side('fill.lut', '0.6', '0.7'),
      count: 2,
    };
    expect(gridReport(own, fine).alsoFails).toEqual([]);
  });

  it('has no value where the ratio has none', () => {
    const bare = grid(side('unit_busy', '0', '1'), side('on_chip_fusion'), 3);
    expect(bare.ratio[0]).toBeNull();
    expect(bare.passes[0]).toBeNull();
    expect(JSON.stringify(gridBlocks(bare, []))).toContain('none');
  });

  it.each([
    [side('unit_busy', '0.3', '5'), 'out-of-domain'],
    [side('unit_busy', '-1', '1'), 'out-of-domain'],
    [side('unit_busy', '1', '0.3'), 'bad-range'],
    [side('unit_busy', '0.3', '0.3'), 'bad-range'],
    [side('unit_busy', 'x', '0.3'), 'not-a-number'],
    [side('unit_busy', '1 GB', '2 GB'), 'dimension-mismatch'],
    [side('fill'), 'usage'],
    [side('log2_cycles'), 'usage'],
    [side('overhead_limit', '1', '2'), 'not-settable'],
    [side('nothing', '1', '2'), 'unknown-name'],
    [side('cores', '1', '2'), 'no-value'],
    [side('on_chip_fusion'), 'usage'],
  ])('refuses %j: %s', (x, code) => {
    expect(issuesOf(() => grid(x, side('on_chip_fusion')))).toMatchObject([{ code }]);
  });
});
