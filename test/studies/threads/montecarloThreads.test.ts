import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/issues/issue.ts';
import { montecarlo } from '../../../src/studies/montecarlo/montecarlo.ts';
import type { ThreadOptions } from '../../../src/studies/threads/crew.ts';
import { montecarloThreads } from '../../../src/studies/threads/montecarloThreads.ts';
import { withRecipe } from '../../../src/studies/threads/withRecipe.ts';
import type { ColumnModel, StudyInput } from '../../../src/studies/types.ts';
import { makeModel } from '../sobol/support.ts';
import { makeCounter, makeScripts, moduleText, sharedModel, type Scripts } from './support.ts';

const model = makeModel(['a', 'b'], {
  ratio: (a = 0, b = 0) => a / b,
  root: (a = 0) => Math.sqrt(a - 0.2),
  pass: (a = 0, b = 0) => (a < 2 * b ? 1 : 0),
});
const BODY = `
  const [a, b] = [x[0][i], x[1][i]];
  const y = [a / b, Math.sqrt(a - 0.2), a < 2 * b ? 1 : 0];
  const finite = y.every(Number.isFinite);
  if (!finite) bad++;
  y.forEach((value, k) => (o[k][i] = finite ? value : NaN));`;
const inputs: StudyInput[] = [
  { name: 'a', base: 1, distribution: { kind: 'pert', low: 0.1, mode: 1, high: 3 } },
  { name: 'b', base: 1, distribution: { kind: 'lognormal', median: 1, sigma: 1 } },
];
const options = { samples: 50_000, seed: 3, truths: ['pass'], logarithmic: ['ratio'] };
const expected = montecarlo(model, inputs, options);

const nowhere = withRecipe((...args) => model.columns(...args), {
  builder: 'nothing',
  data: undefined,
});

let scripts: Scripts;
let url: string;
beforeAll(async () => {
  scripts = await makeScripts();
  url = scripts.module('model.mjs', moduleText(BODY));
});
afterAll(() => {
  scripts.remove();
});

/** The model, computed in workers too, and how often they did. */
function shared(): { shared: ColumnModel; calls: () => number } {
  const counter = makeCounter();
  return { shared: sharedModel(model, url, counter), calls: () => counter[0] ?? 0 };
}

describe('the same result to the last bit', () => {
  it.each([
    [2, 1024],
    [3, 100],
    [7, 4096],
  ])('with %d threads and chunks of %d', async (threads, chunk) => {
    const { shared: both, calls } = shared();
    const { worker } = scripts;
    const result = await montecarloThreads(both, inputs, { ...options, threads, chunk, worker });
    expect(result).toEqual(expected);
    expect(calls()).toBeGreaterThan(0);
  });

  it('with random points, correlation and inputs in another order', async () => {
    const correlation = {
      inputs: ['a', 'b'],
      matrix: [
        [1, 0.5],
        [0.5, 1],
      ],
    };
    const other = { ...options, method: 'random' as const, correlation };
    const { shared: both, calls } = shared();
    const { worker } = scripts;
    const reversed = [...inputs].reverse();
    const result = await montecarloThreads(both, reversed, { ...other, threads: 2, worker });
    expect(result).toEqual(montecarlo(model, inputs, other));
    expect(calls()).toBeGreaterThan(0);
  });

  it('in this thread: without a recipe, with one thread, without a script, for a short study', async () => {
    const { worker } = scripts;
    const run = (own: ColumnModel, more: ThreadOptions) =>
      montecarloThreads(own, inputs, { ...options, ...more });
    expect(await run(model, { threads: 4, worker })).toEqual(expected);
    // A worker that was started would fail: nothing builds this one.
    const alone = { ...model, columns: nowhere };
    expect(await run(alone, { threads: 1, worker })).toEqual(expected);
    // Beside the source there is no worker.js.
    expect(await run(alone, { threads: 4 })).toEqual(expected);
    // Too short to start workers for.
    expect(await run(alone, { worker: new URL('file:///nowhere/worker.mjs') })).toEqual(expected);
  });
});

describe('progress', () => {
  it('can stop the study after any round, with the same result for any number of threads', async () => {
    const stop = (done: number): boolean => done < 20_000;
    const stopped = montecarlo(model, inputs, options, stop);
    const { shared: both, calls } = shared();
    const seen: number[] = [];
    const result = await montecarloThreads(
      both,
      inputs,
      { ...options, threads: 3, worker: scripts.worker },
      (done) => {
        seen.push(done);
        return stop(done);
      },
    );
    expect(result).toEqual(stopped);
    expect(result.complete).toBe(false);
    expect(seen.at(-1)).toBe(result.samples);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(calls()).toBeGreaterThan(0);
  });

  it('lets timers run in between', async () => {
    let ticked = false;
    setTimeout(() => (ticked = true), 0);
    const { shared: both } = shared();
    const many = { ...options, samples: 1e9, threads: 2, worker: scripts.worker };
    const result = await montecarloThreads(both, inputs, many, () => !ticked);
    expect(result.complete).toBe(false);
  });
});

describe('what goes wrong in a worker is an error, and never a hang', () => {
  const failing = async (columns: ColumnModel['columns'], worker?: URL): Promise<unknown> => {
    const study = { ...options, samples: 1e9, threads: 2, worker: worker ?? scripts.worker };
    return montecarloThreads({ ...model, columns }, inputs, study);
  };
  const from = (name: string, text: string): ColumnModel['columns'] =>
    withRecipe((...args) => model.columns(...args), {
      builder: `${scripts.module(name, text)}#build`,
      data: undefined,
    });

  it.each([
    ['throws', 'export const build = () => () => { throw new Error("no such device"); };'],
    ['cannot be built', 'export const build = () => { throw new Error("no such device"); };'],
    ['is not there', 'export const other = 1; // no such device'],
    ['ends the worker', 'export const build = () => process.exit(0); // no such device'],
  ])('a model that %s', async (name, text) => {
    const error = await failing(from(`${name.replaceAll(' ', '-')}.mjs`, text)).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(
      /^a worker thread failed: .*(no such device|has no function build|ended with code 0)/,
    );
  });

  it('an unknown builder', async () => {
    const error = failing(nowhere);
    await expect(error).rejects.toThrow('a worker thread failed: there is no builder nothing');
  });

  it('a script that is not there', async () => {
    const { recipe } = shared().shared.columns;
    const error = failing(
      withRecipe((...args) => model.columns(...args), recipe),
      new URL('file:///nowhere/worker.mjs'),
    );
    await expect(error).rejects.toThrow('a worker thread failed');
  });
});

it('reports what is wrong with inputs and options', async () => {
  const { shared: both } = shared();
  const { worker } = scripts;
  const study = { ...options, threads: 2, worker };
  await expect(montecarloThreads(both, inputs.slice(1), study)).rejects.toThrow(InputError);
  await expect(montecarloThreads(both, inputs, { ...study, samples: 0 })).rejects.toThrow(
    InputError,
  );
});
