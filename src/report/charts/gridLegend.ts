import { formatNumber } from '../format.ts';
import type { Measure } from '../measure.ts';
import { textWidth } from '../render/textMetrics.ts';
import type { RatioColors } from './gridColors.ts';
import { axisUnit } from './chartMeasure.ts';
import { INK } from './theme.ts';
import { capital, ratioText } from './words.ts';

/** The steps of colour side by side, with the values at which they end. */
export function legendOf(
  { thresholds, colors }: RatioColors,
  measure: Measure,
  width: number,
): object {
  // With one colour for all there is no end of a step to tell.
  const single = thresholds.length === 0;
  const cell = single ? 40 : width / colors.length;
  const texts = thresholds.map((end) => (end >= 1e6 ? ratioText(end) : formatNumber(end)));
  const all = texts.every((text) => textWidth(text, { fontSize: 11 }) + 8 < cell);
  return {
    width,
    height: 12,
    view: { stroke: null },
    layer: [
      {
        data: { values: colors.map((color, i) => ({ color, x: i * cell, x2: (i + 1) * cell })) },
        mark: { type: 'rect', height: 12, y: 6, stroke: INK.rule },
        encoding: {
          x: { field: 'x', type: 'quantitative', scale: null, axis: null },
          x2: { field: 'x2' },
          fill: { field: 'color', type: 'nominal', scale: null },
        },
      },
      {
        data: {
          values: texts.flatMap((text, i) =>
            // Where there is no room for all, every second one, the limit among them.
            all || i % 2 === Math.max(0, thresholds.indexOf(measure.limit ?? NaN)) % 2
              ? [{ text, x: (i + 1) * cell }]
              : [],
          ),
        },
        mark: { type: 'text', baseline: 'top', fontSize: 11, y: 16, color: INK.text },
        encoding: {
          x: { field: 'x', type: 'quantitative', scale: null, axis: null },
          text: { field: 'text' },
        },
      },
      {
        data: { values: [{}] },
        mark: { type: 'text', align: 'left', baseline: 'top', fontSize: 12, color: INK.text },
        encoding: {
          x: { value: 0 },
          y: { value: single ? 16 : 31 },
          text: {
            value: `${capital(measure.name)} (${axisUnit(measure)})${single ? `: about ${measure.text(measure.value)} throughout` : ''}`,
          },
        },
      },
    ],
  };
}
