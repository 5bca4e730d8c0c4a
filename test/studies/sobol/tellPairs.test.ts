import { describe, expect, it } from 'vitest';
import { tellPairs } from '../../../src/studies/sobol/tellPairs.ts';
import type { PairIndex } from '../../../src/studies/sobol/types.ts';

const pair = (name: string, value: number, half: number): PairIndex => ({
  groups: [name, 'other'],
  second: { value, interval: [value - half, value + half] },
});

/** Normal numbers by the method of Box and Muller, of a generator of Park and Miller. */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

describe('tellPairs', () => {
  it('is the interval itself for one pair', () => {
    expect(tellPairs([pair('a', 0.11, 0.1)])).toHaveLength(1);
    expect(tellPairs([pair('a', 0.09, 0.1)])).toHaveLength(0);
    expect(tellPairs([{ groups: ['a', 'b'], second: { value: 1 } }])).toEqual([]);
  });

  it('asks more of each the more there are', () => {
    // 100 pairs: 1 - 0.025 / 100 has the normal quantile 3.4808 (R: qnorm), 1.7760 times 1.95996.
    const noise = Array.from({ length: 99 }, (_, k) => pair(`n${k}`, 0, 0.1));
    expect(tellPairs([...noise, pair('a', 0.177, 0.1)])).toEqual([]);
    expect(tellPairs([...noise, pair('a', 0.178, 0.1)]).map(({ groups }) => groups[0])).toEqual([
      'a',
    ]);
  });

  it('gives the largest first, whichever sign', () => {
    const told = tellPairs([pair('a', 0.3, 0.01), pair('b', -0.5, 0.01)]);
    expect(told.map(({ groups }) => groups[0])).toEqual(['b', 'a']);
  });

  it('finds something among nothing in no more than one study of twenty', () => {
    const normal = normals(1);
    let wrong = 0;
    const studies = 400;
    for (let study = 0; study < studies; study++) {
      const noise = Array.from({ length: 200 }, (_, k) => pair(`n${k}`, normal(), 1.959964));
      if (tellPairs(noise).length > 0) wrong++;
    }
    // 5 % and three standard errors.
    expect(wrong / studies).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / studies));
  });
});
