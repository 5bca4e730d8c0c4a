import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/issues/issue.ts';
import { addBlock, makeAccumulator } from '../../../src/studies/montecarlo/accumulator.ts';
import { makeBlockComputer } from '../../../src/studies/montecarlo/blockComputer.ts';
import { blockRows } from '../../../src/studies/montecarlo/blocks.ts';
import { montecarlo, montecarloAsync } from '../../../src/studies/montecarlo/montecarlo.ts';
import { readSettings, type MontecarloOptions } from '../../../src/studies/montecarlo/options.ts';
import { checkpoint } from '../../../src/studies/montecarlo/summarise.ts';
import { prepareDraw } from '../../../src/studies/sampling/draw.ts';
import { makeSketch, mergeSketch } from '../../../src/studies/statistics/sketch.ts';
import type { ColumnModel, Distribution, StudyInput } from '../../../src/studies/types.ts';

/** A model of one function per output. */
function modelOf(
  inputs: readonly string[],
  functions: Readonly<Record<string, (...x: number[]) => number>>,
): ColumnModel {
  const list = Object.values(functions);
  return {
    inputs,
    outputs: Object.keys(functions),
    columns: (columns, outputs, from, to) => {
      let bad = 0;
      for (let row = from; row < to; row++) {
        const values = list.map((f) => f(...columns.map((column) => column[row] ?? NaN)));
        const finite = values.every(Number.isFinite);
        if (!finite) bad++;
        for (const [i, value] of values.entries()) {
          const column = outputs[i];
          if (column !== undefined) column[row] = finite ? value : NaN;
        }
      }
      return bad;
    },
  };
}

const input = (name: string, distribution: Distribution): StudyInput => ({
  name,
  base: 1,
  distribution,
});
const uniform: Distribution = { kind: 'uniform', low: 0, high: 1 };
const model = modelOf(['a', 'b', 'c'], {
  sum: (a, b, c) => (a ?? 0) + (b ?? 0) + (c ?? 0),
  ratio: (a, b) => (a ?? 0) / (b ?? 0),
  pass: (a, b) => ((a ?? 0) < 2 * (b ?? 0) ? 1 : 0),
});
const inputs = [
  input('a', { kind: 'lognormal', median: 1, sigma: 0.5 }),
  input('b', { kind: 'lognormal', median: 1, sigma: 1 }),
  input('c', uniform),
];
const options: MontecarloOptions = {
  samples: 20_000,
  seed: 1,
  truths: ['pass'],
  logarithmic: ['ratio'],
};

