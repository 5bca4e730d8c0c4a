import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../src/formula/parseUnit.ts';
import type { Unit } from '../../src/formula/unit.ts';
import { InputError, type Issue } from '../../src/issues/issue.ts';
import { completeScenario } from '../../src/scenario/complete.ts';
import { parseSetting } from '../../src/scenario/parseSetting.ts';
import { readScenario } from '../../src/scenario/readScenario.ts';
import type { ScenarioSource } from '../../src/scenario/source.ts';
import { builtin, loadScenario } from '../support/loadScenario.ts';

/** The issues that a piece of work throws. */
function issues(work: () => unknown): readonly Issue[] {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

function unit(text: string): Unit {
  const result = parseUnit(text);
  if (!result.ok) throw new Error(text);
  return result.unit;
}

const known = (...sources: ScenarioSource[]): ReadonlyMap<string, ScenarioSource> =>
  new Map(sources.map((source) => [source.scenario, source]));

const BASE: ScenarioSource = {
  scenario: 'base',
  title: 'Base',
  meaning: 'what it means',
  platform: 'card',
  core: 'small',
  prover: 'p',
  aggregation: 'recursive',
  units: { mul: 'mul-a', hash: 'hash-a' },
  set: {
    fill: 0.5,
    wrapper: { value: '30 %', low: 0.1, high: 0.4, stage: 'analytic', source: 'paper' },
  },
};

describe('completeScenario', () => {
  it('fills in what a scenario leaves open', () => {
    expect(
      completeScenario({ scenario: 's', title: 'S', device: 'd', core: 'c', prover: 'p' }, known()),
    ).toEqual({
      id: 's',
      title: 'S',
      meaning: '',
      device: 'd',
      core: 'c',
      prover: 'p',
      units: {},
      aggregation: 'none',
      reading: 'overhead',
      set: {},
    });
  });

  it('joins units and settings entry by entry; what a scenario says itself wins', () => {
    const own: ScenarioSource = {
      scenario: 'own',
      title: 'Own',
      extends: 'base',
      core: 'large',
      reading: 'literal',
      units: { hash: 'hash-b' },
      set: { fill: 0.6, dies: 2 },
    };
    expect(completeScenario(own, known(BASE))).toEqual({
      id: 'own',
      title: 'Own',
      meaning: '',
      platform: 'card',
      core: 'large',
      prover: 'p',
      units: { mul: 'mul-a', hash: 'hash-b' },
      aggregation: 'recursive',
      reading: 'literal',
      set: {
        fill: { value: 0.6, stage: 'assumed', source: 'scenario own' },
        wrapper: { value: '30 %', low: 0.1, high: 0.4, stage: 'analytic', source: 'paper' },
        dies: { value: 2, stage: 'assumed', source: 'scenario own' },
      },
    });
  });

  it('goes through a chain, the nearest first', () => {
    const middle: ScenarioSource = {
      scenario: 'middle',
      title: 'M',
      extends: 'base',
      core: 'm',
      set: { fill: 0.1 },
    };
    const last: ScenarioSource = { scenario: 'last', title: 'L', extends: 'middle', prover: 'q' };
    expect(completeScenario(last, known(BASE, middle))).toMatchObject({
      core: 'm',
      prover: 'q',
      platform: 'card',
      set: { fill: { value: 0.1, source: 'scenario middle' } },
    });
  });

  it('a device of its own drops the platform that it extends, and a platform the device', () => {
    const device = completeScenario(
      { scenario: 's', title: 'S', extends: 'base', device: 'd' },
      known(BASE),
    );
    expect([device.platform, device.device]).toEqual([undefined, 'd']);
    const bare: ScenarioSource = {
      scenario: 'bare',
      title: 'B',
      device: 'd',
      core: 'c',
      prover: 'p',
    };
    const platform = completeScenario(
      { scenario: 's', title: 'S', extends: 'bare', platform: 'card' },
      known(bare),
    );
    expect([platform.platform, platform.device]).toEqual(['card', undefined]);
  });

  it('changes neither its scenario nor the ones it extends', () => {
    const own: ScenarioSource = {
      scenario: 'own',
      title: 'O',
      extends: 'base',
      set: { fill: 0.9 },
      units: { mul: 'x' },
    };
    const before = JSON.stringify([own, BASE]);
    completeScenario(own, known(BASE));
    expect(JSON.stringify([own, BASE])).toBe(before);
  });

  it.each([
    ['an unknown scenario', 'bse', 'unknown-scenario', 'base'],
    ['a hostile name', '__proto__', 'unknown-scenario', undefined],
    ['a hostile name', 'constructor', 'unknown-scenario', undefined],
  ])('refuses to extend %s: %s', (_, name, code, suggestion) => {
    const [issue] = issues(() =>
      completeScenario({ scenario: 's', title: 'S', extends: name }, known(BASE)),
    );
    expect(issue).toMatchObject({ code, path: 'extends' });
    expect(issue?.suggestion).toBe(suggestion);
  });

  it('refuses circles of one, two and three', () => {
    for (const names of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
      const circle = names.map((scenario, i): ScenarioSource => ({
        ...BASE,
        scenario,
        extends: names[(i + 1) % names.length] ?? '',
      }));
      const [first] = circle;
      expect(issues(() => completeScenario(first ?? BASE, known(...circle)))).toMatchObject([
        {
          code: 'unknown-scenario',
          path: 'extends',
          message: expect.stringContaining('extends itself') as string,
        },
      ]);
    }
  });

  it('a scenario may have the name of the one that it extends', () => {
    expect(
      completeScenario(
        { scenario: 'base', title: 'Mine', extends: 'base', core: 'c' },
        known(BASE),
      ),
    ).toMatchObject({
      id: 'base',
      core: 'c',
      platform: 'card',
    });
  });

  it('refuses a chain without end', () => {
    const chain = Array.from({ length: 100 }, (_, i): ScenarioSource => ({
      ...BASE,
      scenario: `s${i}`,
      extends: `s${i + 1}`,
    }));
    const [first] = chain;
    expect(issues(() => completeScenario(first ?? BASE, known(...chain)))).toMatchObject([
      { path: 'extends' },
    ]);
  });

  it.each(['core', 'prover'] as const)('refuses a scenario without %s', (key) => {
    const parts = { device: 'd', core: 'c', prover: 'p' };
    const others = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== key));
    const source: ScenarioSource = { scenario: 's', title: 'S', ...others };
    expect(issues(() => completeScenario(source, known()))).toMatchObject([
      { code: 'incomplete', path: key },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'a setting called %s is refused, and does not vanish',
    (name) => {
      const set = JSON.parse(`{"${name}": 1}`) as Record<string, number>;
      const found = issues(() => loadScenario('default', { set }).evaluate());
      expect(found).toMatchObject([{ code: 'unknown-name' }]);
    },
  );
});

describe('readScenario', () => {
  const read = (text: string): readonly Issue[] =>
    issues(() => readScenario({ ok: true, text, sha256: '' }, 'mine.yaml'));

  it('refuses hostile keys wherever they stand', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      for (const text of [
        `scenario: s\ntitle: t\n${key}: x\n`,
        `scenario: s\ntitle: t\nset:\n  ${key}: 1\n`,
        `scenario: s\ntitle: t\nunits:\n  ${key}: x\n`,
      ]) {
        expect([text, read(text).length > 0]).toEqual([text, true]);
      }
    }
  });

  it('passes on what is wrong with the file', () => {
    const issue = { code: 'file-missing', message: 'there is no such file', file: 'mine.yaml' };
    expect(issues(() => readScenario({ ok: false, issues: [issue] }, 'mine.yaml'))).toEqual([
      issue,
    ]);
  });
});

