import { describe, expect, it } from 'vitest';
import { combine, type UncertainVariant } from '../../src/doubt/combine.ts';
import { montecarloReport } from '../../src/doubt/montecarlo.ts';
import { sobolReport } from '../../src/doubt/sobol.ts';
import { tornadoReport } from '../../src/doubt/tornado.ts';
import type { UncertainInput } from '../../src/doubt/uncertain.ts';
import { variantsOf } from '../../src/scenario/variants.ts';
import { prepareDraw } from '../../src/studies/sampling/draw.ts';
import { changed, evaluateAlone, prepared } from './support.ts';

const CORES = ['vexriscv-full-no-cache', 'serv-tile'] as const;
const SAMPLES = 4_096;

const likely = async (...args: Parameters<typeof prepared>): Promise<number> => {
  const { result } = await montecarloReport(prepared(...args), { samples: SAMPLES, seed: 1 });
  return result.truths[0]?.probability.value ?? NaN;
};

describe('a scenario with choices in doubt', () => {
  const choices = {
    core: { [CORES[0]]: 2, [CORES[1]]: 1 },
    aggregation: { recursive: 3, none: 1 },
  };
  const study = prepared('default', { choices });

  it('is in every draw what the scenario that was chosen is by itself', () => {
    const { inputs, names } = study.model.inputs.reduce(
      (all, name, k) => ({ inputs: [...all.inputs, study.inputs[k]], names: [...all.names, name] }),
      { inputs: [] as unknown[], names: [] as string[] },
    );
    expect(inputs).toHaveLength(names.length);
    const draw = prepareDraw(names, study.inputs);
    const rows = 24;
    const columns = names.map(() => new Float64Array(rows));
    draw.fill(draw.sampler('random', { seed: 7 }), columns, 0, rows);
    const outputs = study.model.outputs.map(() => new Float64Array(rows));
    study.model.columns(columns, outputs, 0, rows);
    const variants = variantsOf(changed('default', { choices }));
    const seen = new Set<number>();
    for (let row = 0; row < rows; row++) {
      const at = (name: string): number => columns[names.indexOf(name)]?.[row] ?? NaN;
      const which = at('choose.core') * 2 + at('choose.aggregation');
      const variant = variants[which];
      if (variant === undefined) throw new Error(String(which));
      seen.add(which);
      const own = names
        .filter((name) => !name.startsWith('choose.'))
        .flatMap((name) => {
          const [key = '', labels] = name.split('@');
          const mine = labels?.split('+').every((label) => variant.labels.includes(label)) ?? true;
          return mine ? [[key, at(name)] as const] : [];
        });
      // An input of another variant is none of this one.
      const known = own.filter(([key]) => variantInputs(which).has(key));
      const { ratio, passes } = evaluateAlone(variant.scenario, Object.fromEntries(known));
      const result = (name: string): number =>
        outputs[study.model.outputs.indexOf(name)]?.[row] ?? NaN;
      expect(Math.abs(result(study.headline) / ratio - 1)).toBeLessThan(1e-12);
      // Rivals vary by themselves, which a scenario can not say: see rivals.test.ts.
      expect(passes || result(study.verdict) === 0).toBe(true);
    }
    expect(seen.size).toBeGreaterThan(2);
  });

  const byVariant = new Map<number, Set<string>>();
  const variantInputs = (which: number): Set<string> => {
    const known = byVariant.get(which);
    if (known !== undefined) return known;
    const variant = variantsOf(changed('default', { choices }))[which];
    const [core = '', aggregation = ''] = variant?.labels ?? [];
    const alone = prepared('default', {
      choices: { core: { [core]: 1 }, aggregation: { [aggregation]: 1 } },
    });
    const names = new Set(alone.inputs.map(({ name }) => name));
    byVariant.set(which, names);
    return names;
  };

  it('passes as often as its variants do, each by its weight', async () => {
    const each = await Promise.all(
      CORES.map((core) => likely('default', { choices: { core: { [core]: 1 } } })),
    );
    const both = await likely('default', { choices: { core: choices.core } });
    const [first = NaN, second = NaN] = each;
    expect(Math.abs(both - (2 * first + second) / 3)).toBeLessThan(0.02);
  });

  it('is the plain scenario where there is one thing to choose', async () => {
    const one = await montecarloReport(
      prepared('default', { choices: { core: { [CORES[0]]: 5 } } }),
      { samples: SAMPLES, seed: 3 },
    );
    const plain = await montecarloReport(prepared('default'), { samples: SAMPLES, seed: 3 });
    expect(one.result).toEqual(plain.result);
  });

  it('does not care for the scale of its weights', async () => {
    const [a, b] = await Promise.all(
      [1, 1000].map((scale) =>
        montecarloReport(
          prepared('default', { choices: { core: { [CORES[0]]: 2 * scale, [CORES[1]]: scale } } }),
          { samples: SAMPLES, seed: 3 },
        ),
      ),
    );
    expect(a?.result).toEqual(b?.result);
  });

  it('has one bar for a choice, from its best to its worst', () => {
    const { result } = tornadoReport(prepared('default', { choices: { core: choices.core } }));
    const row = result.rows.find(({ input }) => input === 'choose.core');
    // Index 1 is the bit-serial core: its native rate is far less, and so is the ratio.
    expect([row?.low, row?.high]).toEqual([1, 0]);
    expect(row?.outputAtHigh).toBe(result.outputAtBase);
  });

  it('has a share of the variance for the choice', async () => {
    const report = await sobolReport(prepared('default', { choices: { core: choices.core } }), {
      samples: 512,
      seed: 0,
    });
    const [ratio] = report.result.outputs;
    const choice = ratio?.groups.find(({ name }) => name === 'choose.core');
    // A factor of 18 between the two: hardly anything else matters.
    expect(choice?.first.value).toBeGreaterThan(0.8);
    expect(choice?.total.value).toBeLessThan(1.1);
  });
});

