import { describe, expect, it } from 'vitest';
import { correlationsOf } from '../../src/doubt/correlation.ts';
import { montecarloReport } from '../../src/doubt/montecarlo.ts';
import { sobolReport } from '../../src/doubt/sobol.ts';
import { sampledTornadoReport, tornadoReport } from '../../src/doubt/tornado.ts';
import { prepareDraw } from '../../src/studies/sampling/draw.ts';
import { issuesOf, prepared } from './support.ts';

const { evaluated, inputs } = prepared('default');
const names = inputs.map(({ name }) => name);
const pair = (a: string, b: string, value: number) =>
  ({ between: [a, b], value, source: 'test' }) as const;
const of = (...pairs: ReturnType<typeof pair>[]) => correlationsOf(pairs, names, evaluated.model);

/** Ranks of the values of a column. */
function ranks(column: Float64Array): number[] {
  const order = [...column.keys()].sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0));
  const found: number[] = [];
  order.forEach((row, rank) => (found[row] = rank));
  return found;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (a.length - 1) / 2;
  const sum = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((total, value, k) => total + (value - mean) * ((y[k] ?? 0) - mean), 0);
  return sum(a, b) / Math.sqrt(sum(a, a) * sum(b, b));
}

describe('correlations, where inputs are moved one at a time', () => {
  const study = prepared('default', { correlate: [['fill.lut', 'retention_scale', 0.5]] });

  it('say nothing, which is said', () => {
    const note = expect.stringMatching(
      /^The correlations of .*fill\[lut\].* say nothing here/,
    ) as string;
    expect(tornadoReport(study).notes).toContainEqual(note);
    expect(tornadoReport(prepared('default')).notes).not.toContainEqual(note);
  });

  it('are refused where the others are drawn, and so are too few rows', async () => {
    const sampled = () => sampledTornadoReport(study, { samples: 64, seed: 0 });
    expect(issuesOf(sampled)).toMatchObject([{ code: 'correlated' }]);
    const few = sobolReport(prepared('default'), { samples: 2, seed: 0 });
    await expect(few).rejects.toThrow('samples');
  });
});

describe('correlations', () => {
  it('are those that were asked for, as ranks of the draws show', () => {
    const rho = -0.6;
    const study = prepared('default', { correlate: [['fill.lut', 'retention_scale', rho]] });
    const draw = prepareDraw(study.model.inputs, study.inputs, study.correlation);
    const rows = 8_192;
    const columns = study.model.inputs.map(() => new Float64Array(rows));
    draw.fill(draw.sampler('sobol', { seed: 0 }), columns, 0, rows);
    const ranked = (name: string): number[] =>
      ranks(columns[study.model.inputs.indexOf(name)] ?? new Float64Array());
    const found = correlation(ranked('fill[lut]'), ranked('retention_scale'));
    // Spearman's correlation under a Gaussian copula: (6 / pi) asin(rho / 2).
    expect(Math.abs(found - (6 / Math.PI) * Math.asin(rho / 2))).toBeLessThan(0.02);
    expect(Math.abs(correlation(ranked('fill[lut]'), ranked('unit_busy')))).toBeLessThan(0.03);
  });

  it('widen the ratio where both push it the same way, and narrow it where they do not', async () => {
    const sd = async (value: number): Promise<number> => {
      const study = prepared('default', { correlate: [['wrapper', 'retention_scale', value]] });
      const { result } = await montecarloReport(study, { samples: 4_096, seed: 0 });
      return result.outputs[0]?.log10?.sd ?? NaN;
    };
    const [against, none, along] = [await sd(-0.9), await sd(0), await sd(0.9)];
    expect(against).toBeLessThan(none - 0.005);
    expect(along).toBeGreaterThan(none + 0.005);
  });

  it('do not depend on the order in which they are said', async () => {
    const study = async (...correlate: [string, string, number][]) =>
      (await montecarloReport(prepared('default', { correlate }), { samples: 512, seed: 0 }))
        .result;
    const a: [string, string, number] = ['fill.lut', 'retention_scale', -0.5];
    const b: [string, string, number] = ['unit_busy', 'wrapper', 0.3];
    const [first, second] = [await study(a, b), await study(b, a)];
    const rounded = (result: typeof first) =>
      result.outputs[0]?.quantiles.map(({ value }) => value.toPrecision(9));
    expect(rounded(second)).toEqual(rounded(first));
  });

  it('name elements, all elements of a quantity, or a quantity with its model', () => {
    const { correlation: found } = of(pair('native.fill.lut', 'unit_busy', 0.5));
    expect(found).toEqual({
      inputs: ['fill[lut]', 'unit_busy'],
      matrix: [
        [1, 0.5],
        [0.5, 1],
      ],
    });
    const all = of(pair('fill', 'unit_busy', 0.3)).correlation;
    expect(all?.inputs.filter((name) => name.startsWith('fill['))).toHaveLength(4);
  });

  it('hold as they were said last', () => {
    const found = of(pair('fill.lut', 'unit_busy', 0.5), pair('unit_busy', 'fill[lut]', 0.2));
    expect(found.correlation?.matrix[0]).toEqual([1, 0.2]);
  });

  it('make one input of those that it has for several choices', () => {
    const study = prepared('default', {
      choices: { core: { 'vexriscv-full-no-cache': 1, 'serv-tile': 1 } },
      correlate: [['core_fmax_measured', 'unit_busy', 0.9]],
    });
    const { inputs: drawn = [], matrix = [] } = study.correlation ?? {};
    expect(drawn).toHaveLength(3);
    const at = (label: string): number => drawn.indexOf(`core_fmax_measured@${label}`);
    const [a, b] = [at('vexriscv-full-no-cache'), at('serv-tile')];
    expect(matrix[a]?.[b]).toBeGreaterThan(0.99);
    expect(matrix[a]?.[drawn.indexOf('unit_busy')]).toBe(0.9);
  });

  it('say so where one of the two is in no doubt', () => {
    const { correlation: found, notes, pairs } = of(pair('fill.lut', 'log2_cycles', 0.5));
    expect(found).toBeUndefined();
    expect(pairs).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('log2_cycles is in no doubt')]);
  });

  it.each([
    [[pair('fill.lut', 'nothing', 0.5)], 'unknown-input', 'there is no input nothing'],
    [[pair('fill.lut', '', 0.5)], 'unknown-input', 'missing'],
    [[pair('fill.lut', 'fill[lut]', 0.5)], 'bad-correlation', 'with itself'],
    [[pair('fill', 'unit_busy', 0.8)], 'bad-correlation', 'not positive definite'],
    [
      [
        pair('fill.lut', 'unit_busy', 0.9),
        pair('fill.lut', 'wrapper', 0.9),
        pair('wrapper', 'unit_busy', -0.9),
      ],
      'bad-correlation',
      'not positive definite',
    ],
  ])('refuse %j: %s', (pairs, code, message) => {
    expect(issuesOf(() => of(...pairs))).toMatchObject([
      { code, path: 'correlate', message: expect.stringContaining(message) as string },
    ]);
  });

  it('are refused by studies that take inputs for independent', async () => {
    const study = prepared('default', { correlate: [['fill.lut', 'unit_busy', 0.5]] });
    await expect(sobolReport(study, { samples: 16, seed: 0 })).rejects.toMatchObject({
      issues: [{ code: 'correlated' }],
    });
  });
});
