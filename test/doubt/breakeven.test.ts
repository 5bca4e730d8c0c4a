import { describe, expect, it } from 'vitest';
import { breakEvenReport } from '../../src/doubt/breakeven.ts';
import { breakEvenText, crossingRows } from '../../src/report/breakEvenText.ts';
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
    expect(refused('shell[uram]')).toMatchObject([
      { message: expect.stringContaining('is 0') as string },
    ]);
    expect(refused('electricity_price')).toHaveLength(1);
    expect(refused('')).toMatchObject([{ message: 'the name of an input is missing' }]);
  });
});

describe('break-even of the default scenario', () => {
  const scenario = changed('default', {});
  const report = breakEvenReport(prepared('default'), ['grinding_bits', 'verifier_circuit_time']);
  const reachOf = (name: string) => report.reach.find((input) => input.name === name);

  it('looks at logarithms by what they are logarithms of, at whole values only', () => {
    // A thousandth to a thousandfold of 2^22 instructions, in whole powers.
    expect(reachOf('log2_cycles')).toMatchObject({ scale: 'log2', whole: true });
    expect(reachOf('log2_cycles')?.low).toBeCloseTo(22 - Math.log2(1000), 9);
    const rows = [...report.ratio.rows, ...report.verdict.rows];
    const logs = rows.filter(({ scale, crossings }) => scale === 'log2' && crossings.length > 0);
    expect(logs.length).toBeGreaterThan(2);
    for (const { base, crossings } of logs) {
      const [{ value, beyond, factor } = { value: NaN, beyond: NaN, factor: NaN }] = crossings;
      expect([Number.isInteger(value), Math.abs(value - beyond)]).toEqual([true, 1]);
      const moved = Math.abs(value - base) > Math.abs(beyond - base) ? value : beyond;
      expect(factor).toBe(2 ** (moved - base));
    }
  });

  it('looks at what is 0 within its range, and names what it leaves out', () => {
    expect(reachOf('grinding_bits')).toMatchObject({ base: 0, low: 0, high: 24 });
    expect(report.zero).toContain('shell[uram]');
    expect(report.zero).not.toContain('grinding_bits');
    expect(report.together?.verdict.status).toBe('holds at base');
  });

  it('shows values that are on their side when they are set', () => {
    // Setting what a core is said to be sets it for the cores that it has to pass against too.
    const ofCores = /^(core_|coremark_per_mhz|dmips_per_mhz)/;
    const tested = (rows: typeof report.ratio.rows, passes: (v: Outcome) => boolean): void => {
      for (const { input, crossings } of rows.filter((row) => !ofCores.test(row.input))) {
        for (const { shown } of crossings.slice(0, 1)) {
          const at = [shown.value, shown.beyond].map((value) =>
            passes(evaluateAt(scenario, { [input]: value })),
          );
          expect([input, ...at]).toEqual([input, true, false]);
        }
      }
    };
    tested(report.ratio.rows, ({ ratio }) => ratio <= report.limit);
    tested(report.verdict.rows, ({ passes }) => passes);
  });

  it('prints them in full', () => {
    for (const row of crossingRows(report.verdict.rows)) {
      const input = reachOf(row.input);
      const { value } = row.crossings[0]?.shown ?? { value: NaN };
      const [, number = '', prefix = ''] =
        /^([\d.,e-]+)(?: ([kMGT]|m|µ|n)(?! ?$)?)?/.exec(breakEvenText(row, input)) ?? [];
      expect([row.input, number]).not.toEqual([row.input, '']);
      if (prefix !== '' || input === undefined) continue;
      const printed = Number(number.replaceAll(',', '')) * input.display.scale;
      expect([row.input, Math.abs(printed / value - 1) < 1e-11]).toEqual([row.input, true]);
    }
  });
});

type Outcome = ReturnType<typeof evaluateAt>;

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
    expect(study.head.notes).toEqual([expect.stringContaining('ice-v-dual-soc')]);
    expect(study.head.weakCores).toBeUndefined();
    // On this board a better core fails, and a bit-serial one passes only beside it.
    const { notes, weakCores } = prepared('prototyping', { choices }).head;
    expect(notes.slice(1)).toEqual([expect.stringContaining('With serv-tile')]);
    expect(weakCores).toEqual(['serv-tile']);
  });
});
