import type { Config } from 'vega-lite';
import { FONT_STACK } from '../render/font.ts';
import type { Layout } from './chart.ts';
import { wrapText } from './wrapText.ts';

/** Colours of the charts; every one has a contrast of at least 3 on white. */
export const INK = {
  text: '#1b1f24',
  muted: '#57606a',
  rule: '#d0d7de',
  pass: '#1a7f37',
  fail: '#b3261e',
  limit: '#8a4b00',
  plain: '#57606a',
  blue: '#0b5fa5',
  orange: '#b35900',
} as const;

/** Whole width of a chart in pixels; the narrow one fits a phone of 360 px. */
export const WIDTH: Readonly<Record<Layout, number>> = { wide: 700, narrow: 312 };

/** Look of all charts. */
export const CONFIG: Config = {
  // The root carries a name and a description; a label on every mark would only be read out twice.
  aria: false,
  background: 'white',
  font: FONT_STACK,
  padding: 8,
  view: { stroke: null },
  axis: {
    labelColor: INK.text,
    titleColor: INK.text,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    grid: false,
    domainColor: INK.muted,
    tickColor: INK.muted,
    labelSeparation: 6,
  },
  title: {
    color: INK.text,
    fontSize: 15,
    fontWeight: 'bold',
    anchor: 'start',
    lineHeight: 20,
    offset: 14,
  },
};

/** Long titles of narrow axes grow to the left, where the labels leave room. */
export const AXIS_TITLE = { titleAnchor: 'end', titleAlign: 'right' } as const;

/**
 * The finding as the title of a chart, broken into lines that fit: `title` of a Vega-Lite specification.
 *
 * @example
 * import { chartTitle } from 'emuprove/report';
 *
 * console.log(chartTitle('A core of half the size doubles the ratio', 'wide').text.length); // 1
 */
export function titleOf(finding: string, layout: Layout): { text: string[]; frame: 'bounds' } {
  const style = { fontSize: 15, fontWeight: 'bold' };
  return { text: wrapText(finding, WIDTH[layout] - 20, style), frame: 'bounds' };
}
