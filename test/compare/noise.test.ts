import { describe, expect, it } from 'vitest';
import { doubtOfNumbers, doubtOfScenario, type DoubtOfSide } from '../../src/compare/doubtOf.ts';
import { noiseOf } from '../../src/compare/noise.ts';
import { pair } from '../../src/compare/paired.ts';
import { pairOfSides, studiedKeys } from '../../src/compare/pairOfSides.ts';
import { quantile } from '../../src/studies/distributions/quantile.ts';
import { quantiles } from '../../src/studies/statistics/quantiles.ts';
import type { Distribution } from '../../src/studies/types.ts';
import { builtin } from '../support/loadScenario.ts';
import { comparison, scenario, side } from './support.ts';

/** log10 is normal with this standard deviation. */
const lognormal = (median: number, decades: number): Distribution => ({
  kind: 'lognormal',
  median,
  sigma: decades * Math.log(10),
});

/** A side whose ratio is the product of its inputs, and passes up to 1. */
function product(
  inputs: Readonly<Record<string, Distribution>>,
  correlation?: DoubtOfSide['correlation'],
  fact: string | undefined = 'test',
): DoubtOfSide {
  const names = Object.keys(inputs);
  return {
    model: {
      inputs: names,
      outputs: ['ratio', 'passes'],
      columns: (columns, [ratio, passes], from, to) => {
        for (let row = from; row < to; row++) {
          const value = columns.reduce((x, column) => x * (column[row] ?? NaN), 1);
          if (ratio !== undefined) ratio[row] = value;
          if (passes !== undefined) passes[row] = Number(value <= 1);
        }
        return 0;
      },
    },
    wanted: [0, 1],
    inputs: Object.entries(inputs).map(([name, distribution]) => ({
      name,
      distribution,
      base: 1,
      fact,
    })),
    correlation,
  };
}

/** The same with its `x` about something. */
const apart = (side: DoubtOfSide, fact: string): DoubtOfSide => ({
  ...side,
  inputs: side.inputs.map((input) => (input.name === 'x' ? { ...input, fact } : input)),
});

const draw = (a: DoubtOfSide, b: DoubtOfSide) => noiseOf([a, b], { samples: 32_768, seed: 0 });

/** 95 % quantile of the standard normal distribution. */
const Z95 = 1.6448536269514722;

