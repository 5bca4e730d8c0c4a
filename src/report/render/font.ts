import { createRequire } from 'node:module';

/** The font that charts are laid out in; it comes with the package, so every machine has it. */
export const FONT_FAMILY = 'DejaVu Sans';

/** What a browser takes where the font is not installed: Verdana is as wide, the others narrower. */
export const FONT_STACK = 'DejaVu Sans, Verdana, Arial, sans-serif';

const require = createRequire(import.meta.url);

/** Path of the font file in a weight. */
export function fontFile(weight: 'regular' | 'bold'): string {
  const file = weight === 'bold' ? 'DejaVuSans-Bold.ttf' : 'DejaVuSans.ttf';
  return require.resolve(`dejavu-fonts-ttf/ttf/${file}`);
}
