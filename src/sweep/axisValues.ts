import type { Unit } from '../formula/unit.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { parseSetting } from '../scenario/parseSetting.ts';
import { LONGEST_AXIS } from './axis.ts';

/** A number, and the unit it is written in; empty for the quantity's own. */
interface Written {
  readonly number: number;
  readonly unit: string;
}

const WRITTEN = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([^\d\s.].*)?$/is;

/** Slack at the end of a range, in steps: 0.5..0.9:0.1 has five values whatever rounding does. */
const SLACK = 1e-9;

/**
 * The values of a quantity that an axis lists, as texts that {@link parseSetting} reads: single
 * values, `low..high:step` and `low..high:xfactor`, separated by commas. A range without a step goes
 * by ones. A bound without a unit is in the unit that another part of its range is written in. The
 * numbers are those a person would write: 0.5, 0.6, 0.7 and not 0.7000000000000001.
 *
 * @param own unit of the quantity
 * @throws InputError for what can not be read, and for more than {@link LONGEST_AXIS} values
 * @example axisValues('1, 10..40:x2', ONE, 'over.x') // => ['1', '10', '20', '40']
 */
export function axisValues(text: string, own: Unit, path: string): string[] {
  const labels: string[] = [];
  for (const item of text.split(',')) {
    if (item.includes('..')) labels.push(...range(item, own, path));
    else {
      parseSetting(item, own, path);
      labels.push(item.trim());
    }
    if (labels.length > LONGEST_AXIS) throw tooMany(path);
  }
  return labels;
}

function range(item: string, own: Unit, path: string): string[] {
  const refuse = (message: string, expected = 'low..high:step, or low..high:xfactor'): InputError =>
    new InputError([{ code: 'axis-range', message, expected, received: quote(item), path }]);
  const [, lowText = '', highText = '', how, stepText = ''] =
    /^(.+?)\.\.([^:]+?)(?::\s*(x)?(.*))?$/s.exec(item) ?? [];
  const parts = [lowText, highText, ...(stepText === '' ? [] : [stepText])].map(read);
  const [low, high, step] = parts;
  if (low === undefined || high === undefined || parts.includes(undefined)) {
    // What is no number or no unit is told as for a single value.
    for (const part of [lowText, highText, stepText])
      if (part !== '') parseSetting(part, own, path);
    throw refuse('this is no range');
  }
  if (item.includes(':') && step === undefined) throw refuse('the step is missing');
  if (how === 'x' && step !== undefined) {
    if (step.unit !== '') throw refuse('a factor has no unit');
    const factor = step.number;
    if (!(factor > 1 && low.number > 0)) {
      throw refuse('a range by factors starts above 0, and its factor is above 1');
    }
    const unit = low.unit || high.unit;
    const last = inUnit(high, unit, own, path);
    const count = Math.log(last / low.number) / Math.log(factor);
    return spaced(count, unit, refuse, path, (i) => tidy(low.number * factor ** i));
  }
  const unit = low.unit || high.unit || (step?.unit ?? '');
  const [first, last] = [inUnit(low, unit, own, path), inUnit(high, unit, own, path)];
  const by = step === undefined ? 1 : inUnit(step, unit, own, path);
  if (step === undefined && !(Number.isInteger(first) && Number.isInteger(last))) {
    throw refuse('a range that is not of whole numbers needs a step');
  }
  if (!(by > 0)) throw refuse('the step is not above 0');
  const digits = Math.max(decimals(first), decimals(by));
  return spaced((last - first) / by, unit, refuse, path, (i) => rounded(first + i * by, digits));
}

function spaced(
  count: number,
  unit: string,
  refuse: (message: string, expected: string) => InputError,
  path: string,
  at: (i: number) => number,
): string[] {
  if (!(count > -SLACK)) throw refuse('the range ends before it starts', 'low..high');
  if (count > LONGEST_AXIS) throw tooMany(path);
  const length = Math.floor(count + SLACK) + 1;
  return Array.from({ length }, (_, i) => `${at(i)} ${unit}`.trim());
}

function read(text: string): Written | undefined {
  const match = WRITTEN.exec(text);
  const number = Number(match?.[1]);
  if (match === null || !Number.isFinite(number)) return undefined;
  return { number, unit: (match[2] ?? '').trim() };
}

/** A number in another unit of the same dimension. */
function inUnit({ number, unit }: Written, wanted: string, own: Unit, path: string): number {
  const base = parseSetting(`${number} ${unit || wanted}`, own, path);
  if (unit === '' || unit === wanted) return number;
  return tidy(base / parseSetting(`1 ${wanted}`, own, path));
}

/** Decimals of a number as it is written. */
function decimals(number: number): number {
  const [mantissa = '', exponent = '0'] = String(number).split('e');
  const [, fraction = ''] = mantissa.split('.');
  return Math.max(0, fraction.length - Number(exponent));
}

/** A number without what adding decimal fractions leaves behind. */
function rounded(number: number, digits: number): number {
  return digits > 15 ? tidy(number) : Number(number.toFixed(digits));
}

function tidy(number: number): number {
  return Number(number.toPrecision(15));
}

function tooMany(path: string): InputError {
  const issue: Issue = {
    code: 'axis-too-long',
    message: 'the axis has too many values',
    expected: `at most ${LONGEST_AXIS}`,
    path,
  };
  return new InputError([issue]);
}
