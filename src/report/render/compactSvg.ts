import { FONT_STACK } from './font.ts';

/**
 * What Vega writes on every element and what means nothing in a file: defaults, hints for pointers,
 * and names of its own for the kinds of marks.
 */
const NOISE =
  / (?:opacity="1"|pointer-events="none"|aria-[a-z]+="[^"]*"|role="[^"]*"|xmlns:xlink="[^"]*"|stroke-width="1"|text-anchor="start"|font-weight="normal"|transform="translate\(0,0\)"|class="mark[^"]*")/g;

/** Size of most texts, which the others inherit from the root. */
const TEXT_SIZE = ' font-size="12px"';

/** Areas for the pointer, without ink. */
const EMPTY_PATHS =
  /<path class="(?:background|foreground)"[^>]* d="(?:M0,0h[\d.]+v[\d.]+h-?[\d.]+Z)?"(?! (?:fill|stroke))[^>]*\/>/g;

/** Labels of an axis that Vega hides because they would overlap others. */
const HIDDEN_TEXTS = /<text [^>]*\bopacity="0"[^>]*>[^<]*<\/text>/g;

/**
 * Makes an SVG of Vega half as long without changing how it looks: the font is named once, on the
 * root; coordinates lose the noise of floating point; defaults and invisible parts go.
 */
export function compactSvg(svg: string): string {
  return svg
    .replace(/<[^>]+>/g, (tag) =>
      tag
        .replace(NOISE, '')
        .replace(` font-family="${FONT_STACK}"`, '')
        .replace(TEXT_SIZE, '')
        .replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))),
    )
    .replace(EMPTY_PATHS, '')
    .replace(HIDDEN_TEXTS, '')
    .replace(/^<svg/, `<svg font-family="${FONT_STACK}"${TEXT_SIZE}`);
}
