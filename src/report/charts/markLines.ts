import { textWidth } from '../render/textMetrics.ts';
import { spread } from './spread.ts';
import { INK } from './theme.ts';

/** A value to compare with, drawn as a line across all of a chart. */
export interface MarkLine {
  readonly value: number;
  readonly label: string;
  readonly dashed: boolean;
}

/** Pixels of a line of labels. */
const LINE = 15;

/** Pixels between two labels on one line. */
const GAP = 14;

/** Labels may stand out of the plot by this much. */
const OUT = 8;

/**
 * Vertical lines with their labels above the plot, none on another. A line beyond the end of the axis
 * is told of at that end.
 *
 * @param at position of a value in pixels
 * @param width of the plot
 */
export function markLines(
  lines: readonly MarkLine[],
  at: (value: number) => number,
  width: number,
): object[] {
  const labels = lines.map(({ value, label }) => {
    const position = at(value);
    const inside = position >= -0.5 && position <= width + 0.5;
    const text = inside ? label : position < 0 ? `◂ ${label}` : `${label} ▸`;
    const size = textWidth(text, { fontSize: 12 });
    return { text, size, inside, at: Math.max(0, Math.min(width, position)) };
  });
  const places = spread(labels, GAP, [-OUT, width + OUT]);
  return lines.flatMap(({ value, dashed }, i) => {
    const {
      text,
      size,
      inside,
      at: own,
    } = labels[i] ?? { text: '', size: 0, inside: false, at: 0 };
    // Where they have no room side by side they stand one above the other.
    const y = places === null ? -5 - LINE * i : -5;
    const middle = places?.[i] ?? Math.max(size / 2 - OUT, Math.min(width + OUT - size / 2, own));
    // Data of their own, or they would be drawn once for every row.
    const data = { values: [{}] };
    const rule = {
      type: 'rule',
      color: INK.text,
      strokeWidth: 1.5,
      ...(dashed ? { strokeDash: [6, 4] } : {}),
    };
    const label = { type: 'text', baseline: 'bottom', fontSize: 12, color: INK.text };
    return [
      ...(inside
        ? [{ data, mark: rule, encoding: { x: { datum: value, type: 'quantitative' } } }]
        : []),
      {
        data,
        mark: label,
        encoding: { x: { value: middle }, y: { value: y }, text: { value: text } },
      },
    ];
  });
}
