import { describe, expect, it } from 'vitest';
import { randomSampler } from '../../../src/studies/sampling/random.ts';
import { sobolSampler } from '../../../src/studies/sampling/sobol.ts';
import { sobol } from '../../../src/studies/sobol/sobol.ts';
import type { UniformFill } from '../../../src/studies/sobol/types.ts';
import { ISHIGAMI, ISHIGAMI_INPUTS, makeModel } from '../sobol/support.ts';
import { Coverage } from './support.ts';

const LEVEL = 0.8;
const STUDIES = 150;
const SAMPLES = 256;

// The Ishigami function, and a test that passes where both x1 and x2 are above their medians: its
// variance is 3/16, that of P(pass | x1), which is 0 or 1/2, is 1/16, and the rest is the pair's.
const model = makeModel(['x1', 'x2', 'x3'], {
  y: (x1 = 0, x2 = 0, x3 = 0) =>
    Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1),
  pass: (x1 = 0, x2 = 0) => (x1 > 0 && x2 > 0 ? 1 : 0),
});
const EXACT = {
  y: { ...ISHIGAMI, pairs: [0, ISHIGAMI.pair13, 0] },
  pass: { first: [1 / 3, 1 / 3, 0], total: [2 / 3, 2 / 3, 0], pairs: [1 / 3, 0, 0] },
};

function coverageOf(design: (seed: number) => UniformFill): Coverage {
  const coverage = new Coverage();
  for (let seed = 0; seed < STUDIES; seed++) {
    const { outputs } = sobol({
      model,
      quantiles: ISHIGAMI_INPUTS,
      fill: design(seed),
      samples: SAMPLES,
      second: true,
      bootstrap: {
        resamples: 150,
        fill: randomSampler(4, { seed: seed + STUDIES }).fill,
        level: LEVEL,
      },
    });
    for (const { output, groups, pairs } of outputs) {
      const exact = EXACT[output as keyof typeof EXACT];
      for (const order of ['first', 'total'] as const) {
        groups.forEach((group, k) => {
          const what = `${order} ${output} ${group.name}`;
          coverage.add(what, group[order].interval ?? [NaN, NaN], exact[order][k] ?? NaN);
        });
      }
      pairs.forEach(({ groups: [a, b], second }, k) => {
        coverage.add(`${output} ${a} ${b}`, second.interval ?? [NaN, NaN], exact.pairs[k] ?? NaN);
      });
    }
  }
  return coverage;
}

describe('bootstrap intervals of Sobol indices', () => {
  it('hold the truth as often as they say, for random designs', () => {
    const coverage = coverageOf((seed) => randomSampler(6, { seed }).fill);
    // An input without any effect has a total index of exactly 0 with an interval of no width.
    expect(coverage.counts.get('total pass x3')).toEqual({ hits: STUDIES, studies: STUDIES });
    expect(coverage.counts.get('first pass x3')).toEqual({ hits: STUDIES, studies: STUDIES });
    for (const what of ['total pass x3', 'first pass x3']) coverage.counts.delete(what);
    // The percentile bootstrap is good to some percent at 256 rows.
    expect(coverage.outside(LEVEL - 0.03, LEVEL + 0.03)).toEqual([]);
  });

  it('hold it at least as often as they say, for scrambled Sobol points', () => {
    const coverage = coverageOf((seed) => sobolSampler(6, { seed }).fill);
    expect(coverage.outside(LEVEL - 0.03, 1)).toEqual([]);
  });
});
