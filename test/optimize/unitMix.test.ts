import { describe, expect, it } from 'vitest';
import type { OptimizeResult } from '../../src/optimize/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import {
  evaluated,
  product,
  scenarioOf,
  searchOver,
  scenarioOfCommand,
  withSettings,
} from './support.ts';

/** Units of a device with LUT6 that are interchangeable, by operation; of the multipliers the smaller. */
const CHOICES = {
  gf128_mul: ['gf128-mul-ghash-leaf8'],
  sha256_block: ['sha256-iterative', 'sha256-unrolled'],
  lut512: ['lut512-bram', 'lut512-lutram'],
  lut128: ['lut128-bram', 'lut128-lutram'],
};

/** A design in which block RAM is so scarce that tables are divided between it and LUTs. */
const scarce = (): Scenario => withSettings(scenarioOf('default'), { 'fill[bram]': 0.3 });

const search = (scenario: Scenario, mix = true): Promise<OptimizeResult> =>
  searchOver(scenario, { over: ['log2_cycles=21,22'], mix });

describe('the mix of units', () => {
  it('is at least as good as every choice of one unit for each operation', async () => {
    const scenario = scarce();
    const { best } = await searchOver(scenario, { over: ['log2_cycles=22'] });
    const rates = [...product(Object.values(CHOICES))].map((units) => {
      const named = Object.fromEntries(Object.keys(CHOICES).map((o, i) => [o, units[i] ?? '']));
      return evaluated({ ...scenario, units: named })?.number('overhead') ?? NaN;
    });
    expect(rates).toHaveLength(8);
    expect(best?.objective).toBeLessThan(Math.min(...rates) * 0.999);
  });

  it('is as good as the best division of the tables, tried in steps', async () => {
    const scenario = scarce();
    const { best, mix } = await searchOver(scenario, { over: ['log2_cycles=22'] });
    const divided = mix.filter(({ units }) => units.length > 1);
    expect(divided).toHaveLength(1);
    const [operation = ''] = divided.map((entry) => entry.operation);
    const shares = divided[0]?.units ?? [];
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    // The other operations as they were chosen; this one by its cost at every share of two units.
    const [first = '', second = ''] = shares.map(({ unit }) => unit);
    const units = Object.fromEntries(
      mix.map((entry) => [entry.operation, entry.units[0]?.unit ?? '']),
    );
    const cost = (unit: string, resource: string): number =>
      evaluated({ ...scenario, units: { ...units, [operation]: unit } })?.number(
        'unit_cost',
        operation,
        resource,
      ) ?? NaN;
    const resources = ['lut', 'ff', 'bram', 'uram', 'dsp'];
    const costs = resources.map((resource) => [cost(first, resource), cost(second, resource)]);
    const steps = Array.from({ length: 26 }, (_, i) => i / 25);
    const overheads = steps.map((share) => {
      const set = Object.fromEntries(
        resources.map((resource, r) => {
          const [a = NaN, b = NaN] = costs[r] ?? [];
          return [`unit_cost[${operation},${resource}]`, share * a + (1 - share) * b];
        }),
      );
      return evaluated(withSettings({ ...scenario, units }, set))?.number('overhead') ?? NaN;
    });
    const least = Math.min(...overheads);
    expect(best?.objective).toBeLessThanOrEqual(least * (1 + 1e-9));
    expect(least).toBeLessThanOrEqual((best?.objective ?? 0) * 1.04);
  });

  it('is what the command evaluates that the result gives', async () => {
    const scenario = scarce();
    const { best, integer } = await search(scenario);
    expect(best?.command).toContain('--set');
    expect(best?.command).toContain('unit_cost[lut');
    const again = evaluated(scenarioOfCommand(scenarioOf('default'), best?.command ?? ''));
    const overhead = again?.number('overhead') ?? NaN;
    expect(overhead / (best?.objective ?? NaN)).toBeCloseTo(1, 12);
    expect(integer?.rate).toBeLessThanOrEqual(integer?.fluidRate ?? 0);
  });

  it('takes all of two resources where it divides between them, and prices both', async () => {
    const { resources } = await search(scarce());
    const priced = resources.filter(({ elasticity }) => elasticity > 0);
    expect(priced.map(({ id }) => id)).toEqual(['lut', 'bram']);
    for (const { use } of priced) expect(use).toBeCloseTo(1, 9);
    expect(priced.reduce((sum, { elasticity }) => sum + elasticity, 0)).toBeCloseTo(1, 9);
  });

  it('prices a resource by what a little more of it brings', async () => {
    const fill = 0.3;
    const rate = async (share: number): Promise<OptimizeResult> =>
      searchOver(withSettings(scenarioOf('default'), { 'fill[bram]': share }), {
        over: ['log2_cycles=22'],
      });
    const [before, after] = [await rate(fill), await rate(fill * 1.0001)];
    const segment = ({ best }: OptimizeResult): number =>
      Number(best?.figures.find(({ name }) => name === 'segment_rate')?.value);
    const bram = (result: OptimizeResult) => result.resources.find(({ id }) => id === 'bram');
    const gained = segment(after) - segment(before);
    const more = (bram(after)?.usable ?? NaN) - (bram(before)?.usable ?? NaN);
    expect(gained / more / (bram(before)?.price ?? NaN)).toBeCloseTo(1, 2);
  });

  it('adds up to what the model says of the resources', async () => {
    const { mix, resources, best } = await search(scarce());
    const emulation = evaluated(scenarioOf('default'));
    const segment = Number(best?.figures.find(({ name }) => name === 'segment_rate')?.value);
    for (const { id, usable, use } of resources) {
      const units = mix.flatMap((entry) =>
        entry.units.map(({ resources: taken }) => taken[id] ?? 0),
      );
      const cores = (emulation?.number('emulate', id) ?? NaN) * segment;
      const total = units.reduce((sum, taken) => sum + taken, 0) + cores;
      expect(total).toBeCloseTo(use * usable, 4);
    }
  });

  it('leaves the units of the scenario where memory limits anyway', async () => {
    const scenario = withSettings(scenarioOf('default'), { on_chip_fusion: 0 });
    const { mix, best, resources } = await search(scenario);
    expect(best?.figures.find(({ name }) => name === 'prove_bound')?.element).toBe('memory');
    for (const { own, units } of mix) expect(units.map(({ unit }) => unit)).toEqual([own]);
    expect(resources.every(({ price }) => price === 0)).toBe(true);
  });

  it('changes no unit for what it spares of a resource that is not scarce', async () => {
    // The multiplier of four stages differs from that of seven by its flip-flops only.
    const { mix, resources } = await search(scenarioOf('default', { prover: 'binius-m3-petravm' }));
    expect(resources.find(({ id }) => id === 'ff')?.elasticity).toBe(0);
    const units = mix.find(({ operation }) => operation === 'gf128_tower_mul')?.units;
    expect(units?.map(({ unit }) => unit)).toEqual(['gf128-tower-mul']);
    const changed = mix.find(({ operation }) => operation === 'gf128_mul')?.units;
    expect(changed?.map(({ unit }) => unit)).toEqual(['gf128-mul-ghash-leaf8']);
  });

  it('keeps a unit that the scenario names', async () => {
    const scenario = scenarioOf('default', { units: { gf128_mul: 'gf128-mul-polyval' } });
    const { mix } = await search(scenario);
    const units = mix.find(({ operation }) => operation === 'gf128_mul')?.units;
    expect(units?.map(({ unit }) => unit)).toEqual(['gf128-mul-polyval']);
  });

  it('never makes a design worse', async () => {
    for (const id of ['default', 'cloud-f2', 'small-board']) {
      const scenario = scenarioOf(id);
      const own = await searchOver(scenario, { mix: false, over: ['log_inv_rate=1,2'] });
      const mixed = await searchOver(scenario, { over: ['log_inv_rate=1,2'] });
      expect(mixed.best?.objective).toBeLessThanOrEqual(own.best?.objective ?? NaN);
    }
  });

  it('lets a device without block RAM keep its tables in LUTs', async () => {
    const scenario = withSettings(scenarioOf('default'), { 'fill[bram]': 0 });
    expect(evaluated(scenario)).toBeUndefined();
    const { own, best, mix, warnings } = await search(scenario);
    expect(own).toBeNull();
    expect(warnings.map(({ code }) => code)).toContain('own-problem');
    expect(best?.objective).toBeGreaterThan(0);
    const tables = mix.find(({ operation }) => operation === 'lut512')?.units;
    expect(tables?.map(({ unit }) => unit)).toEqual(['lut512-lutram']);
  });
});

