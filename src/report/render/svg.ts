import type { LoggerInterface } from 'vega';
import type { Chart } from '../charts/chart.ts';
import { escapeMarkup } from '../html/escape.ts';
import { visibleText } from '../visible.ts';
import { compactSvg } from './compactSvg.ts';
import { loadVega } from './vega.ts';

/** How a chart is drawn. */
export interface SvgOptions {
  /** Whether the title is drawn; false where the page says it beside the chart. */
  readonly title?: boolean;
  /** Makes ids unique where the same chart is on a page twice. */
  readonly idSuffix?: string;
}

/**
 * Draws a chart as SVG with an accessible name and description.
 *
 * @throws Error with every warning of Vega-Lite or Vega: a chart that they doubt is not shown
 * @example
 * import { evaluate, loadBuiltin, resolveScenario } from 'emuprove';
 * import { boundsChart, renderSvg } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const chart = boundsChart(evaluate(scenario), 'narrow');
 * if (chart !== null) console.log((await renderSvg(chart)).slice(0, 4)); // <svg
 */
export async function renderSvg(chart: Chart, options: SvgOptions = {}): Promise<string> {
  const { vega, vegaLite } = await loadVega();
  const warnings: string[] = [];
  const logger = collector(warnings);
  const { title, ...untitled } = chart.spec;
  // A copy, because Vega numbers the rows of the data that it is given.
  const spec = structuredClone(
    options.title === false || title === undefined ? untitled : chart.spec,
  );
  const compiled = vegaLite.compile(spec, { logger });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger });
  const svg = await view.toSVG();
  view.finalize();
  if (warnings.length > 0) throw new Error(`chart ${chart.id}: ${warnings.join('; ')}`);
  return accessible(compactSvg(svg), chart, options.idSuffix ?? '');
}

/** A logger that keeps warnings and errors, for both libraries. */
function collector(warnings: string[]): LoggerInterface {
  const keep = (...words: readonly unknown[]): LoggerInterface => {
    warnings.push(words.map(String).join(' '));
    return logger;
  };
  const ignore = (): LoggerInterface => logger;
  // Vega asks for its level with no argument, and sets it with one.
  const level = ((value?: number) =>
    value === undefined ? 0 : logger) as LoggerInterface['level'];
  const logger: LoggerInterface = { level, error: keep, warn: keep, info: ignore, debug: ignore };
  return logger;
}

/** Vega writes neither a role nor a name on the root, and drops the description of the chart. */
function accessible(svg: string, chart: Chart, suffix: string): string {
  const id = `chart-${chart.id}${suffix}`;
  const names = [
    `<title id="${id}-title">${escapeMarkup(visibleText(chart.title))}</title>`,
    `<desc id="${id}-desc">${escapeMarkup(visibleText(chart.description))}</desc>`,
  ].join('');
  return svg.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) =>
      `<svg${attributes} id="${id}" role="img" aria-labelledby="${id}-title ${id}-desc">${names}`,
  );
}
