import { describe, expect, it } from 'vitest';
import { estimate } from '../../../src/studies/sobol/estimate.ts';
import { drawColumns } from '../../../src/studies/sobol/drawColumns.ts';
import { runSaltelli } from '../../../src/studies/sobol/saltelli.ts';
import { sobol, type SobolOptions } from '../../../src/studies/sobol/sobol.ts';
import type { IndexEstimate, OutputIndices } from '../../../src/studies/sobol/types.ts';
import {
  ISHIGAMI,
  ISHIGAMI_INPUTS,
  ishigami,
  makeModel,
  permuted,
  pseudoRandom,
  quasiRandom,
  uniform,
} from './support.ts';

const ISHIGAMI_STUDY: SobolOptions = {
  model: ishigami,
  quantiles: ISHIGAMI_INPUTS,
  fill: quasiRandom(),
  samples: 16384,
};

function only(options: SobolOptions): OutputIndices {
  return sobol(options).outputs[0] as OutputIndices;
}

const firsts = (found: OutputIndices): number[] => found.groups.map((group) => group.first.value);
const totals = (found: OutputIndices): number[] => found.groups.map((group) => group.total.value);

function expectNear(found: readonly number[], exact: readonly number[], within: number): void {
  expect(found).toHaveLength(exact.length);
  found.forEach((value, k) => {
    expect(Math.abs(value - (exact[k] as number))).toBeLessThan(within);
  });
}

describe('sobol on closed forms', () => {
  it('knows the closed form it is compared with', () => {
    // As in the literature, e.g. the documentation of SALib and OpenTURNS, for a = 7, b = 0.1.
    expectNear(ISHIGAMI.first, [0.31391, 0.44241, 0], 5e-6);
    expectNear(ISHIGAMI.total, [0.55759, 0.44241, 0.24368], 5e-6);
  });

  it('gives the indices of the Ishigami function', () => {
    const found = only({ ...ISHIGAMI_STUDY, second: true });
    expectNear(firsts(found), ISHIGAMI.first, 0.005);
    expectNear(totals(found), ISHIGAMI.total, 0.005);
    expect(found.pairs.map((pair) => pair.groups.join())).toEqual(['x1,x2', 'x1,x3', 'x2,x3']);
    expectNear(
      found.pairs.map((pair) => pair.second.value),
      [0, ISHIGAMI.pair13, 0],
      0.01,
    );
  });

  it('gives them from pseudo-random numbers, less exactly', () => {
    const found = only({ ...ISHIGAMI_STUDY, fill: pseudoRandom(0) });
    expectNear(firsts(found), ISHIGAMI.first, 0.03);
    expectNear(totals(found), ISHIGAMI.total, 0.03);
  });

  it('gives the indices of the Sobol G-function', () => {
    // Sobol (1993): V_i = 1 / (3 (1 + a_i)^2), V = prod(1 + V_i) - 1, S_i = V_i / V,
    // ST_i = V_i prod_(j /= i)(1 + V_j) / V.
    const a = [0, 1, 4.5, 9, 99, 99];
    const parts = a.map((ai) => 1 / (3 * (1 + ai) ** 2));
    const variance = parts.reduce((product, v) => product * (1 + v), 1) - 1;
    const model = makeModel(
      a.map((_, i) => `x${i}`),
      {
        y: (...x) =>
          x.reduce((product, xi, i) => {
            const ai = a[i] as number;
            return (product * (Math.abs(4 * xi - 2) + ai)) / (1 + ai);
          }, 1),
      },
    );
    const found = only({
      model,
      quantiles: a.map(() => uniform(0, 1)),
      fill: quasiRandom(),
      samples: 16384,
    });
    expectNear(
      firsts(found),
      parts.map((v) => v / variance),
      0.01,
    );
    expectNear(
      totals(found),
      parts.map((v) => (v * (1 + variance)) / (1 + v) / variance),
      0.01,
    );
    expect(found.mean).toBeCloseTo(1, 2);
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.03);
  });

  it('splits an additive model without rest, steps included', () => {
    // x: uniform, variance 1/12; c: 0, 3 or 4 alike, variance 26/9; d does nothing.
    const choice = (u: number): number => [0, 3, 4][Math.floor(u * 3)] as number;
    const model = makeModel(['x', 'c', 'd'], { y: (x = 0, c = 0) => 5 * x + c });
    const found = only({
      model,
      quantiles: [uniform(0, 1), choice, uniform(0, 1)],
      fill: quasiRandom(),
      samples: 8192,
    });
    const variance = 25 / 12 + 26 / 9;
    expectNear(firsts(found), [25 / 12 / variance, 26 / 9 / variance, 0], 0.01);
    expectNear(totals(found), firsts(found), 0.01);
    expect(Math.abs(firsts(found).reduce((sum, s) => sum + s) - 1)).toBeLessThan(0.01);
    expect(totals(found)[2]).toBe(0);
  });

  it('analyses a probability: a truth output is a variable like any', () => {
    const model = makeModel(['a', 'b'], { pass: (a = 0, b = 0) => (a + 0 * b <= 0.3 ? 1 : 0) });
    const found = only({
      model,
      quantiles: [uniform(0, 1), uniform(0, 1)],
      fill: quasiRandom(),
      samples: 4096,
    });
    expect(found.mean).toBeCloseTo(0.3, 2);
    expectNear(firsts(found), [1, 0], 0.03);
    expect(totals(found)[1]).toBe(0);
  });
});

