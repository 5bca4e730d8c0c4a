import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCondition } from '../../src/cli/check.ts';
import { buildCost } from '../../src/cost/build.ts';
import { gapOf } from '../../src/cost/gap.ts';
import type { CostResult } from '../../src/cost/types.ts';
import { costBreakdownChart } from '../../src/report/charts/costBreakdown.ts';
import { costNodesChart } from '../../src/report/charts/costNodes.ts';
import { costPowerChart } from '../../src/report/charts/costPower.ts';
import { costVolumeChart } from '../../src/report/charts/costVolume.ts';
import { renderCostHtml } from '../../src/report/html/costPage.ts';
import { costBlocks, volumeText } from '../../src/report/table/costBlocks.ts';
import { costCsv } from '../../src/report/table/costCsv.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { builtin, loadScenario } from '../support/loadScenario.ts';
import { specCheck } from '../support/specCheck.ts';

const scenario = loadScenario('default').scenario;
const set = (settings: Record<string, number | string>): Scenario => ({
  ...scenario,
  set: Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      { value, stage: 'assumed' as const, source: 'test' },
    ]),
  ),
});
const cost = (of: Scenario): CostResult => buildCost(builtin(), of, undefined, false);

const unpriced = cost(scenario);
const priced = cost(set({ price: 6000 }));

const figure = (result: CostResult, option: string, name: string): number => {
  const value = result.options.find(({ id }) => id === option)?.figures[name]?.value;
  return typeof value === 'number' ? value : NaN;
};

describe('the cost of the default scenario', () => {
  it('is not known on the FPGA without a price, and says so', () => {
    const option = unpriced.options.find(({ id }) => id === 'fpga');
    expect(option?.figures['prove_cost']).toMatchObject({ value: null, missing: ['price'] });
    expect(unpriced.breakEven.outcome).toBe('unknown');
    // Nor is where an ASIC meets it, for the same reason.
    expect(volumeText(unpriced)).toContain('no value for price of alveo-u55c');
    expect(JSON.stringify(costBlocks(unpriced))).toContain('alveo-u55c: no value for price');
  });

  it('is that of the arithmetic with a price', () => {
    const rate = figure(priced, 'fpga', 'proved_rate');
    const power = figure(priced, 'fpga', 'prove_power');
    // 3 years of which 80 % are worked; PUE 1.41; 0.1419 dollars a kWh.
    const hours = 3 * 8766 * 0.8;
    const hourly = 6000 / hours + (power / 1000) * 1.41 * 0.1419;
    expect(figure(priced, 'fpga', 'prove_cost')).toBeCloseTo((hourly / 3600 / rate) * 1e9, 9);
    expect(figure(priced, 'fpga', 'prove_energy')).toBeCloseTo((power / rate) * 1e9, 6);
  });

  it('gives the price of the FPGA to the FPGA alone, and what both share to both', () => {
    const [asic, own] = [unpriced, priced].map((result) => figure(result, 'asic', 'prove_cost'));
    expect(own).toBe(asic);
    const longer = cost(set({ price: 6000, lifetime: 6, die_area: 200 }));
    for (const option of ['fpga', 'asic', 'zisk-8x-rtx-5090']) {
      expect(figure(longer, option, 'prove_cost')).toBeLessThan(
        figure(priced, option, 'prove_cost'),
      );
    }
    expect(longer.options.find(({ id }) => id === 'asic')?.title).toContain('200 mm²');
  });

  it('has interest on half of the price', () => {
    const hardware = figure(priced, 'fpga', 'capex_share');
    const dearer = figure(cost(set({ price: 6000, interest: 0.1 })), 'fpga', 'capex_share');
    expect(dearer / hardware).toBeCloseTo(1 + (0.1 * 3) / 2, 12);
  });
});

describe('what others use', () => {
  it('ZisK on eight RTX 5090: rate, energy and cost from what was published', () => {
    // 29.8 M cycle/s on 8 cards of 575 W and 1,999 dollars.
    expect(figure(unpriced, 'zisk-8x-rtx-5090', 'proved_rate')).toBeCloseTo(29.8e6 / 8, 3);
    const energy = 575 / (29.8e6 / 8);
    expect(figure(unpriced, 'zisk-8x-rtx-5090', 'prove_energy') / (energy * 1e9)).toBeCloseTo(
      1,
      12,
    );
    const hourly = 1999 / (3 * 8766 * 0.8) + 0.575 * 1.41 * 0.1419;
    const expected = (hourly / 3600 / (29.8e6 / 8)) * 1e9;
    expect(figure(unpriced, 'zisk-8x-rtx-5090', 'prove_cost') / expected).toBeCloseTo(1, 12);
  });

  it('an H100 is rented, and a CPU without price and power has no cost', () => {
    const expected = (3 / 3600 / 8.5e6) * 1e9;
    expect(figure(unpriced, 'airbender-h100', 'prove_cost') / expected).toBeCloseTo(1, 12);
    expect(figure(unpriced, 'jolt-32-cores', 'prove_cost')).toBeNaN();
    expect(figure(unpriced, 'jolt-32-cores', 'proved_rate')).toBe(1e6);
  });

  it('is never taken for the board of the scenario', () => {
    const cloud = cost(loadScenario('cloud-f2').scenario);
    for (const { id } of unpriced.options.filter(({ kind }) => kind === 'reference')) {
      expect([id, figure(cloud, id, 'prove_cost')]).toEqual([
        id,
        figure(unpriced, id, 'prove_cost'),
      ]);
    }
  });
});

