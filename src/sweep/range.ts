import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';

/** A contiguous share of the rows of a product. */
export interface Shard {
  /** 1 to `of`. */
  readonly number: number;
  readonly of: number;
}

/**
 * Reads `k/n`, the k-th of n shares.
 *
 * @throws InputError where it is none
 */
export function parseShard(text: string): Shard {
  const [, number = NaN, of = NaN] = (/^\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*$/.exec(text) ?? []).map(
    Number,
  );
  if (number >= 1 && number <= of) return { number, of };
  const message = 'a shard is its number and how many there are';
  const expected = 'k/n with k from 1 to n, such as 3/8';
  throw new InputError([{ code: 'usage', message, expected, received: quote(text) }]);
}

/**
 * The rows of a shard: together the shards are all rows, each once and in order.
 *
 * @param step shards begin at multiples of this
 * @returns the first row and the one after the last
 */
export function shardRange(
  rows: number,
  { number, of }: Shard,
  step = 1,
): readonly [from: number, to: number] {
  const steps = Math.ceil(rows / step);
  // Whole numbers of steps that differ by one at most; BigInt, as the products go beyond 2^53.
  const bound = (k: number): number => Number((BigInt(steps) * BigInt(k)) / BigInt(of));
  return [Math.min(rows, bound(number - 1) * step), Math.min(rows, bound(number) * step)];
}
