import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/result/types.ts';
import {
  comparedText,
  figureText,
  formatNumber,
  marginText,
  percentText,
  quantityText,
  rangeText,
  siText,
} from '../../src/report/format.ts';
import { visibleText } from '../../src/report/visible.ts';

const figure = (value: Figure['value'], unit: string, scale = 1, more: object = {}): Figure => ({
  name: 'x',
  title: 'X',
  value,
  unit,
  display: { unit, scale },
  ...more,
});

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [474, '474'],
    [3760.9, '3,761'],
    [1303680, '1,303,680'],
    [229.84, '229.8'],
    [208.04, '208'],
    [0.41373, '0.414'],
    [0.7, '0.7'],
    [17.97, '18.0'],
    [82.00000000000001, '82'],
    [6.76e10, '6.76e10'],
    [2.242e-5, '2.24e-5'],
    [-1234.5, '-1,235'],
    [9999999.6, '10,000,000'],
    [NaN, 'not finite'],
    [Infinity, 'not finite'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('siText', () => {
  it.each([
    [27629525, '27.6 M'],
    [999960, '1.00 M'],
    [1000, '1 k'],
    [100493399, '100 M'],
    [1476562500, '1.48 G'],
    [0, '0'],
    [-27629525, '-27.6 M'],
  ])('%d is %s', (value, text) => {
    expect(siText(value)).toBe(text);
  });
});

describe('quantityText', () => {
  it.each([
    [208043860, 'MHz', 1e6, '208 MHz'],
    [1559.8, 'lut / core', 1, '1,560 LUT/core'],
    [6.758920604e10, 'cycle / s', 1, '67.6 G cycle/s'],
    [142593261.7, 'cycle / s / core', 1, '143 M cycle/s/core'],
    [229840, 'kB', 1e3, '229.8 kB'],
    [6116528, 'byte', 1, '6.12 MB'],
    [8, 'byte', 1, '8 bytes'],
    [5e-6, 's', 1, '5 µs'],
    [0.0267, 'lut * s / cycle', 1, '0.0267 LUT·s/cycle'],
    [474, 'core', 1, '474 cores'],
    [1, 'core', 1, '1 core'],
    [116, 'query', 1, '116 queries'],
    [0.537, 'ratio', 1, '0.537'],
    [2, '1', 1, '2'],
    [6399, 'J', 1, '6,399 J'],
    [0.001 / 3600, 'USD / h', 1 / 3600, '0.001 USD/h'],
  ])('%d in %s is %s', (value, unit, scale, text) => {
    expect(quantityText(value, { unit, scale })).toBe(text);
  });
});

describe('figureText', () => {
  it('says why there is no value', () => {
    expect(figureText(figure(null, 'USD', 1, { missing: ['price'] }))).toBe(
      'not known (needs price)',
    );
    expect(figureText(figure(null, 'USD', 1, { missing: ['a', 'b', 'c', 'd', 'e'] }))).toBe(
      'not known (needs a, b, c and 2 more)',
    );
    expect(figureText(figure(null, 'core', 1, { invalid: 'division by zero in fit' }))).toBe(
      'not defined (division by zero in fit)',
    );
    expect(figureText(figure(null, 'core'))).toBe('not known');
  });

  it('names elements and truths', () => {
    expect(figureText(figure(0, 'ratio', 1, { element: 'bram' }))).toBe('block RAMs');
    expect(figureText(figure(true, 'truth'))).toBe('yes');
  });
});

describe('comparedText', () => {
  it('never shows a value that fails as equal to its limit', () => {
    expect(comparedText(figure(256040, 'kB', 1e3), figure(256000, 'kB', 1e3))).toEqual([
      '256.04 kB',
      '256 kB',
    ]);
    expect(comparedText(figure(229840, 'kB', 1e3), figure(256000, 'kB', 1e3))).toEqual([
      '229.8 kB',
      '256 kB',
    ]);
    expect(comparedText(figure(1, 'ratio'), figure(1, 'ratio'))).toEqual(['1', '1']);
  });
});

describe('the rest', () => {
  it('says what a margin means', () => {
    expect(marginText(Math.log10(10000 / 3760.9))).toBe('2.66 times to spare');
    expect(marginText(-Math.log10(3.0568))).toBe('3.06 times too much');
    expect(marginText(5.776264)).toBe('597,000 times to spare');
    expect(marginText(Math.log10(1.004))).toBe('0.4 % to spare');
    expect(marginText(0)).toBe('exactly at the limit');
    expect(marginText(null)).toBe('not known');
  });

  it('writes shares and ranges', () => {
    expect([0, 0.0004, 0.042, 0.0996, 0.2455, 1, 12].map(percentText)).toEqual([
      '0 %',
      '< 0.1 %',
      '4.2 %',
      '10 %',
      '25 %',
      '100 %',
      '1,200 %',
    ]);
    expect(rangeText(0.5, 0.85, { unit: 'ratio', scale: 1 })).toBe('0.5 – 0.85');
    expect(rangeText(undefined, 0.85, { unit: 'ratio', scale: 1 })).toBe('… – 0.85');
    expect(rangeText(undefined, undefined, { unit: 'ratio', scale: 1 })).toBe('');
  });

  it('makes what nobody sees visible, and cuts', () => {
    expect(visibleText('a\u202eb\u200d\u0000\ud800\u2028c\nd')).toBe(
      'a⟨U+202E⟩b⟨U+200D⟩⟨U+0000⟩⟨U+D800⟩⟨U+2028⟩c d',
    );
    expect(visibleText('é😀 µ')).toBe('é😀 µ');
    expect(visibleText('x'.repeat(10000), 10)).toBe(`${'x'.repeat(10)}… (10,000 characters)`);
  });
});
