import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { log10Name } from '../../src/doubt/logarithmic.ts';
import { montecarloReport } from '../../src/doubt/montecarlo.ts';
import type { Prepared } from '../../src/doubt/prepare.ts';
import { sobolReport } from '../../src/doubt/sobol.ts';
import { normalQuantile } from '../../src/studies/distributions/normalQuantile.ts';
import type { Distribution } from '../../src/studies/types.ts';
import { builtin } from '../support/loadScenario.ts';
import { pert, prepareFrozen, type Measured, type Reference } from './reference/frozen.ts';

// Numbers of OpenTURNS 1.20 on the same model with the same inputs; reference/make.mjs made them.
const reference = JSON.parse(
  readFileSync('test/doubt/reference/openturns.json', 'utf8'),
) as Reference;
const prepared = prepareFrozen(builtin(), reference.scenario);
const AGAIN = `the model is not the one that OpenTURNS studied: run ${reference.made['command'] ?? ''}`;

/** Half an interval of 95 % as a standard error. */
const seOf = (low: number, high: number): number => (high - low) / 2 / normalQuantile(0.975);

/** Estimates of 0 that differ by rounding only have a standard error of 0. */
const ROUNDING = 1e-9;

/** Two estimates of one number, each with its standard error. */
interface Pair {
  readonly name: string;
  readonly own: Measured;
  readonly theirs: Measured;
}

/**
 * The pairs that differ by more than chance. Where both estimate the same number, their difference
 * has mean 0 and the standard deviation that both standard errors make together, so that it exceeds
 * z of them with probability 2 (1 - Phi(z)). z is such that, over all pairs of one list, one in a
 * hundred seeds would lead to any (Bonferroni).
 */
function apart(pairs: readonly Pair[]): string[] {
  const z = normalQuantile(1 - 0.01 / 2 / pairs.length);
  return pairs
    .filter(({ own, theirs }) => {
      const difference = Math.abs(own.value - theirs.value);
      return !(difference <= z * Math.hypot(own.se, theirs.se) + ROUNDING);
    })
    .map(({ name, own, theirs }) => `${name}: ${own.value}, OpenTURNS ${theirs.value}`);
}

const montecarloPairs = async (study: Prepared): Promise<Pair[]> => {
  const { result } = await montecarloReport(study, { samples: 2 ** 16, seed: 0 });
  const { log10, truths, probabilities, rows } = reference.montecarlo;
  const ratio = result.outputs.find(({ name }) => name === study.headline);
  if (ratio?.log10 === undefined) throw new Error('no logarithm');
  const { mean, sd } = ratio.log10;
  const estimated = (low: number, value: number, high: number): Measured => ({
    value,
    se: seOf(low, high),
  });
  return [
    { name: 'mean', own: estimated(mean.low, mean.value, mean.high), theirs: log10.mean },
    // No interval is reported; it is at most that of as many random rows.
    {
      name: 'sd',
      own: { value: sd, se: log10.sd.se * Math.sqrt(rows / result.samples) },
      theirs: log10.sd,
    },
    ...probabilities.map((probability, k) => {
      const own = ratio.quantiles.find((q) => q.probability === probability);
      const [low, value, high] = [own?.low, own?.value, own?.high].map((x) => Math.log10(x ?? NaN));
      return {
        name: `quantile ${probability}`,
        own: estimated(low ?? NaN, value ?? NaN, high ?? NaN),
        theirs: log10.quantiles[k] ?? { value: NaN, se: NaN },
      };
    }),
    ...Object.entries(truths).map(([name, theirs]) => {
      const own = result.truths.find((truth) => truth.name === name)?.probability;
      return { name, own: estimated(own?.low ?? NaN, own?.value ?? NaN, own?.high ?? NaN), theirs };
    }),
  ];
};

