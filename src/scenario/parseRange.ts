import { InputError } from '../issues/issue.ts';
import { formatDimension } from '../formula/dimension.ts';
import type { Unit } from '../formula/unit.ts';
import { centre } from '../studies/distributions/centre.ts';
import { isDistributionText, parseDistribution } from '../studies/distributions/parse.ts';
import { quantile } from '../studies/distributions/quantile.ts';
import type { Distribution } from '../studies/types.ts';
import { parseSetting } from './parseSetting.ts';
import type { Setting } from './types.ts';

/** A value in base units, with the least and the most that it may be. */
export interface ValueRange {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** Where one is stated; `value` is then its centre. */
  readonly distribution?: Distribution;
}

/**
 * The value and the range of a setting in base units. Bounds without a unit are in the unit that the
 * value is written in: `{value: 500 MB/s, low: 400}` means 400 MB/s.
 *
 * @param own unit of the quantity
 * @throws InputError as parseSetting does, and for a range beside a distribution
 */
export function parseRange(setting: Setting, own: Unit, path: string): ValueRange {
  const { value, low, high } = setting;
  if (typeof value === 'string' && isDistributionText(value)) {
    const ranged = low !== undefined || high !== undefined;
    return ranged ? refuseRange(path) : distributed(setting, value, own, path);
  }
  const unit = typeof value === 'string' ? value.replace(/^\s*[-+.\deE]*/, '') : '';
  const parse = (bound: number | string): number =>
    parseSetting(typeof bound === 'number' ? `${bound} ${unit}` : bound, own, path);
  return {
    value: parseSetting(value, own, path),
    ...(low === undefined ? {} : { low: parse(low) }),
    ...(high === undefined ? {} : { high: parse(high) }),
  };
}

/** A scenario is bound to many models, and a text of 100,000 samples takes its time. */
const PARSED = new WeakMap<Setting, Map<string, ValueRange>>();

function distributed(setting: Setting, text: string, own: Unit, path: string): ValueRange {
  const known = PARSED.get(setting) ?? new Map<string, ValueRange>();
  PARSED.set(setting, known);
  const unit = `${own.scale} ${formatDimension(own.dimension)}`;
  const found = known.get(unit) ?? parseDistributed(text, own, path);
  known.set(unit, found);
  return found;
}

function parseDistributed(text: string, own: Unit, path: string): ValueRange {
  const parsed = parseDistribution(text, (number) => parseSetting(number, own, path));
  if (!parsed.ok) throw new InputError(parsed.issues.map((issue) => ({ ...issue, path })));
  return { value: centre(parsed.distribution), distribution: parsed.distribution };
}

/** All that a value may be: the support of its distribution, or its range. */
export function supportOf({ value, low, high, distribution }: ValueRange): [number, number] {
  if (distribution === undefined) return [low ?? value, high ?? value];
  const found = SUPPORTS.get(distribution) ?? endsOf(distribution);
  SUPPORTS.set(distribution, found);
  return [found[0], found[1]];
}

const SUPPORTS = new WeakMap<Distribution, readonly [number, number]>();

function endsOf(distribution: Distribution): readonly [number, number] {
  const q = quantile(distribution);
  return [q(0), q(1)];
}

function refuseRange(path: string): never {
  const message = 'a distribution says itself how low and how high it goes';
  throw new InputError([{ code: 'range', message, expected: 'no low and no high', path }]);
}
