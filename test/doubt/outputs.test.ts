import { describe, expect, it } from 'vitest';
import { montecarloReport } from '../../src/doubt/montecarlo.ts';
import { morrisReport } from '../../src/doubt/morris.ts';
import { wantedOutputs } from '../../src/doubt/outputs.ts';
import { sobolReport } from '../../src/doubt/sobol.ts';
import { tornadoReport } from '../../src/doubt/tornado.ts';
import { issuesOf, prepared } from './support.ts';

const { model } = prepared('default').evaluated;

describe('outputs that are asked for', () => {
  it('are elements, all elements of a quantity, and logarithms', () => {
    const keys = (...outputs: string[]) =>
      wantedOutputs(model, outputs).map(({ key, log10, truth }) => [key, log10, truth]);
    expect(keys(' need.lut ')).toEqual([['need[lut]', false, false]]);
    expect(keys('need').length).toBe(5);
    expect(keys('log10( latency )', 'latency', 'latency')).toEqual([
      ['latency', true, false],
      ['latency', false, false],
    ]);
    expect(keys('memory_passes')).toEqual([['memory_passes', false, true]]);
  });

  it.each([
    ['nothing', 'unknown-name'],
    ['', 'unknown-name'],
    ['prove_bound', 'no-number'],
    ['log10(memory_passes)', 'no-number'],
    ['sin(cores)', 'unknown-name'],
    ['log10(log10(cores))', 'unknown-name'],
  ])('are refused: %j, %s', (output, code) => {
    expect(issuesOf(() => wantedOutputs(model, [output]))).toMatchObject([{ code }]);
  });

  it('bring in the doubt of the inputs that only they depend on', () => {
    const names = (outputs: string[]) =>
      prepared('default', { outputs }).inputs.map(({ name }) => name);
    const plain = names([]);
    const more = names(['cost.energy_rate']).filter((name) => !plain.includes(name));
    expect(more).toContain('electricity_price');
  });

  it('are there once, as numbers with quantiles or truths with a probability', async () => {
    const outputs = ['reading_value', 'passes', 'log10(latency)', 'proved_rate'];
    const report = await montecarloReport(prepared('default', { outputs }), {
      samples: 64,
      seed: 0,
    });
    expect(report.asked).toEqual([
      'reading_value[per_core]',
      'reading_value[literal]',
      'latency',
      'proved_rate',
    ]);
    const { truths, outputs: numbers } = report.result;
    for (const list of [truths, numbers]) {
      const names = list.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(truths.map(({ name }) => name)).toContain('passes[literal]');
    expect(numbers.find(({ name }) => name === 'latency')?.log10).toBeDefined();
  });

  it('have Sobol indices by themselves and as logarithms', async () => {
    const outputs = ['latency', 'log10(latency)', 'reading_value[overhead]'];
    const { result } = await sobolReport(prepared('default', { outputs }), {
      samples: 64,
      seed: 0,
    });
    expect(result.outputs.map(({ output }) => output)).toEqual([
      'log10(reading_value[overhead])',
      'passes[overhead]',
      'latency',
      'log10(latency)',
      'reading_value[overhead]',
    ]);
    expect(
      result.outputs.every(({ output, variance }) => output === 'passes[overhead]' || variance > 0),
    ).toBe(true);
  });
});

describe('groups', () => {
  const group = (name: string, ...inputs: string[]) => ({ name, inputs });
  const study = prepared('default');
  const sobol = (...groups: ReturnType<typeof group>[]) =>
    sobolReport(study, { samples: 256, seed: 0, groups });

  it('of everything hold all of the variance', async () => {
    const { result } = await sobol(group('all', ...study.inputs.map(({ name }) => name)));
    const [all] = result.outputs[0]?.groups ?? [];
    // Samples A and B share nothing: exact but for the estimate of the variance.
    expect(all?.total.value).toBeGreaterThan(0.8);
    expect(all?.first.value).toBeGreaterThan(0.8);
    expect(result.outputs[0]?.groups).toHaveLength(1);
  });

  it('hold at least what their inputs do alone', async () => {
    const total = async (groups: ReturnType<typeof group>[], name: string): Promise<number> => {
      const { result } = await sobol(...groups);
      return result.outputs[0]?.groups.find((found) => found.name === name)?.total.value ?? NaN;
    };
    const both = await total([group('clocks', 'retention_scale', 'reference_clock')], 'clocks');
    expect(both).toBeGreaterThan(await total([], 'retention_scale'));
  });

  it.each([
    [[group('a', 'unit_busy'), group('a', 'wrapper')]],
    [[group('a', 'unit_busy'), group('b', 'unit_busy')]],
    [[group('unit_busy', 'wrapper')]],
  ])('are refused: %j', async (groups) => {
    await expect(sobol(...groups)).rejects.toMatchObject({ issues: [{ code: 'two-groups' }] });
  });
});

it('morris puts the inputs in the order in which a tornado has them, at the top', () => {
  const study = prepared('default');
  const { result } = morrisReport(study, { trajectories: 30, seed: 0 });
  const first = [...result.rows].sort((a, b) => b.meanAbsolute - a.meanAbsolute).slice(0, 3);
  const bars = tornadoReport(study).result.rows.slice(0, 3);
  expect(first.map(({ input }) => input)).toEqual(bars.map(({ input }) => input));
  expect(result.evaluations).toBe(30 * (study.inputs.length + 1));
});
