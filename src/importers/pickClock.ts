import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { meant } from './problem.ts';
import type { ClockFigure } from './types.ts';

/** Clocks that a message lists. */
const LISTED = 8;

/**
 * The clock that is meant: the named one, or the only one.
 *
 * @throws InputError where there is none, or several and none is named
 */
export function pickClock(clocks: readonly ClockFigure[], wanted: string | undefined): ClockFigure {
  const named = clocks.filter(({ name }) => name === wanted);
  const [match, ...others] = wanted === undefined ? clocks : named;
  if (match !== undefined && others.length === 0) return match;
  const list = clocks
    .slice(0, LISTED)
    .map(({ name, mhz }) => `${quote(name)} (${mhz.toFixed(2)} MHz)`)
    .join(', ');
  const message =
    clocks.length === 0
      ? 'the report states no limit for any clock'
      : wanted === undefined
        ? `the report has ${clocks.length} clocks; --clock says which`
        : `there is no clock ${quote(wanted)}`;
  throw new InputError([
    {
      code: 'clock',
      message,
      ...(list === '' ? {} : { expected: `one of ${list}` }),
      ...meant(
        wanted,
        clocks.map(({ name }) => name),
      ),
    },
  ]);
}
