import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../src/report/charts/spread.ts';
import { linearTicks, logTicks, tickAxis } from '../../src/report/charts/ticks.ts';
import { fitText } from '../../src/report/charts/fitText.ts';
import { chanceText, listText, powerText, ratioName } from '../../src/report/charts/words.ts';
import { textWidth } from '../../src/report/render/textMetrics.ts';

describe('spread', () => {
  const item = fc.record({
    at: fc.double({ min: -100, max: 500, noNaN: true }),
    size: fc.double({ min: 1, max: 80, noNaN: true }),
  });

  it('puts nothing on anything else, within the ends, in order', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), (items) => {
        const places = spread(items, 4, [0, 400]);
        const total = items.reduce((sum, { size }) => sum + size + 4, -4);
        if (places === null) return total > 400;
        const boxes = items
          .map(({ at, size }, i) => ({ at, from: (places[i] ?? 0) - size / 2, size }))
          .sort((a, b) => a.from - b.from);
        return boxes.every(({ at, from, size }, i) => {
          const next = boxes[i + 1];
          const apart =
            next === undefined || (from + size + 4 <= next.from + 1e-6 && at <= next.at);
          return apart && from >= -1e-6 && from + size <= 400 + 1e-6;
        });
      }),
    );
  });

  it('moves nothing that has room, and two neighbours by as much each', () => {
    expect(
      spread(
        [
          { at: 300, size: 20 },
          { at: 50, size: 30 },
        ],
        4,
        [0, 400],
      ),
    ).toEqual([300, 50]);
    expect(
      spread(
        [
          { at: 100, size: 20 },
          { at: 100, size: 20 },
        ],
        4,
        [0, 400],
      ),
    ).toEqual([88, 112]);
  });
});

describe('ticks', () => {
  const pair = fc
    .tuple(
      fc.double({ min: -6, max: 9, noNaN: true }),
      fc.double({ min: 0.02, max: 14, noNaN: true }),
    )
    .map(([low, span]): [number, number] => [10 ** low, 10 ** (low + span)]);

  it('lie within the axis, ascend, and have labels that do not touch', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 180, max: 640 }), (domain, width) => {
        const [low, high] = domain;
        const at = (value: number): number =>
          (width * Math.log(value / low)) / Math.log(high / low);
        const ticks = logTicks(domain, width);
        const inside = ticks.every(({ value }) => at(value) > -0.01 && at(value) < width + 0.01);
        const half = (text: string): number => textWidth(text, { fontSize: 12 }) / 2;
        const apart = ticks.every(({ value, text }, i) => {
          const next = ticks[i + 1];
          return next === undefined || at(next.value) - at(value) > half(text) + half(next.text);
        });
        return inside && apart;
      }),
    );
  });

  it('are round numbers', () => {
    const texts = logTicks([2500, 11_000], 400).map(({ text }) => text);
    expect(texts).toEqual(['3,000', '5,000', '7,000', '10,000']);
    expect(logTicks([1e3, 1e8], 300).map(({ text }) => text)).toContain('1 M');
    expect(linearTicks([0, 0.42], 300, 5).map(({ value }) => value)).toEqual([
      0, 0.1, 0.2, 0.3, 0.4,
    ]);
  });

  it('are written as said, whatever the format of the editor', () => {
    const { values, labelExpr } = tickAxis([{ value: 1000, text: '1,000' }]);
    expect(values).toEqual([1000]);
    expect(labelExpr).toBe('["1,000"][indexof([1000], datum.value)]');
  });
});

describe('words', () => {
  it('never round a probability to certainty', () => {
    expect([0, 1e-9, 0.5, 0.99951, 1].map(chanceText)).toEqual([
      '0 %',
      '< 0.1 %',
      '50.0 %',
      '> 99.9 %',
      '100 %',
    ]);
    expect(chanceText(NaN)).toBe('not known');
  });

  it('make lists, powers and names', () => {
    expect(listText(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listText(['a'])).toBe('a');
    expect(powerText(22)).toBe('2²²');
    expect(powerText(19.6)).toBe('2^19.6');
    expect(ratioName('per_core')).toBe('per core ratio');
  });
});

describe('fitText', () => {
  it('cuts no more than it must', () => {
    expect(fitText('short', 100)).toBe('short');
    const cut = fitText('x'.repeat(100), 60);
    expect(textWidth(cut)).toBeLessThanOrEqual(60);
    expect(textWidth(`x${cut}`)).toBeGreaterThan(60);
    expect(cut).toMatch(/^x+…$/);
  });
});
