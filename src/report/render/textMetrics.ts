import type { AdvanceWidths } from './advanceWidths.ts';
import type { FontWeight } from './font.ts';
import { fontWidths } from './fontWidths.ts';

/** What decides how wide a text is drawn. */
export interface TextStyle {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

/** Font size where none is given, as in Vega. */
const FONT_SIZE = 11;

const loaded = new Map<FontWeight, AdvanceWidths>();

/**
 * Width of a text in pixels, in the font that comes with the package. Charts are laid out by it, so
 * they come out the same on every machine, whatever fonts it has.
 */
export function textWidth(text: string, style: TextStyle = {}): number {
  const font = widths(isBold(style.fontWeight) ? 'bold' : 'regular');
  let units = 0;
  for (const character of text) units += font.width(character.codePointAt(0) ?? 0);
  return (units * (style.fontSize ?? FONT_SIZE)) / font.unitsPerEm;
}

function isBold(weight: number | string | undefined): boolean {
  return weight === 'bold' || Number(weight) >= 600;
}

function widths(weight: FontWeight): AdvanceWidths {
  const known = loaded.get(weight);
  if (known !== undefined) return known;
  const read = fontWidths(weight);
  loaded.set(weight, read);
  return read;
}
