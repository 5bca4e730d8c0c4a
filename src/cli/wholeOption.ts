import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';

/**
 * Checks a whole number of the command line.
 *
 * @throws InputError where it is none, or out of range
 */
export function wholeOption(option: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  const message = `${option} takes a whole number`;
  throw new InputError([
    { code: 'usage', message, expected: `${least} to ${most}`, received: quote(value) },
  ]);
}

/**
 * Checks `--seed`.
 *
 * @throws InputError where it is no whole number, or below 0
 */
export function seedOption(seed: number): void {
  wholeOption('--seed', seed, 0, Number.MAX_SAFE_INTEGER);
}