describe('the volume from which an ASIC is cheaper', () => {
  it('is where the two costs meet', () => {
    const { outcome, figures } = priced.breakEven;
    const volume = figures['breakeven_volume']?.value;
    expect(outcome).toBe('found');
    if (typeof volume !== 'number') throw new Error('no volume');
    const at = cost(set({ price: 6000, volume }));
    expect(figure(at, 'asic', 'prove_cost') / figure(priced, 'fpga', 'prove_cost')).toBeCloseTo(
      1,
      9,
    );
  });

  it('is none where the FPGA is nearly free', () => {
    const free = cost(set({ price: 1, pue: 1, electricity_price: 0 }));
    expect(free.breakEven.outcome).toBe('never');
    const text = JSON.stringify(costBlocks(free));
    expect(text).toContain('never cheaper');
    // A negative volume is no volume.
    expect(text).not.toContain('breakeven_volume');
  });

  it('has a curve that never rises', () => {
    const costs = priced.breakEven.curve.map(({ cost: value }) => value ?? NaN);
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  });
});

describe('a core that only one side knows', () => {
  it('is told as a fault of the side that nobody named', () => {
    const { scenario: chip } = loadScenario('asic', { core: 'vanilla5-celerity', node: 'n16' });
    expect(() => cost(chip)).toThrow(
      'of the FPGA that it is compared with: there is no core vanilla5-celerity',
    );
  });
});

describe('Ethereum at home', () => {
  it('is held against limits that have a source', () => {
    const { evaluate } = loadScenario('default');
    const evaluation = evaluate({ price: 6000 });
    expect(evaluation.outcome('ethereum')).toEqual({ status: 'known', value: false });
    expect(evaluation.outcome('ethereum_security')).toEqual({ status: 'known', value: false });
    expect(evaluation.outcome('ethereum_power')).toEqual({ status: 'known', value: true });
    // 1.402e9 instructions are 335 segments of 2^22; at 17.97 M a second a card proves 34 of them in
    // 10 s less 2 s of aggregation.
    expect(evaluation.number('block_devices')).toBe(10);
    expect(evaluation.number('block_price')).toBe(60_000);
    expect(evaluation.number('block_time')).toBeCloseTo(34 * (2 ** 22 / 17_971_500) + 2, 4);
    // Too few bits fail whatever the price; whether that passes is open.
    expect(evaluate().outcome('ethereum_price')).toEqual({ status: 'missing', inputs: ['price'] });
    expect(evaluate({ block_security_limit: 96 }).outcome('ethereum').status).toBe('missing');
  });

  it('passes where enough bits and few enough devices are there', () => {
    const evaluation = loadScenario('default').evaluate({ price: 6000, block_security_limit: 96 });
    expect(evaluation.outcome('ethereum')).toEqual({ status: 'known', value: true });
  });

  it('fails in time where aggregation alone takes longer, or a segment that no other device shares', () => {
    const { evaluate } = loadScenario('default');
    for (const slow of [{ aggregation_fixed_latency: 11 }, { log2_cycles: 28 }]) {
      const evaluation = evaluate(slow);
      expect(evaluation.outcome('ethereum_time')).toEqual({ status: 'known', value: false });
      // One device a segment is as fast as can be.
      expect(evaluation.number('block_devices')).toBe(evaluation.number('block_segments'));
      expect(evaluation.number('block_time')).toBeCloseTo(
        (evaluation.number('segment_time') ?? NaN) +
          (evaluation.number('aggregation_latency') ?? NaN),
        9,
      );
    }
  });

  it('takes just as many devices as it needs', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e7, max: 3e9, noNaN: true }), (cycles) => {
        const { evaluate } = loadScenario('default');
        const evaluation = evaluate({ large_block_cycles: cycles });
        const number = (name: string): number => evaluation.number(name) ?? NaN;
        const time = (devices: number): number =>
          Math.ceil(number('block_segments') / devices) * number('segment_time') +
          number('aggregation_latency');
        expect(time(number('block_devices'))).toBeLessThanOrEqual(10);
        if (number('block_devices') > 1) {
          expect(time(number('block_devices') - 1)).toBeGreaterThan(10);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says how many devices, and which condition does not hold', () => {
    expect(priced.envelope['fpga']?.devices.value).toBe(10);
    expect(JSON.stringify(costBlocks(priced))).toContain('10 × alveo-u55c');
    const check = (more: Record<string, number>) =>
      checkCondition(loadScenario('default').evaluate(more), 'ethereum');
    expect(check({ price: 6000 })).toMatchObject({
      holds: false,
      why: 'it does not hold: ethereum_security',
    });
    expect(check({}).why).toBe('it does not hold: ethereum_price (not known), ethereum_security');
    expect(check({ block_security_limit: 96 }).why).toBe('it is not known: no value for price');
    expect(check({ price: 6000, block_security_limit: 96 })).toMatchObject({
      holds: true,
      why: '',
    });
  });
});

