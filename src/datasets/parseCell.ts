import type { Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { STAGES, type ColumnSchema } from './types.ts';

/** A cell's value, or what is wrong with it. */
export type ParsedCell =
  | { readonly ok: true; readonly value: string | number }
  | { readonly ok: false; readonly issue: Issue };

const ID = /^[a-z0-9][a-z0-9._-]{0,99}$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Longest text in a cell; notes run to some 1,500 characters. */
const LONGEST_TEXT = 20_000;

/** Reads the text of a cell that is not blank by the schema of its column. */
export function parseCell(text: string, column: ColumnSchema): ParsedCell {
  switch (column.type) {
    case 'number':
      return parseNumber(text, column);
    case 'id':
      return ID.test(text)
        ? { ok: true, value: text }
        : wrong('not an id', 'lower-case letters, digits, dots and dashes', text);
    case 'date':
      return DATE.test(text)
        ? { ok: true, value: text }
        : wrong('not a date', 'YYYY, YYYY-MM or YYYY-MM-DD', text);
    case 'enum':
      return oneOf(text, column.values ?? []);
    case 'stage':
      return oneOf(text, STAGES);
    case 'text':
    case 'ref':
      return text.length <= LONGEST_TEXT
        ? { ok: true, value: text }
        : wrong('too long', `at most ${LONGEST_TEXT} characters`, text);
  }
}

function parseNumber(text: string, column: ColumnSchema): ParsedCell {
  if (!NUMBER.test(text)) return wrong('not a number', 'a number such as 1303680 or 0.5', text);
  const value = Number(text);
  if (!Number.isFinite(value)) return wrong('too large a number', 'a finite number', text);
  if (column.integer === true && !Number.isInteger(value)) {
    return wrong('not a whole number', 'a whole number', text);
  }
  if (column.min !== undefined && value < column.min) {
    return wrong('too small', `at least ${column.min}`, text);
  }
  if (column.exclusive_min !== undefined && value <= column.exclusive_min) {
    return wrong('too small', `more than ${column.exclusive_min}`, text);
  }
  if (column.max !== undefined && value > column.max) {
    return wrong('too large', `at most ${column.max}`, text);
  }
  return { ok: true, value };
}

function oneOf(text: string, values: readonly string[]): ParsedCell {
  if (values.includes(text)) return { ok: true, value: text };
  const suggestion = nearest(text, values);
  const failed = wrong('unknown value', `one of ${values.join(', ')}`, text);
  if (failed.ok || suggestion === undefined) return failed;
  return { ok: false, issue: { ...failed.issue, suggestion } };
}

function wrong(message: string, expected: string, received: string): ParsedCell {
  return {
    ok: false,
    issue: { code: 'cell', message, expected, received: quote(received) },
  };
}