describe('known answers', () => {
  const result = montecarlo(model, inputs, { ...options, samples: 1 << 17 });
  const [sum, ratio] = result.outputs;
  // log(a / b) is normal with this standard deviation.
  const sigma = Math.hypot(0.5, 1);

  it('means and standard deviations', () => {
    const mean = Math.exp(0.125) + Math.exp(0.5) + 0.5;
    const variance = Math.exp(0.25) * Math.expm1(0.25) + Math.E * Math.expm1(1) + 1 / 12;
    expect(sum?.mean.value).toBeCloseTo(mean, 3);
    expect(sum?.sd).toBeCloseTo(Math.sqrt(variance), 1);
    expect(ratio?.log10?.mean.value).toBeCloseTo(0, 4);
    expect(ratio?.log10?.sd).toBeCloseTo(sigma / Math.LN10, 3);
  });

  it('quantiles', () => {
    // Standard normal quantiles of 1, 5, 10, 25, 50, ... %.
    const z = [-2.326348, -1.644854, -1.281552, -0.67449, 0, 0.67449, 1.281552, 1.644854, 2.326348];
    for (const [i, q] of (ratio?.quantiles ?? []).entries()) {
      const exact = Math.exp(sigma * (z[i] ?? NaN));
      expect(q.value / exact).toBeGreaterThan(0.99);
      expect(q.value / exact).toBeLessThan(1.01);
      expect(q.low).toBeLessThanOrEqual(q.value);
      expect(q.high).toBeGreaterThanOrEqual(q.value);
    }
  });

  it('probability, with an interval far narrower than that of random rows', () => {
    // P(log(a / b) < log 2) = Phi(log 2 / sigma).
    const p = result.truths[0]?.probability;
    expect(p?.value).toBeCloseTo(0.732318, 3);
    expect(result.truths[0]?.interval).toBe('replicates');
    const random = 1.96 * Math.sqrt((0.73 * 0.27) / result.samples);
    expect(((p?.high ?? 1) - (p?.low ?? 0)) / 2).toBeLessThan(random / 2);
  });

  it('convergence at powers of two', () => {
    const samples = result.convergence.map((point) => point.samples);
    expect(samples).toEqual(Array.from({ length: 11 }, (_, i) => 128 * 2 ** i));
    const half = result.convergence.map((point) => {
      const p = point.truths[0]?.probability;
      return ((p?.high ?? 1) - (p?.low ?? 0)) / 2;
    });
    expect(half.at(-1)).toBeLessThan((half[0] ?? 0) / 20);
    expect(result.convergence.at(-1)?.truths[0]?.probability).toEqual(
      result.truths[0]?.probability,
    );
  });

  it('bars for charts', () => {
    expect(ratio?.histogram.logarithmic).toBe(true);
    expect(sum?.histogram.logarithmic).toBe(false);
    expect(sum?.histogram.counts.length).toBe(60);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('the same result to the last bit', () => {
  const expected = montecarlo(model, inputs, options);

  it.each([1, 7, 100, 4096, 1e6])('in chunks of %d', (chunk) => {
    expect(montecarlo(model, inputs, { ...options, chunk })).toEqual(expected);
  });

  it('in any order of inputs', () => {
    expect(montecarlo(model, [...inputs].reverse(), options)).toEqual(expected);
  });

  it('with pauses', async () => {
    expect(await montecarloAsync(model, inputs, options)).toEqual(expected);
  });

  it('from blocks computed by several, in any order', () => {
    const settings = readSettings(options, model.outputs);
    const draw = prepareDraw(model.inputs, inputs);
    const threads = [0, 1, 2].map(() => makeBlockComputer(model, draw, settings));
    const tasks = Array.from({ length: 10 }, (_, block) => block)
      .filter((block) => blockRows(block, settings.rows)[0] < settings.rows)
      .flatMap((block) => Array.from({ length: 8 }, (_, replicate) => ({ block, replicate })));
    const done = tasks.reverse().map(({ block, replicate }, i) => {
      const thread = threads[i % 3];
      if (thread === undefined) throw new Error('no thread');
      const { summary, outputs } = thread.compute(replicate, block);
      thread.sketch(replicate, outputs);
      return structuredClone(summary);
    });
    const sums = makeAccumulator(settings.replicates, model.outputs.length);
    for (const summary of done.sort((a, b) => a.block - b.block)) addBlock(sums, summary);
    const last = checkpoint(sums, model.outputs, settings);
    expect(last).toEqual(expected.convergence.at(-1));
    const merged = makeSketch();
    for (const { sketches } of threads) {
      for (const replicate of sketches) {
        if (replicate[0] !== undefined) mergeSketch(merged, replicate[0]);
      }
    }
    expect([merged.count, merged.min, merged.max]).toEqual([
      expected.outputs[0]?.rows,
      expected.outputs[0]?.min,
      expected.outputs[0]?.max,
    ]);
  });
});

it('gives every seed a result of its own, 0 too', () => {
  const mean = (seed: number, method: 'sobol' | 'random'): number | undefined =>
    montecarlo(model, inputs, { ...options, seed, method }).outputs[0]?.mean.value;
  for (const method of ['sobol', 'random'] as const) {
    expect(mean(0, method)).not.toBe(mean(1, method));
    expect(mean(0, method)).toBe(mean(0, method));
  }
  expect(montecarlo(model, inputs, { samples: 100 }).seed).toBe(0);
});

describe('intervals hold the truth about as often as they say', () => {
  const studies = 200;
  // About three standard errors of 95 % in 200 studies.
  const [least, most] = [0.9, 0.995];
  const holds = (estimate: { low: number; high: number } | undefined, truth: number): number =>
    estimate !== undefined && estimate.low <= truth && truth <= estimate.high ? 1 : 0;

  it.each(['sobol', 'random'] as const)('%s', (method) => {
    const line = modelOf(['a', 'b'], {
      product: (a, b) => (a ?? 0) * (b ?? 0),
      pass: (a, b) => ((a ?? 0) + (b ?? 0) < 0.8 ? 1 : 0),
    });
    const unit = [input('a', uniform), input('b', uniform)];
    let [p, mean, middle, high] = [0, 0, 0, 0];
    for (let seed = 0; seed < studies; seed++) {
      const result = montecarlo(line, unit, { samples: 1600, seed, method, truths: ['pass'] });
      const [product] = result.outputs;
      p += holds(result.truths[0]?.probability, 0.32);
      mean += holds(product?.mean, 0.25);
      // F(x) = x - x log x: solved for 0.5 and 0.9.
      middle += holds(product?.quantiles[4], 0.186682308);
      high += holds(product?.quantiles[6], 0.587539613);
    }
    for (const covered of [p, mean, middle, high]) {
      expect(covered / studies).toBeGreaterThan(least);
      expect(covered / studies).toBeLessThanOrEqual(most);
    }
  });
});

describe('what nearly always or never passes', () => {
  it('has an interval that is not empty', () => {
    const never = modelOf(['a'], { pass: () => 0, always: () => 1 });
    const result = montecarlo(never, [input('a', uniform)], {
      samples: 1000,
      truths: ['pass', 'always'],
    });
    expect(result.truths.map(({ interval }) => interval)).toEqual(['wilson', 'wilson']);
    expect(result.truths[0]?.probability).toMatchObject({ value: 0, low: 0 });
    expect(result.truths[0]?.probability.high).toBeGreaterThan(0.001);
    expect(result.truths[1]?.probability).toMatchObject({ value: 1, high: 1 });
  });
});

describe('rows that are not finite', () => {
  const broken = modelOf(['a'], {
    root: (a) => Math.sqrt((a ?? 0) - 0.25),
    pass: (a) => ((a ?? 0) > 0.5 ? 1 : 0),
  });

  it('are counted and left out', () => {
    const result = montecarlo(broken, [input('a', uniform)], { samples: 8192, truths: ['pass'] });
    expect(result.notFinite).toBe(2048);
    expect(result.outputs[0]).toMatchObject({ rows: 6144, notFinite: 2048 });
    expect(result.truths[0]?.probability.value).toBeCloseTo(2 / 3, 10);
  });

  it('may be all of them', () => {
    const nothing = modelOf(['a'], { x: () => NaN, pass: () => NaN });
    const result = montecarlo(nothing, [input('a', uniform)], { samples: 100, truths: ['pass'] });
    expect(result.notFinite).toBe(result.samples);
    expect(result.outputs[0]?.mean.value).toBeNaN();
    expect(result.truths[0]?.probability).toEqual({ value: NaN, low: 0, high: 1 });
  });
});

describe('progress', () => {
  it('can stop the study, which then says what it has', () => {
    const seen: number[] = [];
    const result = montecarlo(model, inputs, options, (done, half) => {
      seen.push(half);
      return done < 4000;
    });
    expect(result.complete).toBe(false);
    expect(result.samples).toBe(4096);
    expect(result.outputs[0]?.rows).toBe(4096);
    expect(result.truths[0]?.probability.value).toBeCloseTo(0.732, 1);
    expect(seen.at(-1)).toBeLessThan(seen[0] ?? 0);
  });

  it('is what the same seed with fewer samples gives', () => {
    const stopped = montecarlo(model, inputs, options, (done) => done < 4000);
    const short = montecarlo(model, inputs, { ...options, samples: 4096 });
    expect({ ...stopped, complete: true }).toEqual(short);
  });

  it('lets timers run in between', async () => {
    let ticked = false;
    setTimeout(() => (ticked = true), 0);
    const result = await montecarloAsync(
      model,
      inputs,
      { ...options, samples: 1e7 },
      () => !ticked,
    );
    expect(result.complete).toBe(false);
  });
});

describe('small and odd studies', () => {
  it.each([1, 5, 129, 1000])('%d samples', (samples) => {
    const result = montecarlo(model, inputs, { samples, truths: ['pass'] });
    expect(result.samples).toBe(Math.ceil(samples / 8) * 8);
    expect(result.complete).toBe(true);
  });

  it('no input that varies', () => {
    const constant = [1, 2, 3].map((value, i) =>
      input(['a', 'b', 'c'][i] ?? '', { kind: 'constant', value }),
    );
    const [sum] = montecarlo(model, constant, { samples: 64 }).outputs;
    expect(sum).toMatchObject({ mean: { value: 6, low: 6, high: 6 }, sd: 0, min: 6, max: 6 });
    expect(sum?.quantiles.every(({ low, high }) => low === 6 && high === 6)).toBe(true);
  });

  it('says where an interval has no end, as too few draws lie beyond it', () => {
    const uniform = modelOf(['u'], { u: (u) => u ?? NaN });
    const study = (samples: number, seed: number) =>
      montecarlo(uniform, [input('u', { kind: 'uniform', low: 0, high: 1 })], {
        samples,
        seed,
        method: 'random',
      }).outputs[0]?.quantiles ?? [];
    // All of 256 draws lie above the 1 % quantile in 0.99^256 = 7.6 % of studies; of 368 in 2.5 %.
    expect(study(256, 0).map(({ open }) => open)).toEqual([
      ['low'],
      ...Array<undefined>(7).fill(undefined),
      ['high'],
    ]);
    expect(study(600, 0).every(({ open }) => open === undefined)).toBe(true);
    const studies = 300;
    let covered = 0;
    for (let seed = 0; seed < studies; seed++) {
      const [first] = study(256, seed);
      if (first !== undefined && 0.01 <= first.high) covered++;
    }
    // One-sided, so that it holds in 97.5 % of studies; three standard errors below.
    expect(covered / studies).toBeGreaterThan(0.975 - 3 * Math.sqrt((0.975 * 0.025) / studies));
  });

  it('correlated inputs', () => {
    const difference = modelOf(['a', 'b'], { d: (a, b) => (a ?? 0) - (b ?? 0) });
    const normal: Distribution = { kind: 'normal', mean: 0, sd: 1 };
    const correlation = {
      inputs: ['a', 'b'],
      matrix: [
        [1, 0.8],
        [0.8, 1],
      ],
    };
    const [d] = montecarlo(difference, [input('a', normal), input('b', normal)], {
      correlation,
    }).outputs;
    expect(d?.sd).toBeCloseTo(Math.sqrt(0.4), 3);
  });
});

it('covers the rows of a replicate once, block by block', () => {
  let next = 0;
  for (let block = 0; next < 10_000; block++) {
    const [from, to] = blockRows(block, 10_000);
    expect(from).toBe(next);
    expect(to - from).toBeLessThanOrEqual(4096);
    next = to;
  }
  expect([0, 1, 2, 8, 9].map((block) => blockRows(block, 1e6))).toEqual([
    [0, 16],
    [16, 32],
    [32, 64],
    [2048, 4096],
    [4096, 8192],
  ]);
});

it.each<[MontecarloOptions, string]>([
  [{ samples: 0 }, 'samples'],
  [{ samples: 1.5 }, 'samples'],
  [{ seed: -1 }, 'seed'],
  [{ replicates: 1 }, 'replicates'],
  [{ chunk: 0 }, 'chunk'],
  [{ confidence: 1 }, 'confidence'],
  [{ truths: ['pas'] }, 'output'],
])('refuses %j', (wrong, message) => {
  expect(() => montecarlo(model, inputs, wrong)).toThrow(InputError);
  expect(() => montecarlo(model, inputs, wrong)).toThrow(message);
});
