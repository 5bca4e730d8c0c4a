import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError, type Issue } from '../../src/issues/issue.ts';
import { assemble } from '../../src/model/assemble.ts';
import {
  checkAxes,
  labelsAt,
  parseAxis,
  positionsAt,
  scenarioAt,
  sizeOf,
  type Axis,
  type AxisContext,
} from '../../src/sweep/axes.ts';
import { LONGEST_AXIS } from '../../src/sweep/axis.ts';
import { matchesGlob } from '../../src/sweep/glob.ts';
import { loadScenario } from '../support/loadScenario.ts';

const { builtin, scenario, model } = loadScenario();
const context: AxisContext = {
  datasets: builtin.datasets,
  provers: builtin.provers,
  models: [model],
};
const axis = (text: string): Axis => parseAxis(text, context);
const labels = (text: string): readonly string[] => axis(text).labels;

/** The first thing that is wrong with an axis. */
function wrong(work: () => unknown): Issue | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.issues[0];
    throw error;
  }
}

describe('an axis of names', () => {
  it('goes over all rows, those of a pattern, or those that are listed', () => {
    const devices = builtin.datasets.get('devices')?.rows.map(({ key }) => key) ?? [];
    expect(labels('device=*')).toEqual(devices);
    expect(labels('device=xcvu?p, xcvu47p')).toEqual([
      ...devices.filter((key) => /^xcvu.p$/.test(key)),
      'xcvu47p',
    ]);
    expect(labels('prover=*')).toEqual([...builtin.provers.keys()]);
    expect(labels('aggregation=*')).toEqual(['none', 'recursive']);
  });

  it('takes designs of cores before their rows, and each name once', () => {
    expect(labels('core=serv-tile,serv*')[0]).toBe('serv-tile');
    expect(new Set(labels('core=serv-tile,serv*')).size).toBe(
      labels('core=serv-tile,serv*').length,
    );
    expect(labels('core=vexriscv-full-no-cache--amd*')).toEqual([
      'vexriscv-full-no-cache--amd-artix-7',
    ]);
  });

  it('goes over the units of an operation', () => {
    expect(labels('unit.gf128_mul=*').length).toBeGreaterThan(2);
    expect(labels('unit.gf128_mul=*').every((unit) => unit.startsWith('gf128-mul'))).toBe(true);
  });

  it.each([
    ['devic=*', 'device'],
    ['device=xcvu47q', 'xcvu47p'],
    ['core=vexriscv-ful-no-cache', 'vexriscv-full-no-cache'],
    ['fil.lut=0.5', 'fill'],
    ['unit.gf128_mull=*', 'gf128_mul'],
  ])('names the nearest for %s', (text, nearest) => {
    expect(wrong(() => axis(text))?.suggestion).toBe(nearest);
  });

  it.each(['device=', '=x', 'device', 'core=a,,b', 'device=zzz*', `${'x'.repeat(10_000)}=1`])(
    'refuses %s',
    (text) => {
      const issue = wrong(() => axis(text));
      expect(issue).toBeDefined();
      expect(JSON.stringify(issue).length).toBeLessThan(1_000);
    },
  );
});

describe('an axis of numbers', () => {
  it.each([
    ['log2_cycles=18..26', '18 19 20 21 22 23 24 25 26'],
    ['fill.lut=0.5..0.9:0.1', '0.5 0.6 0.7 0.8 0.9'],
    ['fill.lut=0.5..0.9:0.3', '0.5 0.8'],
    ['fill.lut=0.7', '0.7'],
    ['log2_cycles=20,18..19,20', '20 18 19'],
    ['retention_scale=1..10:x3', '1 3 9'],
    ['retention_scale=0.001..10:x10', '0.001 0.01 0.1 1 10'],
  ])('%s is %s', (text, expected) => {
    expect(labels(text).join(' ')).toBe(expected);
  });

  it('keeps units, and shares them within a range', () => {
    const clock = axis('prover_clock=200 MHz..0.4 GHz:50');
    expect(clock.labels).toEqual(['200 MHz', '250 MHz', '300 MHz', '350 MHz', '400 MHz']);
    expect(clock).toMatchObject({ name: 'prover_clock', unit: 'clock/s' });
    expect(clock.kind === 'quantity' && [...clock.numbers]).toEqual([2e8, 2.5e8, 3e8, 3.5e8, 4e8]);
    expect(labels('native.fill.lut=50 %..70 %:10 %')).toEqual(['50 %', '60 %', '70 %']);
  });

  it('sets one element, or all of them', () => {
    expect(axis('fill.lut=0.5')).toMatchObject({ name: 'fill[lut]', keys: ['fill[lut]'] });
    const all = axis('fill=0.5');
    expect(all).toMatchObject({ name: 'fill' });
    expect(all.kind === 'quantity' && all.keys.length).toBe(5);
  });

  it.each([
    ['fill.lut=1.5', 'out-of-domain'],
    ['fill.lut=0.5..0.4:0.1', 'axis-range'],
    ['fill.lut=0.5..0.6', 'axis-range'],
    ['log2_cycles=18..26:', 'axis-range'],
    ['log2_cycles=18..26:0', 'axis-range'],
    ['log2_cycles=18..26:-1', 'axis-range'],
    ['log2_cycles=0..26:x2', 'axis-range'],
    ['log2_cycles=18..26:x1', 'axis-range'],
    ['log2_cycles=18..26:x2 MHz', 'axis-range'],
    ['log2_cycles=0..1e12', 'axis-too-long'],
    ['log2_cycles=NaN', 'not-a-number'],
    ['log2_cycles=1..Infinity', 'not-a-number'],
    ['prover_clock=1..2 GB', 'dimension-mismatch'],
    ['prover_clock=3 parsec', 'unknown-unit'],
    ['overhead=1', 'not-settable'],
    ['overhead_limit=1', 'not-settable'],
    ['fill.lot=0.5', 'unknown-name'],
  ])('refuses %s as %s', (text, code) => {
    expect(wrong(() => axis(text))?.code).toBe(code);
  });

  it('has the values of a range that a person would write', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 60 }),
        (low, step, count) => {
          const text = (hundredths: number): string => String(hundredths / 100);
          const high = low + count * step;
          const values = Array.from({ length: count + 1 }, (_, i) => text(low + i * step));
          const range = `retention_scale=${text(low)}..${text(high)}:${text(step)}`;
          expect(labels(range)).toEqual(values);
        },
      ),
    );
  });

  it('is not longer than an axis may be', () => {
    expect(labels(`log2_cycles=1..${LONGEST_AXIS}`).length).toBe(LONGEST_AXIS);
    expect(wrong(() => axis(`log2_cycles=0..${LONGEST_AXIS}`))?.code).toBe('axis-too-long');
  });
});

