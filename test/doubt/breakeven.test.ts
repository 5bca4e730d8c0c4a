import { describe, expect, it } from 'vitest';
import { breakEvenReport } from '../../src/doubt/breakeven.ts';
import { changed, evaluateAt, issuesOf, prepared } from './support.ts';

describe('break-even of the board for prototyping', () => {
  const study = prepared('prototyping');
  const scenario = changed('prototyping', {});
  const report = breakEvenReport(study, ['memory_efficiency', 'on_chip_fusion']);
  const found = report.ratio.rows.filter(({ status }) => status === 'crosses');

  it('gives values that put the ratio at its limit when they are set', () => {
    expect(found.length).toBeGreaterThan(5);
    for (const { input, crossings } of found) {
      const [nearest] = crossings;
      const { ratio } = evaluateAt(scenario, { [input]: nearest?.value ?? NaN });
      const beyond = evaluateAt(scenario, { [input]: nearest?.beyond ?? NaN }).ratio;
      expect([input, ratio <= report.limit, beyond > report.limit]).toEqual([input, true, true]);
    }
  });

  it('meets the limit exactly where the ratio is smooth', () => {
    const row = found.find(({ input }) => input === 'ddr_bandwidth');
    const { ratio } = evaluateAt(scenario, { ddr_bandwidth: row?.crossings[0]?.value ?? NaN });
    expect(ratio / report.limit).toBeCloseTo(1, 9);
    // The memory binds, so that the bandwidth has to grow as the ratio has to fall.
    expect(row?.crossings[0]?.factor).toBeCloseTo(report.value / report.limit, 6);
  });

  it('finds a joint change that does the same, smaller than either alone', () => {
    const { ratio } = report.together ?? {};
    const values = Object.fromEntries(
      ratio?.inputs.map(({ input, value }) => [input, value]) ?? [],
    );
    expect(evaluateAt(scenario, values).ratio).toBeLessThanOrEqual(report.limit);
    const alone = found.find(({ input }) => input === 'on_chip_fusion')?.crossings[0]?.factor ?? 0;
    expect(ratio?.inputs.find(({ input }) => input === 'on_chip_fusion')?.factor).toBeLessThan(
      alone,
    );
  });

  it('refuses to change together what there is not', () => {
    const refused = (name: string) => issuesOf(() => breakEvenReport(study, [name]));
    expect(refused('nothing')).toMatchObject([{ message: 'there is no input nothing' }]);
    expect(refused('memory_efficienci')).toMatchObject([{ suggestion: 'memory_efficiency' }]);
    expect(refused('grinding_bits')).toMatchObject([
      { message: expect.stringContaining('is 0') as string },
    ]);
    expect(refused('electricity_price')).toHaveLength(1);
    expect(refused('')).toMatchObject([{ message: 'the name of an input is missing' }]);
  });
});

describe('break-even of a scenario with a choice', () => {
  const choices = { core: { 'vexriscv-full-no-cache': 1, 'serv-tile': 1 } };
  const study = prepared('default', { choices });
  const report = breakEvenReport(study);

  it('says what every alternative would do, as evaluate does', () => {
    expect(report.alternatives.map(({ label }) => label)).toEqual(Object.keys(choices.core));
    for (const { label, ratio, passes } of report.alternatives) {
      const alone = changed('default', { choices: { core: { [label]: 1 } } });
      const own = evaluateAt(alone, {});
      expect(Math.abs(ratio / own.ratio - 1)).toBeLessThan(1e-12);
      expect(passes).toBe(own.passes);
    }
  });

  it('knows what is plausible for inputs that a choice tells apart', () => {
    const row = report.reach.find(({ name }) => name === 'core_fmax_measured');
    expect(row?.plausible?.[0]).toBeLessThan(row?.base ?? NaN);
  });

  it('notes which core is too weak to pass', () => {
    expect(study.head.notes).toEqual([]);
    // On this board a better core fails, and a bit-serial one passes only beside it.
    expect(prepared('prototyping', { choices }).head.notes).toEqual([
      expect.stringContaining('With serv-tile'),
    ]);
  });
});
