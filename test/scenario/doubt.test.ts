import { describe, expect, it } from 'vitest';
import { completeScenario } from '../../src/scenario/complete.ts';
import { joinChoices } from '../../src/scenario/joinChoices.ts';
import { InputError } from '../../src/issues/issue.ts';
import type { ScenarioSource } from '../../src/scenario/source.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { firstVariant, variantsOf } from '../../src/scenario/variants.ts';
import { loadScenario } from '../support/loadScenario.ts';

const source = (own: Partial<ScenarioSource>): ScenarioSource => ({
  scenario: 'own',
  title: 'Own',
  core: 'c',
  prover: 'p',
  device: 'd',
  ...own,
});
const complete = (...chain: Partial<ScenarioSource>[]): Scenario => {
  const sources = chain.map((own, i): ScenarioSource => ({
    ...(i === chain.length - 1 ? source({}) : { title: 'x' }),
    ...own,
    scenario: `s${i}`,
    ...(i === chain.length - 1 ? {} : { extends: `s${i + 1}` }),
  }));
  const [first] = sources;
  if (first === undefined) throw new Error('no scenario');
  return completeScenario(first, new Map(sources.map((one) => [one.scenario, one])));
};
const choices = (...chain: Partial<ScenarioSource>[]) => complete(...chain).choices;

describe('choices of a chain of scenarios', () => {
  it('are names, as likely as each other, or weights', () => {
    expect(choices({ choose: { core: ['a', 'b'], 'unit.mul': { u: 3, v: 1 } } }, {})).toEqual({
      core: { a: 1, b: 1 },
      'unit.mul': { u: 3, v: 1 },
    });
    expect(complete({}).choices).toBeUndefined();
  });

  it('win over those of what is extended, choice by choice', () => {
    const base = { choose: { core: ['a', 'b'], prover: ['p', 'q'] }, core: 'a' };
    expect(choices({ choose: { core: ['x', 'y'] } }, { ...base, prover: 'p' })).toEqual({
      core: { x: 1, y: 1 },
      prover: { p: 1, q: 1 },
    });
  });

  it.each([
    [{ core: 'z' }, ['platform', 'unit.mul']],
    [{ device: 'z' }, ['core', 'unit.mul']],
    [{ platform: 'z' }, ['core', 'unit.mul']],
    [{ units: { mul: 'z' } }, ['core', 'platform']],
    [{ choose: { device: ['z'] } }, ['core', 'unit.mul', 'device']],
    [{ reading: 'literal' as const }, ['core', 'platform', 'unit.mul']],
  ])('end where %j is said without doubt', (own, left) => {
    const inherited = {
      core: { a: 1, b: 1 },
      platform: { s: 1, t: 1 },
      'unit.mul': { u: 1, v: 1 },
    };
    const base = { title: 'b', choose: inherited };
    const root = { core: 'c', prover: 'p' };
    expect(Object.keys(choices(own, base, root) ?? {}).sort()).toEqual([...left].sort());
  });

  it('begin with what is named beside them', () => {
    const found = choices({ core: 'b', choose: { core: { a: 2, b: 5 } } }, {});
    expect(Object.entries(found?.['core'] ?? {})).toEqual([
      ['b', 5],
      ['a', 2],
    ]);
  });

  it.each([
    [{ core: 'z', choose: { core: ['a', 'b'] } }, 'not-among'],
    [{ choose: { platform: ['a'], device: ['b'] } }, 'two-places'],
  ])('refuse %j: %s', (own, code) => {
    expect(() => complete(own, {})).toThrow(InputError);
    try {
      complete(own, {});
    } catch (error) {
      expect((error as InputError).issues).toMatchObject([{ code }]);
    }
  });

  it('change none of what they are joined from', () => {
    const inherited = { core: { a: 1 } };
    joinChoices(inherited, { core: 'b' }, { core: { a: 1, b: 1 } });
    expect(inherited).toEqual({ core: { a: 1 } });
  });
});

