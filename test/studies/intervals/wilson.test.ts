import { expect, it } from 'vitest';
import { wilson } from '../../../src/studies/statistics/wilson.ts';
import { binomial } from './support.ts';

/** How often the interval holds p, exactly: the probability of all counts whose interval does. */
function coverage(p: number, trials: number, confidence: number): number {
  return binomial(trials, p).reduce((sum, term, passes) => {
    const [low, high] = wilson(passes, trials, confidence);
    return low <= p && p <= high ? sum + term : sum;
  }, 0);
}

// Nothing is drawn here: the coverage is a sum. L. D. Brown, T. T. Cai and A. DasGupta, Statistical
// Science 16 (2001) 101-133: on average over p Wilson's interval holds it about as often as it says,
// for few trials as for many; from one p to the next it oscillates, as counts are whole.
it.each([
  [0.95, 50],
  [0.95, 400],
  [0.8, 50],
  [0.8, 400],
])('Wilson: at %d in %d trials', (confidence, trials) => {
  const ps = Array.from({ length: 499 }, (_, k) => (k + 1) / 500);
  const covered = ps.map((p) => coverage(p, trials, confidence));
  const mean = covered.reduce((sum, c) => sum + c, 0) / ps.length;
  expect(Math.abs(mean - confidence)).toBeLessThan(0.01);
  // Where 10 passes and 10 failures are expected, an end is off by less than one count.
  const short = ps.filter((p, k) => {
    const counts = trials * Math.min(p, 1 - p) >= 10;
    return counts && (covered[k] ?? 0) < confidence - Math.max(...binomial(trials, p));
  });
  expect(short).toEqual([]);
});