describe('noiseOf', () => {
  it('draws once what both sides share, so that it cancels in the ratio', async () => {
    const shared = lognormal(1, 0.5);
    const noise = await draw(
      product({ x: lognormal(2, 0.1), shared }),
      product({ y: lognormal(3, 0.2), shared }),
    );
    expect(noise).toMatchObject({ shared: 1, onlyA: 1, onlyB: 1, notFinite: 0 });
    // log10(B / A) is normal about log10(3 / 2), with the two variances of x and nothing else.
    const sd = Math.hypot(0.1, 0.2);
    const centre = Math.log10(3 / 2);
    expect(noise?.band.p05).toBeCloseTo(centre - Z95 * sd, 2);
    expect(noise?.band.p95).toBeCloseTo(centre + Z95 * sd, 2);
    expect(noise?.band.holdsZero).toBe(true);
    // P(B < A) = Phi(-centre / sd) = Phi(-0.78751) = 0.21550 (R: pnorm).
    expect(noise?.below.value).toBeCloseTo(0.2155, 2);
    expect((noise?.below.value ?? 0) + (noise?.above.value ?? 0)).toBeCloseTo(1, 9);
    const { a, b, difference } = noise?.passes ?? {};
    expect(difference?.value).toBeCloseTo((b?.value ?? NaN) - (a?.value ?? NaN), 9);
  });

  it('draws one input of both sides once, whatever is said of it, so that its change is seen', async () => {
    for (const fact of ['test', undefined]) {
      const noise = await draw(
        product({ x: lognormal(1, 0.3) }),
        product({ x: lognormal(1.5, 0.2) }, undefined, fact),
      );
      expect(noise).toMatchObject({ shared: 1, onlyA: 0, onlyB: 0 });
      // At the same quantile: log10(1.5) and the difference of the two deviations, 0.1.
      expect(noise?.band.p05).toBeCloseTo(Math.log10(1.5) - Z95 * 0.1, 2);
      expect(noise?.band.p95).toBeCloseTo(Math.log10(1.5) + Z95 * 0.1, 2);
    }
    const moved = await draw(
      product({ x: lognormal(1, 0.3) }),
      product({ x: lognormal(1.1, 0.3) }),
    );
    expect(moved?.band).toMatchObject({ holdsZero: false });
  });

  it('draws apart what is about different things', async () => {
    const other = product({ x: lognormal(1, 0.3) }, undefined, 'another core');
    const noise = await draw(product({ x: lognormal(1, 0.3) }), other);
    expect(noise).toMatchObject({ shared: 0, onlyA: 1, onlyB: 1 });
    expect(noise?.band.p95).toBeGreaterThan(0.4);
  });

  it('takes a number that was saved for the number that it is', async () => {
    const noise = await draw(
      product({ x: lognormal(1, 0.3) }),
      product({ x: lognormal(1 + 1e-14, 0.3) }),
    );
    expect(noise).toMatchObject({ shared: 1, onlyA: 0, onlyB: 0 });
  });

  it('calls a change without doubt beyond the noise, and none at all inside it', async () => {
    const shared = lognormal(1, 0.5);
    const fixed = (factor: number): DoubtOfSide => {
      const of = product({ shared });
      return {
        ...of,
        model: {
          ...of.model,
          columns: (columns, outputs, from, to) => {
            of.model.columns(columns, outputs, from, to);
            for (let row = from; row < to; row++) {
              const ratio = outputs[0] as Float64Array;
              ratio[row] = (ratio[row] ?? NaN) * factor;
            }
            return 0;
          },
        },
      };
    };
    const changed = await draw(fixed(1), fixed(1.001));
    expect(changed?.band.holdsZero).toBe(false);
    expect(changed?.above.value).toBe(1);
    const same = await draw(fixed(1), fixed(1));
    expect(same?.band).toEqual({ p05: 0, p95: 0, holdsZero: true });
    expect([same?.below.value, same?.above.value]).toEqual([0, 0]);
  });

  it('keeps correlations on each side, and what is shared shared', async () => {
    const rho = 0.8;
    const correlation = {
      inputs: ['x', 'shared'],
      matrix: [
        [1, rho],
        [rho, 1],
      ],
    };
    const shared = lognormal(1, 0.3);
    const noise = await draw(
      apart(product({ x: lognormal(1, 0.2), shared }, correlation), 'one core'),
      apart(product({ x: lognormal(2, 0.2), shared }, correlation), 'another core'),
    );
    expect(noise).toMatchObject({ shared: 1, onlyA: 1, onlyB: 1 });
    // Given what is shared, both x are independent with a variance of 1 - rho^2.
    const sd = Math.sqrt(2 * (1 - rho ** 2)) * 0.2;
    expect(noise?.band.p05).toBeCloseTo(Math.log10(2) - Z95 * sd, 2);
    expect(noise?.band.p95).toBeCloseTo(Math.log10(2) + Z95 * sd, 2);
  });

  it('gives nothing where no draw has a ratio, and counts those that have none', async () => {
    const none = product({ x: { kind: 'uniform', low: -2, high: -1 } });
    expect(await draw(product({ x: lognormal(1, 0.1) }), none)).toBeNull();
    const some = product({ x: { kind: 'uniform', low: -1, high: 3 } });
    const noise = await draw(product({ y: lognormal(1, 0.1) }), some);
    expect((noise?.notFinite ?? 0) / (noise?.samples ?? 1)).toBeCloseTo(0.25, 2);
    expect(Number.isFinite(noise?.band.p05)).toBe(true);
  });
});

