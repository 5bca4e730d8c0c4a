import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { InputError } from '../../../src/issues/issue.ts';
import { isDistributionText, parseDistribution } from '../../../src/studies/distributions/parse.ts';
import { validate } from '../../../src/studies/distributions/validate.ts';
import type { Distribution } from '../../../src/studies/types.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, MHz: 1e6, '%': 0.01, '(GB/s)': 1e9 };

/** A stand-in for the caller's unit parser. */
function toBase(text: string): number {
  const [, number = '', unit = ''] = /^([-+\d.e]+)\s*(.*)$/i.exec(text) ?? [];
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (factor === undefined) {
    throw new InputError([{ code: 'unknown-unit', message: 'unknown unit', position: 3 }]);
  }
  return number === '' ? Number.NaN : Number(number) * factor;
}

describe('reads', () => {
  test.each<[string, Distribution]>([
    ['uniform(0.5, 0.9)', { kind: 'uniform', low: 0.5, high: 0.9 }],
    ['  uniform ( 50 % ,90%) ', { kind: 'uniform', low: 0.5, high: 0.9 }],
    ['loguniform(1 MHz, 2 MHz)', { kind: 'loguniform', low: 1e6, high: 2e6 }],
    ['triangular(-1,0,1e3)', { kind: 'triangular', low: -1, mode: 0, high: 1000 }],
    ['pert(1,2,4)', { kind: 'pert', low: 1, mode: 2, high: 4 }],
    ['normal(1 (GB/s), 2 (GB/s))', { kind: 'normal', mean: 1e9, sd: 2e9 }],
    ['lognormal(3 MHz, 0.5)', { kind: 'lognormal', median: 3e6, sigma: 0.5 }],
    ['range(1, 2)', { kind: 'lognormal_range', p05: 1, p95: 2 }],
    ['range(-1, 2)', { kind: 'normal_range', p05: -1, p95: 2 }],
    ['normal_range(1, 2)', { kind: 'normal_range', p05: 1, p95: 2 }],
    ['choice(4, 1)', { kind: 'choice', values: [4, 1] }],
    ['empirical(1, 2, 3)', { kind: 'empirical', values: [1, 2, 3] }],
    ['constant(7)', { kind: 'constant', value: 7 }],
    [
      'truncated(normal(0.8, 0.1), , 90 %)',
      { kind: 'truncated', of: { kind: 'normal', mean: 0.8, sd: 0.1 }, high: 0.9 },
    ],
  ])('%s', (text, distribution) => {
    expect(parseDistribution(text, toBase)).toEqual({ ok: true, distribution });
    expect(isDistributionText(text)).toBe(true);
  });
});

describe('says what is wrong, and where', () => {
  test.each<[string, string, number]>([
    ['unifrom(1, 2)', 'there is no such distribution', 1],
    ['constructor(1)', 'there is no such distribution', 1],
    ['__proto__(1)', 'there is no such distribution', 1],
    ['', 'not a distribution', 1],
    ['0.5', 'not a distribution', 1],
    ['uniform', 'not a distribution', 1],
    ['uniform(1, 2', 'a closing parenthesis is missing', 13],
    ['uniform(1, 2) + 3', 'text after the distribution', 14],
    ['uniform(1)', 'the number of arguments is wrong', 1],
    ['uniform()', 'the number of arguments is wrong', 1],
    ['uniform(1, )', 'a number is missing', 13 - 1],
    ['choice()', 'there must be at least one value', 1],
    ['choice(1,,2)', 'a number is missing', 10],
    ['uniform(1, x)', 'not a finite number', 12],
    ['uniform(1, 5 furlong)', 'unknown unit', 14],
    ['uniform(1, 1e999)', 'not a finite number', 12],
    ['uniform(3, 2)', 'low must be below high', 9],
    ['loguniform(0, 2)', 'low must be above 0', 12],
    ['pert(0, 5, 2)', 'mode must lie between low and high', 9],
    ['lognormal(1, 1 MHz)', 'not a finite number', 14],
    ['truncated(uniform(2, 1), 0, 1)', 'low must be below high', 19],
    ['truncated(3, 0, 1)', 'not a distribution', 11],
  ])('%s', (text, message, position) => {
    const parsed = parseDistribution(text, toBase);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok || parsed.issues[0]).toMatchObject({ message, position });
  });
});

it('names the nearest distribution', () => {
  const parsed = parseDistribution('lognromal(1, 2)', toBase);
  expect(parsed.ok || parsed.issues[0]?.suggestion).toBe('lognormal');
});

it('survives hostile text, quickly', () => {
  const hostile = [
    `${'truncated('.repeat(9_000)}1`,
    `uniform(${'('.repeat(90_000)}`,
    `choice(${'1,'.repeat(40_000)}1)`,
    `${' '.repeat(99_000)}x`,
    `${'a'.repeat(99_000)}(`,
    'uniform('.repeat(200_000),
    'uniform(1,2)\u202e\u0000',
    'process.exit(1)',
  ];
  const start = performance.now();
  const results = hostile.map((text) => parseDistribution(text, toBase));
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(results.map(({ ok }) => ok)).toEqual([
    false,
    false,
    true,
    ...new Array<boolean>(5).fill(false),
  ]);
});

it('gives a valid distribution or issues for any text, and never throws', () => {
  const piece = fc.constantFrom(
    'uniform',
    'pert',
    'choice',
    'truncated',
    '(',
    ')',
    ',',
    '1',
    '-2',
    ' ',
    'x',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (text) => {
        const parsed = parseDistribution(text, toBase);
        if (parsed.ok) expect(validate(parsed.distribution)).toEqual([]);
        else expect(parsed.issues.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});

it('lets other errors of the caller through', () => {
  const broken = (): number => {
    throw new TypeError('a bug');
  };
  expect(() => parseDistribution('uniform(1, 2)', broken)).toThrow(TypeError);
});
