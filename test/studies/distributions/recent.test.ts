import { expect, it } from 'vitest';
import { recent } from '../../../src/studies/distributions/recent.ts';

it('keeps what was made last', () => {
  const kept = recent<number>(2);
  for (const [k, key] of ['a', 'b', 'c'].entries()) kept.set(key, k);
  expect(['a', 'b', 'c'].map(kept.get)).toEqual([undefined, 1, 2]);
});
