import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grouped } from '../../src/text/grouped.ts';

const english = new Intl.NumberFormat('en-US', { maximumFractionDigits: 15 });

it('writes numbers as the locale en-US does', () => {
  for (const number of [
    0,
    -0,
    7,
    999,
    1000,
    -1234567,
    1234.5678,
    0.00001234,
    1e-7,
    1e21,
    2 ** 60,
  ]) {
    expect(grouped(number)).toBe(english.format(number + 0));
  }
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => {
      expect(grouped(number)).toBe(english.format(number));
    }),
  );
});

it('takes a number as text, with the digits that it has', () => {
  expect(['1234.50', '0.0001234', '12345678'].map(grouped)).toEqual([
    '1,234.50',
    '0.0001234',
    '12,345,678',
  ]);
});