it('has the model and the inputs of the reference', () => {
  const inputs = prepared.inputs.map(({ name, base, distribution }) => ({
    name,
    base,
    distribution: pert(distribution),
  }));
  expect(
    inputs.map(({ name }) => name),
    AGAIN,
  ).toEqual(reference.inputs.map(({ name }) => name));
  const numbers = (list: typeof reference.inputs): number[] =>
    list.flatMap(({ base, distribution: { low, mode, high } }) => [base, low, mode, high]);
  // Setting and taking back a unit may turn the last bit.
  numbers(inputs).forEach((number, k) => {
    const stored = numbers(reference.inputs)[k] ?? NaN;
    expect(Math.abs(number - stored), AGAIN).toBeLessThanOrEqual(1e-14 * Math.abs(stored));
  });
  expect([...prepared.model.outputs], AGAIN).toEqual(
    expect.arrayContaining([...reference.outputs]),
  );
  const places = reference.outputs.map((name) => prepared.model.outputs.indexOf(name));

  const { points } = reference;
  const columns = inputs.map((_, k) => Float64Array.from(points.inputs, (row) => row[k] ?? NaN));
  const found = prepared.model.outputs.map(() => new Float64Array(points.inputs.length));
  prepared.model.columns(columns, found, 0, points.inputs.length);
  points.outputs.forEach((row, r) => {
    row.forEach((value, k) => {
      const own = found[places[k] ?? NaN]?.[r] ?? NaN;
      // NumPy's logarithms and powers differ from ours in the last bits.
      expect(Math.abs(own - value), AGAIN).toBeLessThanOrEqual(1e-11 * Math.abs(value));
    });
  });
});

describe('agrees with OpenTURNS within the errors of both', () => {
  it('Monte Carlo: mean, spread and quantiles of the ratio, and every probability', async () => {
    expect(apart(await montecarloPairs(prepared))).toEqual([]);
  });

  it('notices inputs of the same ranges that are drawn with another shape', async () => {
    const uniform = (distribution: Distribution): Distribution => {
      const { low, high } = pert(distribution);
      return { kind: 'uniform', low, high };
    };
    const inputs = prepared.inputs.map((input) =>
      input.name === 'unit_busy' ? { ...input, distribution: uniform(input.distribution) } : input,
    );
    const found = apart(await montecarloPairs({ ...prepared, inputs }));
    expect(found.map((text) => text.split(':')[0])).toContain('sd');
  });

  it('Sobol: first-order and total indices of the ratio and of the verdict', async () => {
    const { result } = await sobolReport(prepared, { samples: 4096, seed: 0 });
    expect(result.outputs.map(({ output }) => output)).toEqual([
      log10Name(prepared.headline),
      prepared.verdict,
    ]);
    // A test flips in whole rows. Few of them are counted where an input hardly matters, perhaps none,
    // which leaves the bootstrap without a spread; but a count of n is known to sqrt(n), n being what
    // the index of the reference leads to, and 1 at least.
    const counted = (which: number, index: number): number => {
      const row = which === 0 ? 0 : 0.5 / result.samples / (result.outputs[which]?.variance ?? NaN);
      return Math.sqrt(row * Math.max(row, index));
    };
    const pairs = Object.entries(reference.sobol.indices).flatMap(([estimator, outputs]) =>
      result.outputs.flatMap(({ output, groups }, which) =>
        (['first', 'total'] as const).flatMap((order) =>
          groups.map((group, k): Pair => {
            const { value, interval: [low, high] = [NaN, NaN] } = group[order];
            const theirs = outputs[output]?.[order][k] ?? { value: NaN, se: NaN };
            const se = Math.max(seOf(low, high), counted(which, theirs.value));
            return {
              name: `${estimator} ${order} ${output} ${group.name}`,
              own: { value, se },
              theirs,
            };
          }),
        ),
      ),
    );
    expect(pairs).toHaveLength(3 * 2 * 2 * reference.inputs.length);
    expect(apart(pairs)).toEqual([]);
    // Of the inputs that matter, both say the same order.
    const leaders = (list: readonly { value: number }[]): number[] =>
      list
        .map(({ value }, k) => ({ value, k }))
        .sort((a, b) => b.value - a.value)
        .slice(0, 3)
        .map(({ k }) => k);
    const total = result.outputs[0]?.groups.map((group) => group.total) ?? [];
    const jansen = reference.sobol.indices['jansen']?.[log10Name(prepared.headline)]?.total ?? [];
    expect(leaders(total)).toEqual(leaders(jansen));
  });
});