describe('sobol', () => {
  it('moves groups together', () => {
    const found = only({ ...ISHIGAMI_STUDY, groups: [{ name: 'odd', inputs: ['x3', 'x1'] }] });
    expect(found.groups.map((group) => group.name)).toEqual(['odd', 'x2']);
    // x2 does not interact: the rest is the group's, and first and total agree.
    const rest = 1 - (ISHIGAMI.first[1] as number);
    expectNear(firsts(found), [rest, 1 - rest], 0.01);
    expectNear(totals(found), [rest, 1 - rest], 0.01);
  });

  it.each([[1], [7], [1000], [5000]])('gives the same bits in blocks of %i rows', (block) => {
    const options = {
      ...ISHIGAMI_STUDY,
      samples: 700,
      second: true,
      bootstrap: { resamples: 21, fill: pseudoRandom(1) },
    };
    expect(sobol({ ...options, block })).toEqual(sobol(options));
  });

  it('gives the same bits when parts are computed apart and in another order', () => {
    const groups = ['x1', 'x2', 'x3'].map((name) => ({ name, inputs: [name] }));
    const { model, quantiles, fill } = ISHIGAMI_STUDY;
    const design = {
      model,
      draw: (from: number, count: number) =>
        drawColumns(model.inputs, quantiles, fill, from, count, 2),
      samples: 512,
      groups: [[0], [1], [2]],
      outputs: [0],
      second: false,
    };
    const values = new Float64Array(5 * 512);
    for (const start of [384, 0, 128, 256]) runSaltelli(design, [values], start, start + 128);
    const { indices } = estimate('y', values, 512, groups, false);
    expect(indices).toEqual(only({ ...ISHIGAMI_STUDY, samples: 512 }));
  });

  it('does not depend on the order of inputs', () => {
    const order = [2, 0, 1];
    const options = {
      ...ISHIGAMI_STUDY,
      samples: 500,
      bootstrap: { resamples: 50, fill: pseudoRandom(3) },
    };
    const model = permuted(ishigami, order);
    const other = only({ ...options, model });
    const sorted = [...other.groups].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(sorted).toEqual(only(options).groups);
  });

  it('analyses several outputs on one design, and only those that are asked for', () => {
    const model = makeModel(['a', 'b'], { one: (a = 0) => a, two: (_a, b = 0) => b });
    const options = {
      model,
      quantiles: [uniform(0, 1), uniform(0, 1)],
      fill: quasiRandom(),
      samples: 256,
    };
    const all = sobol(options);
    expect(all.evaluations).toBe(256 * 4);
    expect(all.outputs.map((found) => found.output)).toEqual(['one', 'two']);
    const two = sobol({ ...options, outputs: ['two'] });
    expect(two.outputs).toEqual([all.outputs[1]]);
  });

  it('warns of wide intervals, and only of those', () => {
    const bootstrap = { resamples: 200, fill: pseudoRandom(5) };
    const wide = sobol({ ...ISHIGAMI_STUDY, samples: 64, bootstrap });
    expect(wide.warnings.map((warning) => warning.code)).toContain('wide-interval');
    const { groups } = wide.outputs[0] as OutputIndices;
    const [low, high] = groups[0]?.first.interval as [number, number];
    expect(wide.warnings[0]).toEqual({
      code: 'wide-interval',
      output: 'y',
      groups: ['x1'],
      index: 'first',
      width: high - low,
    });
    expect(sobol({ ...ISHIGAMI_STUDY, samples: 65536, bootstrap }).warnings).toEqual([]);
  });

  it('leaves negative estimates as they are', () => {
    const all = Array.from({ length: 20 }, (_, seed) =>
      only({ ...ISHIGAMI_STUDY, samples: 256, fill: pseudoRandom(seed) }),
    );
    const third = all.map((found) => firsts(found)[2] as number);
    expect(third.some((value) => value < 0)).toBe(true);
    expect(third.some((value) => value > 0)).toBe(true);
  });

  it('leaves out evaluations without a value, pair by pair, and counts them', () => {
    // Only AB of x3 can meet x3 > 0.9 beside x1 < 0.1 that A and B do not have, and so on.
    const holes = makeModel(['x1', 'x2', 'x3'], {
      y: (x1 = 0, x2 = 0, x3 = 0) => (x1 < 0.1 && x3 > 0.9 ? NaN : x1 + 2 * x2 + 0.5 * x3),
    });
    const found = sobol({
      model: holes,
      quantiles: [0, 1, 2].map(() => uniform(0, 1)),
      fill: quasiRandom(),
      samples: 8192,
      bootstrap: { resamples: 100, fill: pseudoRandom(2) },
    });
    const { groups } = found.outputs[0] as OutputIndices;
    const rows = groups.map((group) => group.rows);
    const [warning] = found.warnings;
    if (warning?.code !== 'not-finite') throw new Error('expected a warning');
    expect(warning.evaluations).toBeGreaterThan(8192 * 5 * 0.008);
    expect(warning.evaluations).toBeLessThan(8192 * 5 * 0.012);
    for (const count of rows) {
      expect(count).toBeGreaterThan(8192 - warning.rows);
      expect(count).toBeLessThan(8192);
    }
    // A hole of 1 % moves the indices of the model without it by little.
    const variance = 1 + 4 + 0.25;
    expectNear(
      groups.map((group) => group.first.value),
      [1, 4, 0.25].map((v) => v / variance),
      0.02,
    );
  });

  it('says that a constant has no indices', () => {
    const model = makeModel(['a'], { y: () => 0.1 });
    const found = sobol({
      model,
      quantiles: [uniform(0, 1)],
      fill: quasiRandom(),
      samples: 100,
      bootstrap: { resamples: 10, fill: pseudoRandom(0) },
    });
    expect(found.warnings).toEqual([{ code: 'constant', output: 'y' }]);
    expect(found.outputs[0]?.mean).toBe(0.1);
    expect(found.outputs[0]?.groups[0]?.first.value).toBeNaN();
  });

  it('does not lose small variance beside a large mean', () => {
    const at = (offset: number): OutputIndices =>
      only({
        model: makeModel(['a', 'b'], { y: (a = 0, b = 0) => offset + 1e-3 * (a + b) }),
        quantiles: [uniform(0, 1), uniform(0, 1)],
        fill: quasiRandom(),
        samples: 4096,
      });
    expectNear(firsts(at(1e6)), firsts(at(0)), 1e-6);
    expectNear(totals(at(1e6)), totals(at(0)), 1e-6);
  });

  it('refuses unknown names and inputs in two groups', () => {
    expect(() => sobol({ ...ISHIGAMI_STUDY, outputs: ['yy'] })).toThrow('no output yy');
    const groups = [
      { name: 'a', inputs: ['x1'] },
      { name: 'b', inputs: ['x1'] },
    ];
    expect(() => sobol({ ...ISHIGAMI_STUDY, groups })).toThrow('x1 is in two groups');
    const unknown = [{ name: 'a', inputs: ['x9'] }];
    expect(() => sobol({ ...ISHIGAMI_STUDY, groups: unknown })).toThrow('no input x9');
  });
});

