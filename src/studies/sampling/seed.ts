import { InputError } from '../../issues/issue.ts';
import { quote } from '../../issues/quote.ts';

/**
 * The two 32-bit words of a seed. Zero is a seed like any other.
 *
 * @param seed - whole number, 0 to 2^53 - 1
 * @returns low word and high word
 * @throws InputError for anything else
 * @example seedWords(1) // => [1, 0]
 */
export function seedWords(seed: number): [number, number] {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new InputError([
      {
        code: 'bad-seed',
        message: 'a seed must be a whole number',
        expected: '0 to 9007199254740991',
        received: quote(seed),
      },
    ]);
  }
  return [seed >>> 0, Math.floor(seed / 2 ** 32)];
}
