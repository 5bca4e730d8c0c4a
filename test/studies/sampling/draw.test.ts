import { describe, expect, it, test } from 'vitest';
import { InputError, type Issue } from '../../../src/issues/issue.ts';
import { cholesky } from '../../../src/studies/sampling/cholesky.ts';
import type { Correlation } from '../../../src/studies/sampling/correlation.ts';
import { prepareDraw } from '../../../src/studies/sampling/draw.ts';
import type { StudyInput } from '../../../src/studies/types.ts';

const inputs: StudyInput[] = [
  { name: 'clock', base: 2, distribution: { kind: 'normal', mean: 2, sd: 0.5 } },
  { name: 'fill', base: 0.8, distribution: { kind: 'uniform', low: 0, high: 1 } },
  { name: 'cores', base: 4, distribution: { kind: 'choice', values: [4, 1, 2] } },
  { name: 'bits', base: 64, distribution: { kind: 'constant', value: 64 } },
];
const names = inputs.map(({ name }) => name);

function draw(order: readonly StudyInput[], rows: number, correlation?: Correlation) {
  const prepared = prepareDraw(names, order, correlation);
  const columns = names.map(() => new Float64Array(rows));
  prepared.fill(prepared.sampler('sobol', { seed: 1 }), columns, 0, rows);
  return { varying: prepared.varying, columns };
}

function pearson(a: Float64Array, b: Float64Array): number {
  const mean = (x: Float64Array): number => x.reduce((s, v) => s + v, 0) / x.length;
  const [ma, mb] = [mean(a), mean(b)];
  const cov = (x: Float64Array, mx: number, y: Float64Array, my: number): number =>
    x.reduce((s, v, i) => s + (v - mx) * ((y[i] ?? 0) - my), 0);
  return cov(a, ma, b, mb) / Math.sqrt(cov(a, ma, a, ma) * cov(b, mb, b, mb));
}

it('draws every input from its distribution', () => {
  const { columns, varying } = draw(inputs, 4096);
  const [clock = [], fill = [], cores = [], bits = []] = columns;
  const mean = (x: ArrayLike<number>): number =>
    Array.from(x).reduce((s, v) => s + v, 0) / x.length;
  expect(varying).toEqual(['clock', 'cores', 'fill']);
  expect(mean(clock)).toBeCloseTo(2, 3);
  expect(mean(fill)).toBeCloseTo(0.5, 4);
  expect(mean(cores)).toBeCloseTo(7 / 3, 2);
  expect(new Set(cores)).toEqual(new Set([1, 2, 4]));
  expect(new Set(bits)).toEqual(new Set([64]));
});

it('does not care in which order inputs are listed', () => {
  expect(draw([...inputs].reverse(), 64)).toEqual(draw(inputs, 64));
});

describe('Gaussian copula', () => {
  const correlation: Correlation = {
    inputs: ['fill', 'clock'],
    matrix: [
      [1, -0.7],
      [-0.7, 1],
    ],
  };

  it('gives ranks the correlation of the formula and leaves each distribution as it is', () => {
    const { columns } = draw(inputs, 1 << 15, correlation);
    const [clock = new Float64Array(), fill = new Float64Array()] = columns;
    const ranks = (x: Float64Array): Float64Array => {
      const order = Array.from(x.keys()).sort((i, j) => (x[i] ?? 0) - (x[j] ?? 0));
      const result = new Float64Array(x.length);
      for (const [rank, i] of order.entries()) result[i] = rank;
      return result;
    };
    // Spearman's rho of a normal copula: (6 / pi) asin(rho / 2).
    expect(pearson(ranks(clock), ranks(fill))).toBeCloseTo((6 / Math.PI) * Math.asin(-0.35), 2);
    expect(clock.reduce((s, v) => s + v, 0) / clock.length).toBeCloseTo(2, 3);
    const sd = Math.sqrt(clock.reduce((s, v) => s + (v - 2) ** 2, 0) / clock.length);
    expect(sd).toBeCloseTo(0.5, 3);
  });

  it('changes nothing where the correlation is none', () => {
    const none = {
      inputs: ['fill', 'clock'],
      matrix: [
        [1, 0],
        [0, 1],
      ],
    };
    const [a = [], b = []] = [draw(inputs, 500, none), draw(inputs, 500)].map(({ columns }) =>
      columns.flatMap((column) => [...column]),
    );
    for (const [i, x] of a.entries()) expect(x).toBeCloseTo(b[i] ?? NaN, 12);
  });

  test('Cholesky factor, and the row at which there is none', () => {
    expect(
      cholesky([
        [1, 0.6],
        [0.6, 1],
      ]),
    ).toEqual([
      [1, 0],
      [0.6, 0.8],
    ]);
    expect(
      cholesky([
        [1, 1],
        [1, 1],
      ]),
    ).toBe(1);
  });
});