describe('what one ASIC costs', () => {
  const value = (name: string): number => {
    const found = priced.breakdown.find((row) => row.name === name)?.value;
    return typeof found === 'number' ? found : NaN;
  };

  it('has parts that make up each sum', () => {
    const parts = ['silicon_cost', 'test_cost', 'package_cost', 'memory_cost', 'board_cost'];
    const sum = parts.reduce((total, name) => total + value(name), 0);
    expect(value('recurring_cost')).toBeCloseTo(sum, 9);
    expect(value('price')).toBeCloseTo(sum + value('nre') / value('volume'), 9);
  });

  it('says what it rests on: prices, power and how long it works, each with its stage', () => {
    const names = (option: string): string[] =>
      priced.inputs.filter((entry) => entry.option === option).map(({ name }) => name);
    for (const name of ['price', 'board_power', 'lifetime', 'duty', 'pue', 'electricity_price']) {
      expect(names('fpga')).toContain(name);
    }
    for (const name of ['wafer_price', 'defect_density', 'nre', 'volume', 'memory_price', 'duty']) {
      expect(names('asic')).toContain(name);
    }
    // What the rates rest on is told by evaluate.
    expect(names('asic')).not.toContain('gate_density');
    expect(names('fpga')).not.toContain('fill[lut]');
  });

  it('names what limits proving, of FPGA and ASIC', () => {
    const by = (id: string): string | undefined =>
      priced.options.find((option) => option.id === id)?.figures['prove_bound']?.element;
    expect([by('fpga'), by('asic'), by('airbender-h100')]).toEqual(['fabric', 'memory', undefined]);
    expect(costNodesChart(priced)?.title).toContain('as memory bandwidth limits proving');
  });
});

describe('the gap between FPGA and ASIC', () => {
  it('is computed factor by factor, and stands beside what was published', () => {
    const { model, published } = priced.gap;
    // Kuon and Rose 2007: 35 in area and 3 to 4 in delay, of LUTs and flip-flops alone.
    const kuon = published.find(({ id }) => id === 'kuon-rose-2007-logic');
    expect(kuon).toMatchObject({
      area: { value: 35, low: null, high: null },
      delay: { value: 3.5, low: 3, high: 4 },
      power: { value: 14 },
    });
    const [area, delay, power] = [model.area.value, model.delay.value, model.power.value];
    // By hand in models/README.md. The area lies between what was published for whole cores (17 to 27)
    // and for logic (35 and 40); the delay is that of one multiplier and lies below the published one.
    expect(area).toBeGreaterThan(17);
    expect(area).toBeLessThan(40);
    expect(delay).toBeCloseTo(2.233, 3);
    expect(power).toBe(14);
  });

  it('is not known of a core without a build on an FPGA', () => {
    const { evaluate } = loadScenario('asic', { core: 'vanilla5-celerity', node: 'n16' });
    const { area, delay } = gapOf(evaluate(), builtin().datasets).model;
    expect(area).toMatchObject({ value: null, missing: ['fpga_core_lut', 'fpga_core_ff'] });
    // Of another circuit, whatever the core.
    expect(delay.value).toBe(priced.gap.model.delay.value);
  });
});

describe('rendering', () => {
  const charts = [costBreakdownChart, costVolumeChart, costNodesChart, costPowerChart];
  let validate: (spec: unknown) => boolean;
  beforeAll(() => {
    validate = specCheck();
  }, 60_000);

  it.each(['wide', 'narrow'] as const)('every chart is valid Vega-Lite, %s', (layout) => {
    for (const build of charts) {
      const chart = build(priced, layout);
      expect(chart).not.toBeNull();
      expect([chart?.id, validate(chart?.spec ?? {})]).toEqual([chart?.id, true]);
      expect(chart?.description.length).toBeGreaterThan(40);
    }
  });

  it('draws nothing where nothing is known', () => {
    const empty: CostResult = {
      ...priced,
      options: [],
      nodes: [],
      breakEven: { ...priced.breakEven, curve: [] },
    };
    for (const build of charts) expect(build(empty)).toBeNull();
  });

  it('has a line a figure in CSV, unrounded', () => {
    const lines = costCsv(priced).trim().split(/\r?\n/);
    expect(lines[0]).toBe('option,target,name,title,value,unit,missing');
    const line = lines.find((text) => text.startsWith('fpga,,prove_cost,'));
    expect(Number(line?.split(',')[4])).toBe(figure(priced, 'fpga', 'prove_cost'));
    expect(lines.some((text) => text.startsWith('asic,core,target_power,'))).toBe(true);
  });

  it('is one page with its charts', async () => {
    const page = await renderCostHtml(priced);
    for (const id of ['breakdown', 'power', 'volume', 'nodes']) {
      expect(page).toContain(`id="figure-${id}"`);
    }
    expect(page).toContain('100,000 USD');
  });
});