describe('names in a scenario', () => {
  it.each([
    [{ platform: 'alveo-u55' }, 'unknown-platform', 'alveo-u55c', 'platform'],
    [{ platform: undefined, device: 'xcvu-47p' }, 'unknown-device', 'xcvu47p', 'device'],
    [{ core: 'vexriscv-full-no-cach' }, 'unknown-core', 'vexriscv-full-no-cache', 'core'],
    [{ prover: 'binius64-rw' }, 'unknown-prover', 'binius64-rv', 'prover'],
    [{ units: { gf128_mull: 'x' } }, 'unknown-operation', 'gf128_mul', 'units'],
    [
      { units: { gf128_mul: 'gf128-mul-ghas' } },
      'unknown-unit-row',
      'gf128-mul-ghash',
      'units.gf128_mul',
    ],
    [{ platform: 'constructor' }, 'unknown-platform', undefined, 'platform'],
    [{ core: '__proto__' }, 'unknown-core', undefined, 'core'],
  ])('%j: %s', (overrides, code, suggestion, path) => {
    const [issue] = issues(() => loadScenario('default', overrides as Partial<ScenarioSource>));
    expect(issue).toMatchObject({ code, path });
    expect(issue?.suggestion).toBe(suggestion);
  });

  it('needs a platform or a device', () => {
    expect(
      issues(() => {
        const source: ScenarioSource = {
          scenario: 's',
          title: 'S',
          core: 'picorv32-small',
          prover: 'binius64-rv',
        };
        const parts = { ...builtin(), scenarios: new Map([['s', source]]) };
        loadScenario('s', {}, parts);
      }),
    ).toMatchObject([{ code: 'incomplete', path: 'platform' }]);
  });

  it('a bare device has no shell', () => {
    const { platform, ...rest } = builtin().scenarios.get('default') as ScenarioSource;
    expect(platform).toBeDefined();
    const source: ScenarioSource = { ...rest, device: 'xcvu47p' };
    const parts = { ...builtin(), scenarios: new Map([['default', source]]) };
    const evaluation = loadScenario('default', {}, parts).evaluate();
    for (const resource of ['lut', 'ff', 'bram', 'uram', 'dsp'])
      expect(evaluation.number('shell', resource)).toBe(0);
    expect(evaluation.number('cores')).toBeGreaterThan(0);
  });
});