describe('correlations of a chain of scenarios', () => {
  const pair = (a: string, b: string, value: number) => ({ between: [a, b], value });
  it('win over the same pair of what is extended, in either order', () => {
    const { correlations } = complete(
      { correlate: [pair('y', 'x', 0.5)] },
      { correlate: [pair('x', 'y', 0.1), { ...pair('x', 'z', 0.2), source: 'paper' }] },
    );
    expect(correlations).toEqual([
      { between: ['y', 'x'], value: 0.5, source: 'scenario s0' },
      { between: ['x', 'z'], value: 0.2, source: 'paper' },
    ]);
  });
});

describe('variants', () => {
  it('are all combinations, the last choice changing fastest; the first stands', () => {
    const scenario = complete({ choose: { core: ['a', 'b'], 'unit.mul': ['u', 'v'] } }, {});
    const variants = variantsOf(scenario);
    expect(variants.map(({ labels }) => labels.join())).toEqual(['a,u', 'a,v', 'b,u', 'b,v']);
    expect(variants[3]?.scenario).toMatchObject({ core: 'b', units: { mul: 'v' } });
    expect(firstVariant(scenario)).toMatchObject({ core: 'a', units: { mul: 'u' } });
  });

  it('are not more than a study can do', () => {
    const many = Array.from({ length: 17 }, (_, i) => `c${i}`);
    const scenario = complete({ choose: { core: many, prover: many } }, {});
    expect(() => variantsOf(scenario)).toThrow('too many combinations');
  });
});

describe('a distribution that is set', () => {
  const { evaluate } = loadScenario();
  it.each([
    ['unit_busy', 'pert(0.5, 0.75, 0.9)', 0.75],
    ['unit_busy', 'uniform(50 %, 0.9)', 0.7],
    ['reference_clock', 'lognormal_range(0.2 GHz, 200 MHz + 1)', undefined],
    ['reference_clock', 'loguniform(100 MHz, 0.4 GHz)', 200e6],
    ['reference_clock', ' choice(250, 300 MHz) ', 250e6],
    ['unit_busy', 'truncated(normal(0.8, 0.1), 0.2, 1)', undefined],
  ])('%s = %s stands for its centre where there is no doubt', (name, text, centre) => {
    let found: number | undefined;
    try {
      found = evaluate({ [name]: text }).number(name);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
    if (centre !== undefined) expect(found).toBeCloseTo(centre, 6);
    else if (text.startsWith('truncated')) expect(found).toBeCloseTo(0.79, 1);
    else expect(found).toBeUndefined();
  });

  it.each([
    ['unit_busy', 'normal(0.8, 0.1)', 'out-of-domain'],
    ['unit_busy', 'uniform(0, 1.1)', 'out-of-domain'],
    ['unit_busy', 'uniform(-0.1, 1)', 'out-of-domain'],
    ['unit_busy', 'uniform(NaN, 1)', 'not-a-number'],
    ['unit_busy', 'uniform(0.9, 0.1)', 'bad-distribution'],
    ['unit_busy', 'unifrom(0.1, 0.9)', 'unknown-distribution'],
    ['unit_busy', 'choice()', 'bad-distribution'],
    ['reference_clock', 'uniform(200 MHz, 300 MB)', 'dimension-mismatch'],
    ['overhead_limit', 'uniform(1, 2)', 'not-settable'],
    [
      'unit_busy',
      `${'truncated('.repeat(20)}uniform(0.1,0.9)${',0.1,0.9)'.repeat(20)}`,
      'bad-distribution',
    ],
    ['unit_busy', `choice(${'0.5,'.repeat(2_000_000)}0.5)`, 'bad-distribution'],
  ])('%s = %.40s is refused: %s', (name, text, code) => {
    expect.assertions(1);
    try {
      evaluate({ [name]: text });
    } catch (error) {
      expect((error as InputError).issues[0]?.code).toBe(code);
    }
  });
});
