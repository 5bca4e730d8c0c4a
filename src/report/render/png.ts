import { FONT_FAMILY } from './font.ts';
import { fontFile } from './fontFile.ts';

/** How an SVG becomes pixels. */
export interface PngOptions {
  /** Pixels of the image per pixel of the drawing. */
  readonly zoom?: number;
}

/**
 * Turns an SVG of {@link renderSvg} into a PNG. Only the font that comes with the package is used:
 * a machine without fonts would leave all text out, and one with others would change it.
 *
 * @example
 * import { evaluate, loadBuiltin, resolveScenario } from 'emuprove';
 * import { boundsChart, renderPng, renderSvg } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = boundsChart(evaluate(scenario));
 * if (chart !== null) console.log((await renderPng(await renderSvg(chart)))[0]); // 137
 */
export async function renderPng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const image = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFile('regular'), fontFile('bold')],
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
    fitTo: { mode: 'zoom', value: options.zoom ?? 2 },
    background: 'white',
  });
  return image.render().asPng();
}