describe('axes together', () => {
  it.each([
    [['device=*', 'platform=*'], 'axis-conflict'],
    [['device=*', 'device=xcvu9p'], 'axis-twice'],
    [['fill=0.5', 'fill.lut=0.6'], 'axis-twice'],
  ])('refuse %j', (texts, code) => {
    expect(wrong(() => checkAxes(texts.map(axis)))?.code).toBe(code);
  });

  it('count the last one fastest', () => {
    const axes = ['core=serv-tile,picorv32-small', 'log2_cycles=18..20'].map(axis);
    const all = Array.from({ length: sizeOf(axes) }, (_, index) => labelsAt(axes, index).join(' '));
    expect(all).toEqual([
      ...['18', '19', '20'].map((size) => `serv-tile ${size}`),
      ...['18', '19', '20'].map((size) => `picorv32-small ${size}`),
    ]);
  });

  it('give every index its own positions, and back', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 });
    fc.assert(
      fc.property(lengths, fc.nat(), (sizes, seed) => {
        const axes = sizes.map((size, i): Axis => ({
          kind: 'choice',
          name: `a${i}`,
          labels: Array.from({ length: size }, (_, k) => String(k)),
        }));
        const index = seed % sizeOf(axes);
        const back = positionsAt(axes, index).reduce((sum, at, i) => sum * (sizes[i] ?? 1) + at, 0);
        expect(back).toBe(index);
      }),
    );
  });

  it('change a scenario where they say so, and leave the rest', () => {
    const axes = ['core=serv-tile', 'fill.lut=0.6', 'aggregation=none'].map(axis);
    const changed = scenarioAt(scenario, axes, 0);
    expect(changed).toMatchObject({
      core: 'serv-tile',
      aggregation: 'none',
      platform: scenario.platform,
      set: { 'fill[lut]': { value: '0.6' } },
    });
    expect(scenario.core).not.toBe('serv-tile');
  });

  it('win over a setting of the scenario however that is written', () => {
    const setting = { value: 0.9, stage: 'assumed', source: 'test' } as const;
    for (const name of ['fill', 'fill.lut', 'fill[lut]', 'native.fill.lut']) {
      const base = { ...scenario, set: { [name]: setting } };
      const { set } = scenarioAt(base, [axis('fill.lut=0.6')], 0);
      expect(Object.keys(set).at(-1)).toBe('fill[lut]');
    }
  });

  it('leave the platform out where the device is an axis', () => {
    expect(scenarioAt(scenario, [axis('device=xcvu9p')], 0).platform).toBeUndefined();
  });

  it('take quantities of any prover that they go over', () => {
    const models = [...builtin.provers.keys()].map((prover) => assemble(builtin, prover, false));
    const some = parseAxis('log2_cycles=20', { ...context, models });
    expect(some.kind).toBe('quantity');
  });
});

describe('a pattern', () => {
  it('matches as the regular expression does that it stands for', () => {
    const letters = fc.stringMatching(/^[ab*?]{0,8}$/);
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[ab]{0,10}$/), (pattern, name) => {
        const body = pattern.replaceAll('*', '.*').replaceAll('?', '.');
        expect(matchesGlob(pattern, name)).toBe(new RegExp(`^${body}$`).test(name));
      }),
    );
  });

  it('ends, whatever it is', () => {
    expect(matchesGlob('a*'.repeat(5_000), `${'a'.repeat(4_000)}b`)).toBe(false);
  });
});
