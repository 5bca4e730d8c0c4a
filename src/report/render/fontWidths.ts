import { readFileSync } from 'node:fs';
import { advanceWidths, type AdvanceWidths } from './advanceWidths.ts';
import type { FontWeight } from './font.ts';
import { fontFile } from './fontFile.ts';

/** The advance widths of the font that comes with the package. */
export function fontWidths(weight: FontWeight): AdvanceWidths {
  return advanceWidths(readFileSync(fontFile(weight)));
}