describe('bootstrap intervals', () => {
  it('hold the truth about as often as they say', () => {
    const studies = 200;
    const hits = { first: [0, 0, 0], total: [0, 0, 0] };
    const holds = ({ interval }: IndexEstimate, exact: number): number =>
      interval !== undefined && interval[0] <= exact && exact <= interval[1] ? 1 : 0;
    for (let seed = 0; seed < studies; seed++) {
      const found = only({
        ...ISHIGAMI_STUDY,
        samples: 512,
        fill: pseudoRandom(seed),
        bootstrap: { resamples: 200, fill: pseudoRandom(10_000 + seed), level: 0.9 },
      });
      found.groups.forEach(({ first, total }, g) => {
        hits.first[g] = (hits.first[g] as number) + holds(first, ISHIGAMI.first[g] as number);
        hits.total[g] = (hits.total[g] as number) + holds(total, ISHIGAMI.total[g] as number);
      });
    }
    // 90 % of 200 with a standard deviation of 2.1 %; three of them, and a percent for the method.
    for (const share of [...hits.first, ...hits.total].map((count) => count / studies)) {
      expect(share).toBeGreaterThan(0.825);
      expect(share).toBeLessThan(0.975);
    }
  });

  it('shrink as 1 / sqrt(samples)', () => {
    const width = (samples: number): number => {
      const bootstrap = { resamples: 500, fill: pseudoRandom(8) };
      const found = only({ ...ISHIGAMI_STUDY, samples, fill: pseudoRandom(7), bootstrap });
      const [low, high] = found.groups[0]?.total.interval as [number, number];
      return high - low;
    };
    expect(width(1000) / width(16000)).toBeGreaterThan(3);
    expect(width(1000) / width(16000)).toBeLessThan(5.3);
  });
});
