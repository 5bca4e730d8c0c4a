import { InputError, type Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

/** A line of a report, with its number from 1. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** The lines of a report, without their ends. */
export function linesOf(text: string): Line[] {
  return text.split('\n').map((line, i) => ({
    text: line.endsWith('\r') ? line.slice(0, -1) : line,
    number: i + 1,
  }));
}

/** What is wrong with a report; where a line is at fault it is quoted with its number. */
export function problem(
  message: string,
  line?: Line,
  more: Pick<Issue, 'expected' | 'suggestion'> = {},
): InputError {
  const place = line === undefined ? {} : { row: line.number, received: quote(line.text.trim()) };
  return new InputError([{ code: 'report', message, ...place, ...more }]);
}

/** Names that are compared with a wrong one: a report can have a million of them. */
const COMPARED = 2_000;

/** The name in a report that a wrong one may have been meant for, fit for a message. */
export function meant(
  wanted: string | undefined,
  names: readonly string[],
): { readonly suggestion?: string } {
  const name = wanted === undefined ? undefined : nearest(wanted, names.slice(0, COMPARED));
  return name === undefined ? {} : { suggestion: quote(name) };
}