function issuesOf(run: () => unknown): readonly Issue[] {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

describe('says what is wrong with inputs', () => {
  it('all at once', () => {
    const wrong: StudyInput[] = [
      { name: 'clok', base: 1, distribution: { kind: 'constant', value: 1 } },
      { name: 'fill', base: 1, distribution: { kind: 'uniform', low: 2, high: 1 } },
      { name: 'fill', base: 1, distribution: { kind: 'constant', value: 1 } },
    ];
    const issues = issuesOf(() => prepareDraw(['clock', 'fill'], wrong));
    expect(issues.map(({ code }) => code)).toEqual([
      'unknown-input',
      'bad-distribution',
      'repeated-input',
      'missing-input',
    ]);
    expect(issues[0]?.suggestion).toBe('clock');
    expect(issues[1]?.path).toBe('fill.low');
  });

  test.each<[string, Correlation, string]>([
    [
      'unknown',
      {
        inputs: ['clock', 'fil'],
        matrix: [
          [1, 0],
          [0, 1],
        ],
      },
      'inputs.1',
    ],
    [
      'constant',
      {
        inputs: ['clock', 'bits'],
        matrix: [
          [1, 0],
          [0, 1],
        ],
      },
      'inputs.1',
    ],
    [
      'twice',
      {
        inputs: ['fill', 'fill'],
        matrix: [
          [1, 0],
          [0, 1],
        ],
      },
      'inputs.1',
    ],
    ['not square', { inputs: ['clock', 'fill'], matrix: [[1, 0]] }, 'matrix'],
    [
      'not symmetric',
      {
        inputs: ['clock', 'fill'],
        matrix: [
          [1, 0.2],
          [0.1, 1],
        ],
      },
      'matrix.0.1',
    ],
    [
      'diagonal',
      {
        inputs: ['clock', 'fill'],
        matrix: [
          [2, 0],
          [0, 1],
        ],
      },
      'matrix.0.0',
    ],
    [
      'range',
      {
        inputs: ['clock', 'fill'],
        matrix: [
          [1, 2],
          [2, 1],
        ],
      },
      'matrix.0.1',
    ],
    [
      'NaN',
      {
        inputs: ['clock', 'fill'],
        matrix: [
          [1, NaN],
          [NaN, 1],
        ],
      },
      'matrix.0.1',
    ],
    [
      'impossible',
      {
        inputs: ['clock', 'fill', 'cores'],
        matrix: [
          [1, 0.9, -0.9],
          [0.9, 1, 0.9],
          [-0.9, 0.9, 1],
        ],
      },
      'matrix.2',
    ],
  ])('correlation: %s', (_, correlation, path) => {
    const issues = issuesOf(() => prepareDraw(names, inputs, correlation));
    expect(issues[0]?.path).toBe(path);
  });

  it('too many dimensions for Sobol points', () => {
    const many = Array.from({ length: 257 }, (_, i): StudyInput => ({
      name: `x${i}`,
      base: 0,
      distribution: { kind: 'uniform', low: 0, high: 1 },
    }));
    const prepared = prepareDraw(
      many.map(({ name }) => name),
      many,
    );
    expect(issuesOf(() => prepared.sampler('sobol', { seed: 0 }))[0]?.code).toBe('too-many-inputs');
    expect(prepared.sampler('random', { seed: 0 }).dimensions).toBe(257);
  });
});
