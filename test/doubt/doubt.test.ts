import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src/builtin/readFiles.ts';
import { bandsOf, distributionOf } from '../../src/doubt/distributionOf.ts';
import { prepare } from '../../src/doubt/prepare.ts';
import { breakEvenReport } from '../../src/doubt/breakeven.ts';
import { montecarloReport } from '../../src/doubt/montecarlo.ts';
import { tornadoReport } from '../../src/doubt/tornado.ts';
import type { InputEntry } from '../../src/result/types.ts';
import { completeScenario } from '../../src/scenario/complete.ts';
import type { Setting } from '../../src/scenario/types.ts';

const builtin = readFiles('.');
const bands = bandsOf(builtin.datasets);

const prepared = (id: string, set: Readonly<Record<string, Setting>> = {}) => {
  const source = builtin.scenarios.get(id);
  if (source === undefined) throw new Error(id);
  const scenario = completeScenario(source, builtin.scenarios);
  return prepare(builtin, { ...scenario, set: { ...scenario.set, ...set } }, scenario, true, {
    study: 'study',
  });
};

const entry = (own: Partial<InputEntry>): InputEntry => ({
  name: 'x',
  title: 'x',
  value: 100,
  unit: '1',
  display: { unit: 'ratio', scale: 1 },
  stage: 'analytic',
  origin: 'dataset',
  source: 's',
  ...own,
});

describe('distributionOf', () => {
  it('spreads over a stated range, with the value as the mode', () => {
    expect(distributionOf(entry({ low: 50, high: 300 }), {}, bands)).toEqual({
      distribution: { kind: 'pert', low: 50, mode: 100, high: 300 },
      basis: 'range',
    });
  });

  it('takes the value itself for the end of a range that is left open', () => {
    expect(distributionOf(entry({ high: 300 }), {}, bands)?.distribution).toMatchObject({
      low: 100,
    });
  });

  it('takes the band of the stage where no range is stated', () => {
    const found = distributionOf(entry({}), {}, bands);
    expect(found?.basis).toBe('stage');
    const { low, mode, high } = found?.distribution as { low: number; mode: number; high: number };
    // datasets/stages.csv: 0.56 to 1.77 times what is analytic.
    expect(low).toBeCloseTo(56, 9);
    expect([mode, high]).toEqual([100, 177]);
  });

  it('widens with every weaker stage', () => {
    const width = (stage: InputEntry['stage']): number => {
      const found = distributionOf(entry({ stage }), {}, bands)?.distribution;
      return found?.kind === 'pert' ? found.high - found.low : 0;
    };
    const widths = (['measured', 'routed', 'synthesis', 'analytic', 'assumed'] as const).map(width);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths[0]).toBe(0);
  });

  it.each([
    ['what is exact', entry({}), true],
    ['what a designer chooses', entry({ design: true, low: 1, high: 4 }), false],
    ['what the scenario chose', entry({ origin: 'choice' }), false],
    ['what is zero', entry({ value: 0 }), false],
    ['a range without width', entry({ low: 100, high: 100 }), false],
  ])('leaves alone %s', (_, input, exact) => {
    expect(distributionOf(input, { exact }, bands)).toBeUndefined();
  });
});

describe('the band of a stage', () => {
  it('ends where its quantity makes no sense', () => {
    const share = distributionOf(entry({ value: 0.9, stage: 'assumed' }), { max: 1 }, bands);
    expect(share?.distribution).toMatchObject({ low: 0.45, mode: 0.9, high: 1 });
    const percent = { unit: 'percent', scale: 0.01 };
    const shown = distributionOf(
      entry({ value: 0.02, stage: 'assumed', display: percent }),
      { min: 1.5, max: 3 },
      bands,
    );
    expect(shown?.distribution).toMatchObject({ low: 0.015, high: 0.03 });
  });

  it('is nothing to what a designer chooses, whoever sets it', () => {
    const names = (set: Readonly<Record<string, Setting>>) =>
      prepared('default', set).inputs.map(({ name }) => name);
    const own = { value: 20, stage: 'assumed', source: 'test' } as const;
    expect(names({ log2_cycles: own })).not.toContain('log2_cycles');
    expect(names({ log2_cycles: { ...own, low: 18, high: 22 } })).toContain('log2_cycles');
    expect(names({ log2_cycles: { ...own, value: 'choice(19, 20)' } })).toContain('log2_cycles');
    // A shipped scenario that sets it.
    expect(prepared('small-board').inputs.map(({ name }) => name)).not.toContain('log2_cycles');
  });
});