describe('the noise of scenarios', () => {
  it('is that of a plain simulation with its own random numbers', async () => {
    const sides = [side(scenario('default')), side(scenario('prototyping'))] as const;
    const noise = (await comparison(...sides, 32_768)).noise;
    const doubts = sides.map((one) => doubtOfScenario(builtin(), one.scenario, studiedKeys(one)));
    const rows = 20_000;
    // A multiplicative congruential generator (Park and Miller 1988), good enough to be independent.
    let state = 12_345;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const drawn = new Map<string, Float64Array>();
    const [ours = [], theirs = []] = doubts.map(({ model, inputs, wanted }) => {
      const columns = inputs.map((input) => {
        const fact = input.fact ?? doubts[0]?.inputs.find(({ name }) => name === input.name)?.fact;
        const key = JSON.stringify([input.name, fact]);
        const uniform = drawn.get(key) ?? Float64Array.from({ length: rows }, () => random());
        drawn.set(key, uniform);
        return uniform.map(quantile(input.distribution));
      });
      const outputs = model.outputs.map(() => new Float64Array(rows));
      model.columns(columns, outputs, 0, rows);
      return wanted.map((place) => outputs[place] ?? new Float64Array(0));
    });
    const change = (theirs[0] as Float64Array).map((b, k) => Math.log10(b / (ours[0]?.[k] ?? NaN)));
    const passes = (theirs[1] as Float64Array).reduce((sum, pass) => sum + pass, 0);
    const [p05 = NaN, median = NaN, p95 = NaN] = quantiles(change, [0.05, 0.5, 0.95]);
    // 20,000 draws know these quantiles to about 0.004.
    expect(noise?.band.p05).toBeCloseTo(p05, 1.5);
    expect(noise?.band.p95).toBeCloseTo(p95, 1.5);
    expect(noise?.quantiles.find(({ probability }) => probability === 0.5)?.value).toBeCloseTo(
      median,
      1.8,
    );
    expect(noise?.passes.b.value).toBeCloseTo(passes / rows, 2);
  });

  it('shares discrete choices too', async () => {
    const choices = { core: { 'vexriscv-full-no-cache': 1, 'serv-tile': 1 } };
    const one = { ...scenario('default'), choices };
    const other = { ...scenario('default', {}, { unit_busy: 0.5 }), choices };
    const [a, b] = [one, other].map((of) =>
      doubtOfScenario(builtin(), of, ['reading_value[overhead]']),
    );
    const joint = pair([a as DoubtOfSide, b as DoubtOfSide]);
    const chosen = [...joint.owners].filter(([id]) => id.startsWith('choose.core'));
    expect(chosen.map(([, owners]) => owners.size)).toEqual([2]);
    const { noise, choices: differ } = await comparison(side(one), side(other), 2048);
    expect(differ.map(({ name }) => name)).toEqual(['set.unit_busy']);
    // A core drawn apart would move the ratio by a factor of 18 either way.
    expect(noise?.band.p95).toBeLessThan(0.5);
  });

  it('is the same from the numbers of a result as from its scenario, but for other cores', () => {
    const one = side(scenario('default'));
    const { numbers } = pairOfSides(builtin(), one, one);
    const keys = studiedKeys(one);
    const [saved, fresh] = [
      doubtOfNumbers(builtin(), numbers[0] as NonNullable<(typeof numbers)[0]>, keys),
      doubtOfScenario(builtin(), one.scenario, keys),
    ];
    const names = new Set(saved.inputs.map(({ name }) => name));
    const others = fresh.inputs.map(({ name }) => name).filter((name) => !names.has(name));
    expect(fresh.inputs).toHaveLength(names.size + others.length);
    // What a saved result does not hold: figures of the cores that it has to pass against, and what
    // these are reckoned with.
    const reckoned = ['dhrystone_instructions', 'ff_per_lut'];
    expect(others.filter((name) => !name.includes('@')).sort()).toEqual(reckoned);
    const joint = pair([saved, fresh]);
    expect([...joint.owners.values()].filter((owners) => owners.size === 2)).toHaveLength(
      names.size,
    );
    const rows = 256;
    const columns = joint.inputs.map((_, i) =>
      Float64Array.from(
        { length: rows },
        (_unused, row) => ((row + 0.5) * (i * 2 + 1) * 0.618) % 1,
      ),
    );
    const outputs = joint.model.outputs.map(() => new Float64Array(rows));
    joint.model.columns(columns, outputs, 0, rows);
    joint.places[0]?.forEach((place, k) => {
      if (keys[k]?.startsWith('passes') === true) return;
      expect(outputs[place]).toEqual(outputs[joint.places[1]?.[k] ?? NaN]);
    });
  });

  it('sees that a setting to the same value changes nothing, and to another one does', async () => {
    const bandTo = async (busy: number) => {
      const [a, b] = [scenario('default'), scenario('default', {}, { unit_busy: busy })];
      return (await comparison(side(a), side(b), 2048)).noise;
    };
    const same = await bandTo(0.7);
    expect(same).toMatchObject({ onlyA: 0, onlyB: 0, band: { holdsZero: true } });
    // Drawn apart, the band would be from 0.68 to 1.51: 0.35 wide.
    expect((same?.band.p95 ?? NaN) - (same?.band.p05 ?? NaN)).toBeLessThan(0.15);
    expect((await bandTo(0.9))?.band.holdsZero).toBe(false);
  });

  it('says of each part whether its own doubt could undo it', async () => {
    const a = side(scenario('default'));
    const b = side(scenario('default', {}, { unit_busy: 0.69, imul_per_cycle: 3 }));
    const { byInput } = await comparison(a, b, 256);
    const noiseOfPart = (name: string) => byInput?.parts.find((part) => part.name === name)?.noise;
    expect(noiseOfPart('unit_busy')?.holdsZero).toBe(true);
    expect(noiseOfPart('imul_per_cycle')?.holdsZero).toBe(false);
    for (const { log10, noise } of byInput?.parts ?? []) {
      expect(noise?.p05).toBeLessThanOrEqual(log10 + 0.05);
      expect(noise?.p95).toBeGreaterThanOrEqual(log10 - 0.05);
    }
  });
});
