/** The font that charts are laid out in; it comes with the package, so every machine has it. */
export const FONT_FAMILY = 'DejaVu Sans';

/** What a browser takes where the font is not installed: Verdana is as wide, the others narrower. */
export const FONT_STACK = 'DejaVu Sans, Verdana, Arial, sans-serif';

/** Weights that charts use. */
export type FontWeight = 'regular' | 'bold';
