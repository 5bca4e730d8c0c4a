import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldText,
  positionOf,
  POSITIONS,
  textAt,
} from '../../../src/report/live/engine/sliderScale.ts';

const LINEAR = { low: 0.2, high: 1, logarithmic: false };
const CLOCK = { low: 1e8, high: 8e8, logarithmic: true };

describe('the scale of a slider', () => {
  it('gives three digits in the unit of the quantity, and never leaves its ends', () => {
    expect(textAt(LINEAR, 0, 1)).toBe('0.2');
    expect(textAt(LINEAR, POSITIONS / 2, 1)).toBe('0.6');
    expect(textAt(LINEAR, POSITIONS, 1)).toBe('1');
    expect(textAt(CLOCK, 0, 1e6)).toBe('100');
    // The middle of a logarithmic slider is the geometric mean: sqrt(1e8 * 8e8) = 282.84 MHz.
    expect(textAt(CLOCK, POSITIONS / 2, 1e6)).toBe('283');
    expect(textAt({ low: 1.2345, high: 2.3456, logarithmic: false }, POSITIONS, 1)).toBe('2.3456');
    expect(textAt({ low: 1.2355, high: 2.3456, logarithmic: false }, 0, 1)).toBe('1.24');
  });

  it('finds the position of a value back, and the ends for what lies beyond', () => {
    const ends = fc.tuple(
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      fc.double({ min: 1.5, max: 1e4, noNaN: true }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(ends, fc.nat(POSITIONS), ([low, factor, logarithmic], position) => {
        const slider = { low, high: low * factor, logarithmic };
        const value = Number(textAt(slider, position, 1));
        expect(value).toBeGreaterThanOrEqual(slider.low);
        expect(value).toBeLessThanOrEqual(slider.high);
        // Three digits are worth at most 1/200 of the value, which is a few positions.
        const slack = logarithmic
          ? 3
          : 2 + (POSITIONS * value * 0.005) / (slider.high - slider.low);
        expect(Math.abs(positionOf(slider, value) - position)).toBeLessThanOrEqual(slack);
      }),
    );
    expect(positionOf(CLOCK, 1)).toBe(0);
    expect(positionOf(CLOCK, -1)).toBe(0);
    expect(positionOf(CLOCK, 1e12)).toBe(POSITIONS);
  });

  it('writes values as fields show them', () => {
    expect(fieldText(208_043_860, 1e6)).toBe('208.044');
    expect(fieldText(0.7, 1)).toBe('0.7');
  });
});