describe('inputs of variants', () => {
  const variant = (labels: readonly string[], high: number): UncertainVariant => {
    const distribution = { kind: 'uniform', low: 0, high } as const;
    const input = { name: 'x', base: 1, distribution, basis: 'stage', entry: { name: 'x' } };
    return {
      labels,
      inputs: [input as unknown as UncertainInput],
      model: {
        inputs: ['x'],
        outputs: ['y'],
        base: Float64Array.of(1),
        columns: ([x], [y], from, to) => {
          for (let i = from; i < to; i++) (y as Float64Array)[i] = x?.[i] ?? NaN;
          return 0;
        },
      },
    };
  };
  const choices = { core: { a: 1, b: 1 }, device: { p: 1, q: 1, r: 1, s: 1 } };
  const four = (core: string, ends: readonly number[]): UncertainVariant[] =>
    ['p', 'q', 'r', 's'].map((device, k) => variant([core, device], ends[k] ?? NaN));

  it.each([
    [
      'by what was chosen, where that tells them apart',
      [
        [1, 1, 1, 1],
        [2, 2, 2, 2],
      ],
      ['x@a', 'x@b'],
    ],
    [
      'by nothing, where all are alike',
      [
        [1, 1, 1, 1],
        [1, 1, 1, 1],
      ],
      ['x'],
    ],
    [
      'by all that was chosen, where one choice does not tell them apart',
      [
        [1, 1, 2, 2],
        [3, 3, 3, 3],
      ],
      ['x@a+p', 'x@a+q', 'x@a+r', 'x@a+s', 'x@b'],
    ],
  ])('are told apart %s', (_, ends, names) => {
    const [a = [], b = []] = ends;
    const variants = [...four('a', a), ...four('b', b)];
    const { inputs, model } = combine(variants, choices);
    expect(inputs.map(({ name }) => name).slice(2)).toEqual(names);
    // Every variant keeps its own distribution.
    variants.forEach(({ labels, inputs: [own] }, which) => {
      const columns = model.inputs.map((__, k) => Float64Array.of(k + 10));
      columns[0]?.set([Math.floor(which / 4)]);
      columns[1]?.set([which % 4]);
      const y = new Float64Array(1);
      model.columns(columns, [y], 0, 1);
      const used = inputs[(y[0] ?? NaN) - 10];
      expect([labels, used?.distribution]).toEqual([labels, own?.distribution]);
    });
  });
});
