import { expect, it } from 'vitest';
import { randomSampler } from '../../../src/studies/sampling/random.ts';
import { shapley } from '../../../src/studies/shapley/shapley.ts';
import { makeModel } from '../sobol/support.ts';
import { Coverage } from './support.ts';

const STUDIES = 300;
const PERMUTATIONS = 60;
/** Phi(1) - Phi(-1): how often a normal estimate is within its standard error. */
const WITHIN = 0.6827;

it('sampled Shapley values lie within their standard error as often as normal estimates do', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const model = makeModel(names, {
    f: (a = 0, b = 0, c = 0, d = 0, e = 0) => a * b * c + Math.max(c, d, e) + a * Math.sqrt(e),
  });
  const options = { model, from: [1, 1, 1, 1, 1], to: [2, 3, 4, 5, 6], output: 'f' };
  const exact = new Map(shapley(options).parts.map(({ name, value }) => [name, value]));
  const coverage = new Coverage();
  for (let seed = 0; seed < STUDIES; seed++) {
    const { fill } = randomSampler(names.length, { seed });
    const sampling = { permutations: PERMUTATIONS, fill };
    for (const { name, value, standardError = NaN } of shapley({
      ...options,
      exactUpTo: 0,
      sampling,
    }).parts) {
      coverage.add(name, [value - standardError, value + standardError], exact.get(name) ?? NaN);
    }
  }
  expect([...coverage.counts.keys()].sort()).toEqual(names);
  // Student's t with 59 degrees of freedom, instead of the normal distribution, takes 0.4 %; gains of
  // an order take few values, so that their mean is not quite normal.
  expect(coverage.outside(WITHIN - 0.02, WITHIN + 0.02)).toEqual([]);
});
