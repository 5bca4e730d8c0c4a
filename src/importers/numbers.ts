import { problem, type Line } from './problem.ts';

const COUNT = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;
const HALVES = /^\d+(?:\.[05])?$/;

/** Largest count that is one: beyond it arithmetic is not exact. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * A whole count in a cell: digits, with commas between thousands or without.
 *
 * @param line where it stands, for the message
 */
export function countIn(text: string, line: Line): number {
  const cell = text.trim();
  const value = COUNT.test(cell) ? Number(cell.replaceAll(',', '')) : NaN;
  if (value <= LARGEST) return value;
  throw problem('not a count', line, { expected: 'a number such as 1234 or 1,234' });
}

/** A count of what divides into halves, as `24.5` block RAMs. */
export function halvesIn(text: string, line: Line): number {
  const cell = text.trim();
  const value = HALVES.test(cell) ? Number(cell) : NaN;
  if (value <= LARGEST) return value;
  throw problem('not a count of halves', line, { expected: 'a number such as 24.5' });
}

/** The same as {@link countIn} with a share behind it, as `133 (0.21%)` or `133(0.21%)`. */
export function countWithShare(text: string, line: Line): number {
  const open = text.indexOf('(');
  if (open < 0) return countIn(text, line);
  const share = text.slice(open).replaceAll(' ', '');
  if (!/^\(<?[\d.]+%\)$/.test(share)) throw problem('not a share in percent', line);
  return countIn(text.slice(0, open), line);
}

/** `4,222 / 32,070 ( 13 % )`: what is used, and what there is. */
export function usedOfAvailable(text: string, line: Line): { used: number; available: number } {
  const [used = '', rest, more] = text.split('/');
  if (rest === undefined || more !== undefined) {
    throw problem('not a count of what there is', line, { expected: 'such as 12 / 345 ( 3 % )' });
  }
  if (!rest.includes('(')) throw problem('the line is cut', line, { expected: '( … % )' });
  return { used: countIn(used, line), available: countWithShare(rest, line) };
}

/** A decimal number such as `-0.501`. */
export function decimalIn(text: string, line: Line): number {
  const cell = text.trim();
  if (cell.length > 40 || !/^[+-]?\d+(?:\.\d+)?$/.test(cell)) {
    throw problem('not a number', line, { expected: 'a number such as 1.234' });
  }
  return Number(cell);
}
