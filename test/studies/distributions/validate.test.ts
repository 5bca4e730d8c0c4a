import { describe, expect, it, test } from 'vitest';
import { validate } from '../../../src/studies/distributions/validate.ts';
import type { Distribution } from '../../../src/studies/types.ts';

const normal: Distribution = { kind: 'normal', mean: 0, sd: 1 };

describe('finds what is wrong', () => {
  test.each<[Distribution, string, string]>([
    [{ kind: 'constant', value: Number.NaN }, 'value', 'finite'],
    [{ kind: 'uniform', low: 2, high: 1 }, 'low', 'low must be below high'],
    [{ kind: 'uniform', low: 1, high: 1 }, 'low', 'low must be below high'],
    [{ kind: 'uniform', low: -1e308, high: 1e308 }, 'high', 'too far apart'],
    [{ kind: 'uniform', low: 0, high: Infinity }, 'high', 'finite'],
    [{ kind: 'loguniform', low: 0, high: 1 }, 'low', 'above 0'],
    [{ kind: 'loguniform', low: -2, high: -1 }, 'low', 'above 0'],
    [{ kind: 'triangular', low: 0, mode: 3, high: 2 }, 'mode', 'between'],
    [{ kind: 'pert', low: 0, mode: -1, high: 2 }, 'mode', 'between'],
    [{ kind: 'normal', mean: 0, sd: 0 }, 'sd', 'above 0'],
    [{ kind: 'normal_range', p05: 3, p95: 2 }, 'p05', 'below p95'],
    [{ kind: 'lognormal', median: -1, sigma: 1 }, 'median', 'above 0'],
    [{ kind: 'lognormal_range', p05: -1, p95: 2 }, 'p05', 'above 0'],
    [{ kind: 'choice', values: [] }, 'values', 'at least one'],
    [{ kind: 'choice', values: [1, Number.NaN] }, 'values.1', 'finite'],
    [{ kind: 'choice', values: [1, 2], weights: [1] }, 'weights', 'as many'],
    [{ kind: 'choice', values: [1, 2], weights: [1, -1] }, 'weights.1', 'at least 0'],
    [{ kind: 'choice', values: [1, 2], weights: [0, 0] }, 'weights', 'above 0'],
    [{ kind: 'empirical', values: [] }, 'values', 'at least one'],
    [{ kind: 'truncated', of: normal, low: 1, high: -1 }, 'low', 'low must be below high'],
    [{ kind: 'truncated', of: normal, low: 40 }, 'low', 'nearly nothing'],
    [{ kind: 'truncated', of: { kind: 'choice', values: [1] }, low: 2 }, 'low', 'nearly nothing'],
    [{ kind: 'truncated', of: { kind: 'uniform', low: 2, high: 1 }, low: 0 }, 'of.low', 'below'],
  ])('%j', (distribution, path, message) => {
    const [issue] = validate(distribution);
    expect(issue?.path).toBe(path);
    expect(issue?.message).toContain(message);
  });
});

it('finds nothing wrong with what is right', () => {
  const right: Distribution[] = [
    { kind: 'uniform', low: -1, high: 1 },
    { kind: 'pert', low: 0, mode: 0, high: 1 },
    { kind: 'choice', values: [0, 0], weights: [0, 1] },
    { kind: 'truncated', of: normal, low: 0 },
    { kind: 'truncated', of: { kind: 'constant', value: 1 }, high: 1 },
  ];
  expect(right.flatMap(validate)).toEqual([]);
});

it('bounds the depth of nesting', () => {
  let deep: Distribution = normal;
  for (let i = 0; i < 1000; i++) deep = { kind: 'truncated', of: deep, low: -1 };
  expect(validate(deep)[0]?.code).toBe('too-deep');
});
