import { InputError, type Issue } from '../issues/issue.ts';
import { supportOf, type ValueRange } from '../scenario/parseRange.ts';
import type { Quantity } from './types.ts';

/**
 * Refuses to set what is no supposition: constants, truths, and what is concluded from the rest.
 *
 * @throws InputError where the quantity can not be set
 */
export function checkSettable(quantity: Quantity, path: string): void {
  const concluded = quantity.settable === false || quantity.unit === 'truth';
  if (quantity.constant === undefined && !concluded) return;
  const why = concluded ? 'it follows from the others' : 'it is a constant';
  const message = `${quantity.name} can not be set: ${why}`;
  throw new InputError([{ code: 'not-settable', message, path }]);
}

/**
 * Checks a value and its range against what makes sense for a quantity. Without bounds of its own a
 * quantity is at least 0: counts, rates, shares and prices are.
 *
 * @param scale base units of one unit of the quantity
 * @throws InputError where a number is out of bounds, or the range does not hold the value
 */
export function checkDomain(
  quantity: Quantity,
  scale: number,
  range: ValueRange,
  path: string,
  file?: string,
): void {
  const issues: Issue[] = [];
  const { min = 0, max = Infinity } = quantity;
  const { value, distribution } = range;
  const [low, high] = supportOf(range);
  for (const [what, number] of Object.entries({ value, low, high })) {
    if (number >= min * scale && number <= max * scale) continue;
    const unit = quantity.unit === 'ratio' ? '' : ` ${quantity.unit}`;
    const expected = max === Infinity ? `at least ${min}${unit}` : `${min} to ${max}${unit}`;
    const message = `the ${what} of ${quantity.name} makes no sense`;
    issues.push({
      code: 'out-of-domain',
      message,
      expected,
      received: String(number / scale),
      path,
      ...(distribution === undefined
        ? {}
        : { suggestion: `truncated(…, ${min}, ${max === Infinity ? '' : max})` }),
    });
    break;
  }
  if (!(low <= value && value <= high)) {
    const message = `the range of ${quantity.name} does not hold its value`;
    const received = `${low / scale} <= ${value / scale} <= ${high / scale}`;
    issues.push({ code: 'range', message, expected: 'low <= value <= high', received, path });
  }
  if (issues.length > 0) {
    throw new InputError(issues.map((issue) => (file === undefined ? issue : { ...issue, file })));
  }
}
