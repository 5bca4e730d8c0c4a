import { formatNumber, siText } from '../format.ts';
import { visibleText } from '../visible.ts';

/** What the value of a reading of the criterion is called: `overhead`, `per core ratio`. */
export function ratioName(reading: string): string {
  const words = visibleText(reading.replaceAll('_', ' '), 60);
  return words === 'overhead' ? words : `${words} ratio`;
}

/** A ratio beside a mark; large ones short. */
export function ratioText(value: number): string {
  return value >= 1e6 ? siText(value) : formatNumber(value);
}

/**
 * A probability to a tenth of a percent that never rounds to certainty.
 *
 * @example chanceText(0.99999) // => '> 99.9 %'
 */
export function chanceText(probability: number): string {
  if (!Number.isFinite(probability)) return 'not known';
  if (probability === 0 || probability === 1) return `${100 * probability} %`;
  if (probability < 0.0005) return '< 0.1 %';
  if (probability > 0.9995) return '> 99.9 %';
  return `${(100 * probability).toFixed(1)} %`;
}

/** Some things in a sentence: `a`, `a and b`, `a, b and c`. */
export function listText(items: readonly string[]): string {
  const [last = '', ...before] = [...items].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
}

/** A name in a sentence, told from the words around it. */
export function quoted(name: string): string {
  return `“${name}”`;
}

/** With a capital at its start. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a small letter at its start, unless it starts with an abbreviation as `LUTs`. */
export function small(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Whether a number can be on a logarithmic axis. */
export function isPositive(value: number | null | undefined): value is number {
  return typeof value === 'number' && value > 0 && value < Infinity;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * A power of two.
 *
 * @example powerText(22) // => '2²²'
 */
export function powerText(exponent: number): string {
  if (!Number.isFinite(exponent)) return 'not known';
  const text = String(Number(exponent.toPrecision(4)));
  if (!/^\d+$/.test(text)) return `2^${text}`;
  return `2${[...text].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '').join('')}`;
}
