import { grouped } from '../text/grouped.ts';

/** A factor within this share of 1 is written with more decimals, */
const NEAR = 0.1;

/** but no more than so many. */
const DECIMALS = 7;

/**
 * A factor as people say it: a percentage near 1, else how many times, whichever way.
 *
 * @example factorText(1.034) // => '3.4 %'
 * @example factorText(11.47) // => 'a factor of 11.5'
 */
export function factorText(factor: number): string {
  const size = factor < 1 ? 1 / factor : factor;
  if (size >= 2) return `a factor of ${numberText(size)}`;
  const percent = 100 * Math.abs(factor - 1);
  return percent < 0.01 ? 'less than 0.01 %' : `${numberText(percent, 2)} %`;
}

/**
 * A factor in a table or in brackets.
 *
 * @example timesText(4.2183) // => '× 4.22'
 */
export function timesText(factor: number): string {
  const size = Math.abs(factor - 1);
  if (size === 0) return '× 1';
  if (factor >= 1000) return `× ${grouped(Math.round(factor))}`;
  if (size >= NEAR) return `× ${numberText(factor)}`;
  // As many decimals as it takes to tell it from 1.
  return `× ${factor.toFixed(Math.min(DECIMALS, 1 - Math.floor(Math.log10(size))))}`;
}

/** A ratio as people read it. */
export function numberText(value: number, digits = 3): string {
  if (value >= 1000) return grouped(Math.round(value));
  const text = value.toPrecision(digits);
  return text.includes('e') ? text : String(Number(text));
}

/** A share, 0 to 1, as a percentage. */
export function percentText(share: number): string {
  const percent = 100 * share;
  if (percent === 0) return '0 %';
  return percent < 1 ? '< 1 %' : `${percent.toFixed(0)} %`;
}

/** Words joined by commas, and the last by `and`. */
export function listText(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
