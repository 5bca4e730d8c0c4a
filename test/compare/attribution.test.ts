import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/compare/side.ts';
import type { Comparison } from '../../src/compare/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { attributions, comparison, log10Ratio, partOf, scenario, side, total } from './support.ts';

/** Shapley values straight from the definition: all orders, every mixture evaluated as a scenario. */
function byAllOrders(names: readonly string[], make: (made: ReadonlySet<string>) => Scenario) {
  const known = new Map<string, number>();
  const value = (made: readonly string[]): number => {
    const key = [...made].sort().join();
    const found = known.get(key) ?? log10Ratio(make(new Set(made)));
    known.set(key, found);
    return found;
  };
  const orders = (rest: readonly string[]): string[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((first) =>
          orders(rest.filter((name) => name !== first)).map((order) => [first, ...order]),
        );
  const all = orders(names);
  return Object.fromEntries(
    names.map((name) => {
      const gains = all.map((order) => {
        const before = order.slice(0, order.indexOf(name));
        return value([...before, name]) - value(before);
      });
      return [name, gains.reduce((sum, gain) => sum + gain, 0) / gains.length];
    }),
  );
}

function numberIn({ result }: Side, name: string): number {
  const value = result.quantities.find((figure) => figure.name === name)?.value;
  return typeof value === 'number' ? value : NaN;
}

/** Settings that move the ratio in ways that do not add up: they change what binds. */
const SETTINGS = {
  unit_busy: 0.3,
  wrapper: 1.5,
  memory_efficiency: 0.05,
  on_chip_fusion: 0.55,
  host_bytes_per_cycle: 100,
};

describe('the attribution to inputs', () => {
  it('is that of all orders, with every mixture evaluated as a scenario of its own', () => {
    const reference = byAllOrders(Object.keys(SETTINGS), (made) =>
      scenario(
        'default',
        {},
        Object.fromEntries(Object.entries(SETTINGS).filter(([name]) => made.has(name))),
      ),
    );
    const found = attributions(side(scenario('default')), side(scenario('default', {}, SETTINGS)));
    const byInput = found.byInput?.attribution;
    expect(byInput?.method).toBe('exact');
    expect(byInput?.parts).toHaveLength(Object.keys(SETTINGS).length);
    for (const [name, value] of Object.entries(reference)) {
      expect(partOf(byInput, name)).toBeCloseTo(value, 10);
    }
    // The case would show nothing if the parts were those of changing one at a time.
    const alone = log10Ratio(scenario('default', {}, { unit_busy: 0.3 }));
    expect(partOf(byInput, 'unit_busy')).not.toBeCloseTo(
      alone - log10Ratio(scenario('default')),
      3,
    );
  });

  it('sums to the change of the ratio, and of each of its sides, whatever is changed', () => {
    const a = side(scenario('default'));
    const changes = fc.record(
      {
        unit_busy: fc.double({ min: 0.2, max: 0.95, noNaN: true }),
        'fill.lut': fc.double({ min: 0.3, max: 0.95, noNaN: true }),
        wrapper: fc.double({ min: 0, max: 2, noNaN: true }),
        tile_memory_size: fc.integer({ min: 4, max: 256 }),
        memory_efficiency: fc.double({ min: 0.01, max: 1, noNaN: true }),
        log2_cycles: fc.integer({ min: 16, max: 24 }),
        words_per_cycle: fc.integer({ min: 4, max: 64 }),
        ops: fc.constant(1),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(changes, ({ ops, ...set }) => {
        // A value set over a formula takes the place of all that the formula rests on.
        const more: Record<string, number> = ops === undefined ? {} : { 'ops.word_op': 40 };
        const b = side(scenario('default', {}, { ...set, ...more }));
        const found = attributions(a, b).byInput?.attribution;
        const changeOf = (name: string): number =>
          Math.log10(numberIn(b, name) / numberIn(a, name));
        const parts = (which: 'native' | 'proved'): number =>
          (found?.parts ?? []).reduce((sum, part) => sum + (part[which] ?? NaN), 0);
        expect(total(found)).toBeCloseTo(changeOf('reading_value[overhead]'), 9);
        expect(parts('native')).toBeCloseTo(changeOf('native_rate'), 9);
        expect(parts('proved')).toBeCloseTo(changeOf('proved_rate'), 9);
      }),
      { numRuns: 25 },
    );
  });

  it('reaches through provers that have nothing in common but the equations above them', async () => {
    const b = scenario('default', { prover: 'binius-m3-petravm' }, { host_bandwidth: '12 GB/s' });
    const result = await comparison(side(scenario('default')), side(b));
    expect(total(result.byInput)).toBeCloseTo(result.ratio.log10 ?? NaN, 9);
    const names = result.byInput?.parts.map(({ name }) => name);
    expect(names).toContain('need[lut]');
    expect(names).not.toContain('words_per_cycle');
    expect(result.inputs.find(({ name }) => name === 'words_per_cycle')?.differs).toBe('only-a');
  });

  it('samples orders where there are too many differences, and states the error', () => {
    const b = scenario(
      'prototyping',
      { core: 'serv-tile', prover: 'binius64-rv-universal' },
      { unit_busy: 0.5, wrapper: 0.5 },
    );
    const [one, other] = [side(scenario('default')), side(b)];
    const found = attributions(one, other).byInput?.attribution;
    expect(found?.method).toBe('sampled');
    const change = Math.log10(
      (other.result.verdict.value ?? NaN) / (one.result.verdict.value ?? NaN),
    );
    expect(total(found)).toBeCloseTo(change, 9);
    expect(found?.leftOut).toBe(0);
    expect(found?.parts.every((part) => (part.standardError ?? NaN) < 0.02)).toBe(true);
    // With neither memory the prover has no rate: the two only go together.
    expect(found?.parts.map(({ name }) => name)).toContain('ddr_bandwidth + hbm_bandwidth');
  });
});

describe('the attribution to choices', () => {
  it('is that of all orders of evaluated scenarios', async () => {
    const choices = {
      core: { core: 'serv-tile' },
      aggregation: { aggregation: 'none' as const },
      prover: { prover: 'binius64-rv-universal' },
    };
    const make = (made: ReadonlySet<string>): Scenario =>
      scenario(
        'default',
        Object.assign(
          {},
          ...Object.entries(choices).map(([name, change]) => (made.has(name) ? change : {})),
        ),
        made.has('set.unit_busy') ? { unit_busy: 0.5 } : {},
      );
    const names = [...Object.keys(choices), 'set.unit_busy'];
    const reference = byAllOrders(names, make);
    const result = await comparison(side(make(new Set())), side(make(new Set(names))), 64);
    expect(result.byChoice).toMatchObject({ method: 'exact', evaluations: 16 });
    for (const [name, value] of Object.entries(reference)) {
      expect(partOf(result.byChoice, name)).toBeCloseTo(value, 10);
    }
    expect(total(result.byChoice)).toBeCloseTo(result.ratio.log10 ?? NaN, 10);
  });

  it('joins a platform with the setting without which it can not be evaluated', async () => {
    const a = side(scenario('default'));
    const result = await comparison(a, side(scenario('small-board')), 64);
    const names = result.byChoice?.parts.map(({ name }) => name);
    expect(names).toContain('platform + set.host_bandwidth');
    expect(result.notes.map(({ code }) => code)).toContain('ONLY_TOGETHER');
  });

  it('lets settings and units that one prover knows alone go with the prover', async () => {
    const b = scenario(
      'default',
      { prover: 'binius-m3-petravm', units: { gf32_mul: 'gf32-tower-mul-4lut' } },
      { host_bandwidth: '12 GB/s', flushes_per_cycle: 20 },
    );
    const units = side(scenario('default', { prover: 'binius-m3-petravm' })).result.scenario.rows;
    const unit = units['unit.gf32_mul']?.replace('units:', '') ?? '';
    const known = { ...b, units: { gf32_mul: unit } };
    const result = await comparison(side(scenario('default')), side(known), 64);
    expect(result.choices.map(({ name }) => name)).toEqual(['prover', 'set.host_bandwidth']);
    expect(total(result.byChoice)).toBeCloseTo(result.ratio.log10 ?? NaN, 10);
  });

  it('takes a setting of all elements for one choice, and the last setting of an element', async () => {
    const a = scenario('default', {}, { 'fill.lut': 0.6 });
    const b = scenario('default', { core: 'serv-tile' }, { fill: 0.6, 'fill.bram': 0.5 });
    const result = await comparison(side(a), side(b), 64);
    expect(result.choices.map(({ name }) => name)).toEqual(['core', 'set.fill.bram', 'set.fill']);
    expect(total(result.byChoice)).toBeCloseTo(result.ratio.log10 ?? NaN, 10);
  });

  it('is not shown where there is one choice only', async () => {
    const result = await comparison(side(scenario('default')), side(scenario('cloud-f2')), 64);
    expect(result.byChoice).toBeNull();
    expect(result.choices.map(({ name }) => name)).toEqual(['platform']);
  });
});

describe('swapping the sides', () => {
  const cases: [string, Scenario, Scenario][] = [
    ['boards', scenario('default'), scenario('small-board')],
    ['provers', scenario('cloud-f2'), scenario('default', { prover: 'binius64-rv-universal' })],
    [
      'many differences',
      scenario('default'),
      scenario('prototyping', { core: 'serv-tile', prover: 'binius64-rv-universal' }),
    ],
  ];
  it.each(cases)('mirrors everything: %s', async (_, one, other) => {
    const there = await comparison(side(one), side(other), 1024);
    const back = await comparison(side(other), side(one), 1024);
    expect(back.ratio.log10).toBeCloseTo(-(there.ratio.log10 ?? NaN), 12);
    for (const key of ['byChoice', 'byInput'] as const) {
      const parts = (result: Comparison): string[] =>
        (result[key]?.parts ?? []).map(({ names }) => [...names].sort().join()).sort();
      expect(parts(back)).toEqual(parts(there));
      for (const part of there[key]?.parts ?? []) {
        expect(partOf(back[key], part.name)).toBeCloseTo(-part.log10, 9);
      }
    }
    // The same draws, seen from the other side.
    expect(back.noise?.below.value).toBe(there.noise?.above.value);
    expect(back.noise?.passes.a.value).toBe(there.noise?.passes.b.value);
    expect(back.noise?.band.p95).toBeCloseTo(-(there.noise?.band.p05 ?? NaN), 3);
    expect(back.noise?.band.holdsZero).toBe(there.noise?.band.holdsZero);
  });
});

describe('a comparison with itself', () => {
  it('finds no difference', async () => {
    const result = await comparison(side(scenario('cloud-f2')), side(scenario('cloud-f2')));
    expect(result.summary).toHaveLength(1);
    expect(result.summary[0]).toMatch(/^There is no difference/);
    expect(result).toMatchObject({
      choices: [],
      inputs: [],
      files: [],
      byInput: null,
      noise: null,
    });
    expect(result.ratio.log10).toBe(0);
  });
});
