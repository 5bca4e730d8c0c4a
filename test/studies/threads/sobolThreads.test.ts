import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/issues/issue.ts';
import { quantile } from '../../../src/studies/distributions/quantile.ts';
import { sobolSampler } from '../../../src/studies/sampling/sobol.ts';
import { sobol } from '../../../src/studies/sobol/sobol.ts';
import { sobolThreads } from '../../../src/studies/threads/sobolThreads.ts';
import { withRecipe } from '../../../src/studies/threads/withRecipe.ts';
import type { ColumnModel, StudyInput } from '../../../src/studies/types.ts';
import { ISHIGAMI, ishigami } from '../sobol/support.ts';
import { makeCounter, makeScripts, moduleText, sharedModel, type Scripts } from './support.ts';

const BODY = `
  const [a, b, c] = [x[0][i], x[1][i], x[2][i]];
  o[0][i] = Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);`;
const inputs = ['x1', 'x2', 'x3'].map((name): StudyInput => ({
  name,
  base: 0,
  distribution: { kind: 'uniform', low: -Math.PI, high: Math.PI },
}));
const options = { samples: 4096, seed: 2, second: true, resamples: 100 };

let scripts: Scripts;
let url: string;
beforeAll(async () => {
  scripts = await makeScripts();
  url = scripts.module('ishigami.mjs', moduleText(BODY));
});
afterAll(() => {
  scripts.remove();
});

function shared(): { shared: ColumnModel; calls: () => number } {
  const counter = makeCounter();
  return { shared: sharedModel(ishigami, url, counter), calls: () => counter[0] ?? 0 };
}

it('finds the indices of the Ishigami function', async () => {
  const { outputs } = await sobolThreads(ishigami, inputs, options);
  const [y] = outputs;
  y?.groups.forEach(({ first, total }, k) => {
    expect(first.value).toBeCloseTo(ISHIGAMI.first[k] ?? NaN, 2);
    expect(total.value).toBeCloseTo(ISHIGAMI.total[k] ?? NaN, 2);
    expect(first.interval?.[0]).toBeLessThan(first.value);
    expect(first.interval?.[1]).toBeGreaterThan(first.value);
  });
  expect(y?.pairs.find(({ groups }) => groups.join() === 'x1,x3')?.second.value).toBeCloseTo(
    ISHIGAMI.pair13,
    2,
  );
});

it('estimates what sobol does from the same points', async () => {
  const { samples, seed, second } = options;
  const quantiles = inputs.map(({ distribution }) => quantile(distribution));
  const { fill } = sobolSampler(6, { seed });
  const expected = sobol({ model: ishigami, quantiles, fill, samples, second });
  expect(await sobolThreads(ishigami, inputs, { samples, seed, second })).toEqual(expected);
});

describe('the same result to the last bit', () => {
  it.each([2, 3, 7])('with %d threads', async (threads) => {
    const { shared: both, calls } = shared();
    const { worker } = scripts;
    const seen: number[] = [];
    const result = await sobolThreads(both, inputs, { ...options, threads, worker }, (share) => {
      seen.push(share);
    });
    expect(result).toEqual(await sobolThreads(ishigami, inputs, options));
    expect(calls()).toBeGreaterThan(0);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
  });

  it('with inputs in another order, and a seed that matters', async () => {
    const reversed = [...inputs].reverse();
    const expected = await sobolThreads(ishigami, inputs, options);
    expect(await sobolThreads(ishigami, reversed, options)).toEqual(expected);
    expect(await sobolThreads(ishigami, inputs, { ...options, seed: 0 })).not.toEqual(expected);
  });
});

it('ends with the error of a worker', async () => {
  const broken = scripts.module('broken.mjs', 'export const build = () => { throw Error("no"); };');
  const recipe = { builder: `${broken}#build`, data: undefined };
  const columns = withRecipe((...args) => ishigami.columns(...args), recipe);
  const study = { ...options, samples: 1 << 20, threads: 2, worker: scripts.worker };
  await expect(sobolThreads({ ...ishigami, columns }, inputs, study)).rejects.toThrow(
    'a worker thread failed: no',
  );
});

it('reports what is wrong', async () => {
  const wrong = [
    { outputs: ['z'] },
    { groups: [{ name: 'g', inputs: ['x9'] }] },
    { samples: 0 },
    { seed: -1 },
    { resamples: 1.5 },
    { level: 1 },
    { threads: 0 },
  ];
  for (const more of wrong) {
    const study = sobolThreads(ishigami, inputs, { ...options, ...more });
    await expect(study).rejects.toThrow(InputError);
  }
  await expect(sobolThreads(ishigami, inputs.slice(1), options)).rejects.toThrow(InputError);
});