describe('a distribution that is set', () => {
  const p = async (set: string, seed = 0) => {
    const own = { value: set, stage: 'assumed', source: 'test' } as const;
    const study = prepared('default', { reference_clock: own });
    const { result } = await montecarloReport(study, { samples: 1024, seed });
    return result.outputs[0]?.quantiles.map(({ value }) => value);
  };

  it('is the same in any unit', async () => {
    const [mhz, ghz] = [await p('uniform(200, 400)'), await p('uniform(0.2 GHz, 4e8 Hz)')];
    mhz?.forEach((value, k) => {
      expect(Math.abs((ghz?.[k] ?? NaN) / value - 1)).toBeLessThan(1e-9);
    });
  });

  it('takes an input out of doubt where it is a constant', () => {
    const own = { value: 'constant(0.6)', stage: 'assumed', source: 'test' } as const;
    const study = prepared('default', { unit_busy: own });
    expect(study.inputs.map(({ name }) => name)).not.toContain('unit_busy');
    const plain = prepared('default', { unit_busy: { ...own, value: 0.6 } });
    expect(study.head.value).toBe(plain.head.value);
  });

  it('passes as often as its input is on the good side of break-even', async () => {
    // Everything else without doubt: the ratio goes with one input alone.
    const own = prepared('default').inputs.filter(({ rival }) => rival !== true);
    const certain = own.map(
      ({ name, base, entry: { display } }) =>
        [
          name,
          { value: `constant(${base / display.scale})`, stage: 'assumed', source: 'test' },
        ] as const,
    );
    const set: Record<string, Setting> = Object.fromEntries(certain);
    set['unit_busy'] = { value: 'uniform(0.1, 0.9)', stage: 'assumed', source: 'test' };
    const study = prepared('default', set);
    const inDoubt = study.inputs.filter(({ rival }) => rival !== true);
    expect(inDoubt.map(({ name }) => name)).toEqual(['unit_busy']);
    const { result } = await montecarloReport(study, { samples: 16_384, seed: 0 });
    const flip = breakEvenReport(study).ratio.rows.find(({ input }) => input === 'unit_busy');
    const at = flip?.crossings[0]?.value ?? NaN;
    const ratio = result.truths.find(({ name }) => name === study.ratio);
    expect(ratio?.probability.value).toBeCloseTo((0.9 - at) / 0.8, 3);
  });
});

describe('studies of the default scenario', () => {
  const scenario = prepared('default');

  it('draw every input that is in doubt, and only what the outputs depend on', () => {
    const names = scenario.inputs.map((input) => input.name);
    expect(names.length).toBeGreaterThan(40);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('fill[lut]');
    expect(names).not.toContain('log2_cycles');
    expect(names).not.toContain('electricity_price');
  });

  it('start from the headline without doubt', () => {
    const outputs = scenario.model.outputs.map(() => new Float64Array(1));
    scenario.model.columns(
      [...scenario.model.base].map((x) => Float64Array.of(x)),
      outputs,
      0,
      1,
    );
    expect(outputs[0]?.[0]).toBe(scenario.head.value);
  });

  it('give the same Monte Carlo result twice, and another one for another seed', async () => {
    const study = (seed: number) => montecarloReport(scenario, { samples: 8192, seed });
    const [first, again, other] = [await study(0), await study(0), await study(1)];
    expect(again).toEqual(first);
    expect(other.result.outputs).not.toEqual(first.result.outputs);
    const p = (report: typeof first): number => report.result.truths[0]?.probability.value ?? NaN;
    expect(p(first)).toBeGreaterThan(0.5);
    // Both estimates are of the same probability.
    expect(Math.abs(p(first) - p(other))).toBeLessThan(0.03);
  });

  it('end with what is done when they are interrupted', async () => {
    const { result } = await montecarloReport(scenario, { samples: 1_000_000 }, () => false);
    expect(result.complete).toBe(false);
    expect(result.samples).toBeGreaterThan(0);
    expect(result.samples).toBeLessThan(1_000_000);
  });

  it('draw an input once for both sides: what both share cancels in the ratio', () => {
    const { rows } = tornadoReport(scenario).result;
    const swing = (name: string): number => rows.find((row) => row.input === name)?.swing ?? NaN;
    // Usable LUTs enter the native and the proved rate alike; the clock falls with them on both sides.
    const [row] = scenario.head.inputs.filter((input) => input.name === 'fill[lut]');
    const luts = Math.log10((row?.p95 ?? NaN) / (row?.p05 ?? NaN));
    expect(swing('fill[lut]')).toBeLessThan(luts / 2);
    expect(swing('fill[lut]')).toBeGreaterThan(0);
  });

  it('sort a tornado by swing', () => {
    const { rows } = tornadoReport(scenario).result;
    const swings = rows.map((row) => row.swing);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
  });

  it('find break-evens at which the ratio is the limit', () => {
    const near = prepared('default', {
      unit_busy: { value: 0.3, low: 0.1, high: 0.95, stage: 'assumed', source: 'test' },
    });
    const { ratio } = breakEvenReport(near);
    const crossing = ratio.rows.find((row) => row.input === 'unit_busy')?.crossings[0];
    expect(crossing?.output).toBeCloseTo(near.head.limit, 6);
    // The fabric binds, so that the ratio goes nearly with 1 / unit_busy.
    expect(crossing?.value).toBeCloseTo((0.3 * near.head.value) / near.head.limit, 2);
  });
});

describe('studies of an undecided scenario', () => {
  it('say what is missing', () => {
    const source = builtin.scenarios.get('default');
    if (source === undefined) throw new Error('default');
    const scenario = completeScenario({ ...source, platform: 'alveo-v80' }, builtin.scenarios);
    expect(() => prepare(builtin, scenario, undefined, false, { study: 'tornado' })).toThrow(
      /shell\[lut\]/,
    );
  });
});
