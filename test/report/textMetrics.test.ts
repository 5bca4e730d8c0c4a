import { describe, expect, it } from 'vitest';
import { logAxis } from '../../src/report/charts/logAxis.ts';
import { wrapText } from '../../src/report/charts/wrapText.ts';
import { textWidth } from '../../src/report/render/textMetrics.ts';

// Advance widths by fontTools 4 (hmtx of DejaVu Sans 2.37), in 1/2048 of the font size.
const REGULAR = {
  ' ': 651,
  A: 1401,
  M: 1767,
  i: 569,
  '0': 1303,
  µ: 1303,
  '✓': 1716,
  '◂': 1028,
  '…': 2048,
};
const BOLD = { ' ': 713, A: 1585, M: 2038, i: 702, '0': 1425, '…': 2048 };

describe('textWidth', () => {
  it.each(Object.entries(REGULAR))('%s in regular', (character, units) => {
    expect(textWidth(character, { fontSize: 2048 })).toBe(units);
  });

  it.each(Object.entries(BOLD))('%s in bold', (character, units) => {
    expect(textWidth(character, { fontSize: 2048, fontWeight: 'bold' })).toBe(units);
    expect(textWidth(character, { fontSize: 2048, fontWeight: 700 })).toBe(units);
  });

  it('adds up, also beyond the first plane and where the font has no glyph', () => {
    expect(textWidth('AM')).toBeCloseTo(((1401 + 1767) * 11) / 2048, 12);
    expect(textWidth('')).toBe(0);
    expect(textWidth('\u{1f9ff}\u{10ffff}')).toBeGreaterThan(0);
  });
});

describe('wrapText', () => {
  it('keeps numbers with their signs, and breaks words that are too wide', () => {
    expect(wrapText('takes 25 % of them', 50)).toEqual(['takes', '25 % of', 'them']);
    expect(wrapText('6.76 M would do', 45)).toEqual(['6.76 M', 'would', 'do']);
    const pieces = wrapText(`a ${'x'.repeat(50)}`, 30);
    expect(pieces.join('')).toBe(`a${'x'.repeat(50)}`);
    for (const piece of pieces) expect(textWidth(piece)).toBeLessThanOrEqual(30);
  });
});

describe('logAxis', () => {
  it('covers whole decades and thins its ticks', () => {
    expect(logAxis([3761, 7.93, 0.0167, 1e4])).toEqual({
      domain: [0.01, 1e4],
      values: [0.01, 0.1, 1, 10, 100, 1000, 1e4],
    });
    expect(logAxis([1000]).domain).toEqual([1000, 1e4]);
    expect(logAxis([1e-30, 1e30]).values.length).toBeLessThanOrEqual(9);
  });
});
