import { beforeAll, describe, expect, it } from 'vitest';
import { buildCost } from '../../src/cost/build.ts';
import type { CostResult } from '../../src/cost/types.ts';
import { costBreakdownChart } from '../../src/report/charts/costBreakdown.ts';
import { costNodesChart } from '../../src/report/charts/costNodes.ts';
import { costPowerChart } from '../../src/report/charts/costPower.ts';
import { costVolumeChart } from '../../src/report/charts/costVolume.ts';
import { renderCostHtml } from '../../src/report/html/costPage.ts';
import { costBlocks } from '../../src/report/table/costBlocks.ts';
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
    expect(JSON.stringify(costBlocks(unpriced))).toContain('no value for price');
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
    expect(JSON.stringify(costBlocks(free))).toContain('never cheaper');
  });

  it('has a curve that never rises', () => {
    const costs = priced.breakEven.curve.map(({ cost: value }) => value ?? NaN);
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  });
});

describe('Ethereum at home', () => {
  it('is held against limits that have a source', () => {
    const { evaluate } = loadScenario('default');
    const evaluation = evaluate({ price: 6000 });
    expect(evaluation.outcome('ethereum')).toEqual({ status: 'known', value: false });
    expect(evaluation.outcome('ethereum_security')).toEqual({ status: 'known', value: false });
    expect(evaluation.outcome('ethereum_power')).toEqual({ status: 'known', value: true });
    // 654.5 M instructions in 10 s less 2 s of aggregation, at 17.97 M a second: 4.55 cards.
    expect(evaluation.number('block_devices')).toBe(5);
    expect(evaluation.number('block_price')).toBe(30_000);
    // Too few bits fail whatever the price; whether that passes is open.
    expect(evaluate().outcome('ethereum_price')).toEqual({ status: 'missing', inputs: ['price'] });
    expect(evaluate({ block_security_limit: 96 }).outcome('ethereum').status).toBe('missing');
  });

  it('passes where enough bits and few enough devices are there', () => {
    const evaluation = loadScenario('default').evaluate({ price: 6000, block_security_limit: 96 });
    expect(evaluation.outcome('ethereum')).toEqual({ status: 'known', value: true });
  });

  it('fails in time where aggregation alone takes longer', () => {
    const evaluation = loadScenario('default').evaluate({ aggregation_fixed_latency: 11 });
    expect(evaluation.outcome('ethereum_time')).toEqual({ status: 'known', value: false });
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
