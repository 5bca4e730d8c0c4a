import type { Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';

/**
 * What is wrong with an option that has to be a whole number.
 *
 * @param name - of the option
 * @param value - of it
 * @param least - least valid value
 * @param most - greatest valid value
 */
export function checkWhole(name: string, value: number, least: number, most: number): Issue[] {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return [];
  const message = `${name} must be a whole number`;
  return [{ code: 'bad-option', message, expected: `${least} to ${most}`, received: quote(value) }];
}

/** What is wrong with an option that has to be above 0 and below 1. */
export function checkShare(name: string, value: number): Issue[] {
  if (value > 0 && value < 1) return [];
  const message = `${name} must be between 0 and 1`;
  return [{ code: 'bad-option', message, received: quote(value) }];
}
