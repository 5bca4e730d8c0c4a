import type { Issue } from '../../issues/issue.ts';
import { quote } from '../../issues/quote.ts';
import type { Distribution } from '../types.ts';
import { cdf } from './cdf.ts';
import { stepsOf } from './choice.ts';
import { simplify } from './simplify.ts';

/** Truncation that keeps less than this is taken for a mistake, and would lose digits. */
const LEAST_SHARE = 1e-6;
const DEEPEST = 8;

type Fields = Readonly<Record<string, unknown>>;

/** What has to hold of each kind: its numbers, which are above 0, and their order. */
const RULES = {
  constant: { numbers: ['value'] },
  uniform: { numbers: ['low', 'high'], rising: ['low', 'high'] },
  loguniform: { numbers: ['low', 'high'], positive: ['low', 'high'], rising: ['low', 'high'] },
  triangular: { numbers: ['low', 'mode', 'high'], rising: ['low', 'high'], mode: true },
  pert: { numbers: ['low', 'mode', 'high'], rising: ['low', 'high'], mode: true },
  normal: { numbers: ['mean', 'sd'], positive: ['sd'] },
  normal_range: { numbers: ['p05', 'p95'], rising: ['p05', 'p95'] },
  lognormal: { numbers: ['median', 'sigma'], positive: ['median', 'sigma'] },
  lognormal_range: { numbers: ['p05', 'p95'], positive: ['p05', 'p95'], rising: ['p05', 'p95'] },
} satisfies Record<string, Rule>;

interface Rule {
  readonly numbers: readonly string[];
  readonly positive?: readonly string[];
  readonly rising?: readonly [string, string];
  readonly mode?: boolean;
}

/**
 * What is wrong with a distribution: numbers that are not finite, ends in the wrong order, ranges
 * of a logarithm that are not above 0, lists that are empty, weights that are none.
 *
 * @param distribution - of the right shape, but with any numbers
 * @returns issues whose `path` is the field, e.g. `low` or `values.2`; empty if all is well
 * @example
 * import { validate } from 'emuprove/studies';
 *
 * const [issue] = validate({ kind: 'uniform', low: 2, high: 1 });
 * console.log(issue?.path, issue?.message); // low low must be below high
 */
export function validate(distribution: Distribution): Issue[] {
  return check(distribution, '', 0);
}

function check(distribution: Distribution, at: string, depth: number): Issue[] {
  switch (distribution.kind) {
    case 'truncated': {
      if (depth >= DEEPEST) {
        return [
          { code: 'too-deep', message: 'distributions are nested too deeply', path: `${at}of` },
        ];
      }
      const inner = check(distribution.of, `${at}of.`, depth + 1);
      const bounds = checkBounds(distribution, at);
      if (inner.length > 0 || bounds.length > 0) return [...inner, ...bounds];
      return checkShare(distribution, at);
    }
    case 'choice':
      return [
        ...checkList(distribution.values, `${at}values`),
        ...checkWeights(distribution.values, distribution.weights, `${at}weights`),
      ];
    case 'empirical':
      return checkList(distribution.values, `${at}values`);
    default:
      return checkRule(RULES[distribution.kind], distribution as unknown as Fields, at);
  }
}

function checkRule(rule: Rule, fields: Fields, at: string): Issue[] {
  const value = (name: string): number => fields[name] as number;
  const issues = rule.numbers.flatMap((name) => checkFinite(value(name), name, at));
  if (issues.length > 0) return issues;
  for (const name of rule.positive ?? []) {
    if (!(value(name) > 0)) {
      issues.push(wrong(`${name} must be above 0`, `${at}${name}`, value(name), 'above 0'));
    }
  }
  if (issues.length > 0 || rule.rising === undefined) return issues;
  const [from, to] = rule.rising;
  const [low, high] = [value(from), value(to)];
  if (!(low < high)) {
    const message = `${from} must be below ${to}`;
    issues.push(wrong(message, `${at}${from}`, low, `below ${high}`));
  } else if (!Number.isFinite(high - low)) {
    issues.push(
      wrong(`${from} and ${to} are too far apart`, `${at}${to}`, high, 'a smaller range'),
    );
  } else if (rule.mode === true && !(value('mode') >= low && value('mode') <= high)) {
    const message = 'mode must lie between low and high';
    issues.push(wrong(message, `${at}mode`, value('mode'), `${low} to ${high}`));
  }
  return issues;
}

function checkFinite(value: number, name: string, at: string): Issue[] {
  // Values of the wrong type come from callers without types.
  if (typeof value === 'number' && Number.isFinite(value)) return [];
  return [wrong(`${name} must be a finite number`, `${at}${name}`, value, 'a finite number')];
}

function checkList(values: readonly number[], path: string): Issue[] {
  if (values.length === 0) {
    return [{ code: 'bad-distribution', message: 'there must be at least one value', path }];
  }
  return values.flatMap((value, i) => checkFinite(value, String(i), `${path}.`));
}

function checkWeights(
  values: readonly number[],
  weights: readonly number[] | undefined,
  path: string,
): Issue[] {
  if (weights === undefined) return [];
  if (weights.length !== values.length) {
    const message = 'there must be as many weights as values';
    return [wrong(message, path, weights.length, `${values.length} weights`)];
  }
  const issues = weights.flatMap((weight, i) =>
    Number.isFinite(weight) && weight >= 0
      ? []
      : [wrong('a weight must be at least 0', `${path}.${i}`, weight, 'at least 0')],
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (issues.length === 0 && !(sum > 0 && sum < Infinity)) {
    issues.push(wrong('the weights must have a sum above 0', path, sum, 'above 0'));
  }
  return issues;
}

function checkBounds(bounds: { low?: number; high?: number }, at: string): Issue[] {
  const issues = (['low', 'high'] as const).flatMap((name) => {
    const value = bounds[name];
    return value === undefined ? [] : checkFinite(value, name, at);
  });
  const { low = -Infinity, high = Infinity } = bounds;
  if (issues.length === 0 && !(low < high)) {
    issues.push(wrong('low must be below high', `${at}low`, low, `below ${high}`));
  }
  return issues;
}

function checkShare(distribution: Distribution, at: string): Issue[] {
  const { of, low, high } = simplify(distribution);
  let share: number;
  if (of.kind === 'choice') {
    share = stepsOf(of.values, of.weights, low, high).values.length > 0 ? 1 : 0;
  } else if (of.kind === 'constant') {
    share = of.value >= low && of.value <= high ? 1 : 0;
  } else {
    const F = cdf(of);
    share = F(high) - F(low);
  }
  if (share >= LEAST_SHARE) return [];
  const message = 'truncation leaves nearly nothing of the distribution';
  return [wrong(message, `${at}low`, share, `at least ${LEAST_SHARE} of it`)];
}

function wrong(message: string, path: string, received: unknown, expected: string): Issue {
  return { code: 'bad-distribution', message, path, expected, received: quote(received) };
}