describe('the design with whole units', () => {
  it('fits, keeps up with its rate, and is no faster than the fluid one', async () => {
    const { integer, mix, best } = await search(scarce());
    expect(integer?.status).toBe('optimal');
    expect(integer?.gap).toBeGreaterThanOrEqual(0);
    expect(integer?.gap).toBeLessThan(0.1);
    for (const use of Object.values(integer?.use ?? {})) expect(use).toBeLessThanOrEqual(1 + 1e-9);
    expect(integer?.objective).toBeGreaterThanOrEqual(best?.objective ?? NaN);
    // Rounding the fluid mix up can not take fewer of a unit that is used alone.
    for (const { operation, units } of mix) {
      const [only] = units;
      if (only === undefined || units.length > 1) continue;
      const whole = integer?.units.filter((entry) => entry.operation === operation) ?? [];
      if (whole.length !== 1 || whole[0]?.unit !== only.unit) continue;
      const needed = only.count * ((integer?.rate ?? NaN) / (integer?.fluidRate ?? NaN));
      expect(whole[0]?.count).toBeGreaterThanOrEqual(Math.ceil(needed - 1e-6));
      expect(whole[0]?.count).toBeLessThanOrEqual(Math.ceil(needed) + 1);
    }
  });

  it('needs time-sharing where not one unit of each operation fits', async () => {
    // A hobbyist's board has no room for a hash core that is unrolled.
    const scenario = scenarioOf('small-board', { units: { sha256_block: 'sha256-unrolled' } });
    const { integer } = await searchOver(scenario, { over: ['log2_cycles=17'] });
    expect(integer).toMatchObject({ status: 'none', rate: 0, gap: 1, objective: null, units: [] });
  });
});