describe('settings', () => {
  const { evaluate } = loadScenario();
  const value = (
    name: string,
    setting: number | string,
    quantity: string,
    ...tuple: string[]
  ): number | undefined => evaluate({ [name]: setting }).number(quantity, ...tuple);

  it.each([
    ['fill.lut', 0.6],
    ['fill[lut]', 0.6],
    ['fill [ lut ]', 0.6],
    ['native.fill.lut', 0.6],
    ['native.fill[lut]', 0.6],
    ['fill.lut', '60 %'],
    ['fill.lut', '60%'],
    ['fill.lut', '60 percent'],
    ['fill.lut', '0.6'],
    ['fill.lut', '0.6 ratio'],
    ['fill.lut', ' 6e-1 '],
  ])('%s = %j sets one element', (name, setting) => {
    expect(value(name, setting, 'fill', 'lut')).toBeCloseTo(0.6, 15);
    expect(value(name, setting, 'fill', 'ff')).toBe(0.5);
  });

  it('a name without an element sets all of them', () => {
    for (const resource of ['lut', 'ff', 'bram', 'uram', 'dsp'])
      expect(value('fill', 0.4, 'fill', resource)).toBe(0.4);
  });

  it('names of two indices', () => {
    expect(value('unit_resource.gf128_mul.lut', 5, 'unit_resource', 'gf128_mul', 'lut')).toBe(5);
    expect(value('unit_resource[gf128_mul, lut]', 5, 'unit_resource', 'gf128_mul', 'lut')).toBe(5);
    expect(value('unit_resource[gf128_mul]', 5, 'unit_resource', 'gf128_mul', 'bram')).toBe(5);
    expect(value('unit_resource[gf128_mul]', 5, 'unit_resource', 'gf8_mul', 'lut')).not.toBe(5);
  });

  it('a computed quantity, with or without its model', () => {
    expect(value('native.cores', 100, 'cores')).toBe(100);
    expect(value('cores', 100, 'cores')).toBe(100);
    const rate = evaluate().number('core_rate') ?? NaN;
    expect(value('cores', 100, 'native_rate')).toBe(100 * rate);
  });

  it.each([
    // In base units: seconds, bytes, clocks per second.
    ['reference_clock', '250 MHz', 250e6],
    ['reference_clock', '0.25 GHz', 0.25e9],
    ['reference_clock', '250e6 clock/s', 250e6],
    ['reference_clock', 250, 250e6],
    ['reference_clock', '250', 250e6],
    ['host_bandwidth', '12.5 MB/s', 12.5e6],
    ['host_bandwidth', '100 Gbit/s', 12.5e9],
    ['tile_memory_size', '1 MiB/core', 1_048_576],
    ['tile_memory_size', '64 kbit/core', 8_192],
    ['hash_time', '0.1 us', 1e-7],
    ['lifetime', '1 year', 31_557_600],
    ['electricity_price', '0.1 USD/kWh', 0.1 / 3.6e6],
  ])('%s = %j', (name, setting, expected) => {
    const found = value(name, setting, name) ?? NaN;
    expect(Math.abs(found - expected) / expected).toBeLessThan(1e-15);
  });

  it.each([
    ['reference_clock', '250 ns', 'dimension-mismatch'],
    ['reference_clock', '250 1/s', 'dimension-mismatch'],
    ['reference_clock', '250 %', 'dimension-mismatch'],
    ['fill.lut', '60 lut', 'dimension-mismatch'],
    ['host_bandwidth', '12.5 MB', 'dimension-mismatch'],
    ['cores', '5 cycle', 'dimension-mismatch'],
    ['reference_clock', '250 Mhz', 'unknown-unit'],
    ['reference_clock', '250 MHz!', 'unknown-unit'],
    ['reference_clock', '250 constructor', 'unknown-unit'],
    ['reference_clock', '0x10', 'unknown-unit'],
    ['fill.lut', '0,6', 'unknown-unit'],
    ['fill.lut', '60 %%', 'unknown-unit'],
    ['fill.lut', '1 000', 'unknown-unit'],
    ['fill.lut', '0.6 /', 'unknown-unit'],
    ['fill.lut', '0.6 //', 'unknown-unit'],
    ['fill.lut', '', 'not-a-number'],
    ['fill.lut', 'much', 'not-a-number'],
    ['fill.lut', 'NaN', 'not-a-number'],
    ['fill.lut', 'Infinity', 'not-a-number'],
    ['fill.lut', '1e999', 'not-a-number'],
    ['fill.lut', '--1', 'not-a-number'],
    ['fill.lut', '=1+1', 'not-a-number'],
    ['cores', '[object Object]', 'not-a-number'],
  ])('%s = %j is refused: %s', (name, setting, code) => {
    expect(issues(() => evaluate({ [name]: setting }))).toMatchObject([
      { code, path: `set.${name}` },
    ]);
  });

  it.each([
    ['reference_clock', '1e308 GHz'],
    ['reference_clock', 1e308],
    ['host_bandwidth', '1e305 GB/s'],
  ])(
    '%s = %j, which is no finite number in base units, is refused or has no value',
    (name, setting) => {
      let outcome: unknown = 'refused';
      try {
        outcome = evaluate({ [name]: setting }).outcome(name);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
      if (outcome !== 'refused') expect(outcome).toMatchObject({ status: 'invalid' });
    },
  );

  it.each([
    ['coress', 'unknown-name', 'cores'],
    ['fill.luts', 'unknown-name', 'lut'],
    ['fil.lut', 'unknown-name', 'fill'],
    ['native.coress', 'unknown-name', 'cores'],
    ['cores.lut', 'wrong-index', undefined],
    ['fill.lut.ff', 'wrong-index', undefined],
    ['', 'unknown-name', undefined],
    ['.', 'unknown-name', undefined],
    ['constructor', 'unknown-name', undefined],
    ['__proto__.polluted', 'unknown-name', undefined],
    ['fill.constructor', 'unknown-name', undefined],
    ['fill[__proto__]', 'unknown-name', undefined],
  ])('of %j are refused: %s', (name, code, suggestion) => {
    const [issue] = issues(() => evaluate({ [name]: 1 }));
    expect(issue).toMatchObject({ code });
    // Nothing is near an empty name.
    if (name.length > 1) expect(issue?.suggestion).toBe(suggestion);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('are all checked before any is refused', () => {
    const found = issues(() => evaluate({ coress: 1, 'fill.lut': 'x', reference_clock: '5 lut' }));
    expect(found.map(({ code }) => code)).toEqual([
      'unknown-name',
      'not-a-number',
      'dimension-mismatch',
    ]);
  });

  it('the later of two settings of one element wins', () => {
    expect(evaluate({ fill: 0.4, 'fill.lut': 0.3 }).number('fill', 'lut')).toBe(0.3);
  });

  it('win over records, and these over defaults, and each says where it comes from', () => {
    const evaluation = evaluate({ dies: 2 });
    expect(evaluation.bound('dies')).toMatchObject({ value: 2, origin: { kind: 'set' } });
    expect(evaluate().bound('dies')).toMatchObject({
      origin: {
        kind: 'fact',
        fact: { cell: { file: 'datasets/devices.csv', row: 'xcvu47p', column: 'dies' } },
      },
    });
    expect(evaluate().bound('fill', 'lut')).toMatchObject({
      value: 0.7,
      origin: { kind: 'default' },
    });
    expect(evaluate().bound('overhead_limit')).toMatchObject({
      value: 10_000,
      origin: { kind: 'constant' },
    });
    expect(evaluate().bound('overhead')).toBeUndefined();
  });
});

describe('parseSetting', () => {
  it('reads back every number with every unit of its dimension', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e200, max: 1e200, noNaN: true }),
        fc.constantFrom('Hz', 'kHz', 'MHz', 'GHz', 'clock/s', 'clock / ms'),
        (number, name) => {
          const expected = number * unit(name).scale;
          const found = parseSetting(`${number} ${name}`, unit('MHz'), 'set.x');
          expect(found + 0).toBe(expected + 0);
        },
      ),
    );
  });

  it('never throws anything but an InputError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(issues(() => parseSetting(text, unit('ratio'), 'set.x')))).toBe(true);
      }),
    );
  });
});
