import type * as Vega from 'vega';
import type * as VegaLite from 'vega-lite';
import { textWidth, type TextStyle } from './textMetrics.ts';

/** The two libraries that draw charts. */
export interface Libraries {
  readonly vega: typeof Vega;
  readonly vegaLite: typeof VegaLite;
}

/** What Vega calls to lay out text. It exports it, but its type definitions leave it out. */
interface TextMetrics {
  width: (item: TextStyle & { limit?: number; text?: unknown }, text?: unknown) => number;
}

let libraries: Promise<Libraries> | undefined;

/**
 * Loads Vega and Vega-Lite. Only drawing needs them, and loading them takes longer than everything
 * else the command line does, so nothing imports them statically.
 */
export function loadVega(): Promise<Libraries> {
  libraries ??= load();
  return libraries;
}

async function load(): Promise<Libraries> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  // Without a canvas Vega guesses widths, and with one it takes them from the machine's fonts.
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
  textMetrics.width = (item, text) => {
    const shown = text ?? item.text;
    if (shown === undefined || shown === null) return 0;
    const width = textWidth(String(shown), item);
    // Longer text is drawn cut to its limit.
    return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width;
  };
  return { vega, vegaLite };
}
