import type { DossierParts } from '../../dossier/types.ts';
import { CHARTS, type ChartId } from '../../report/charts/all.ts';
import type { Chart, Layout } from '../../report/charts/chart.ts';
import { figureOptions } from '../../report/html/chartFigure.ts';
import type { DrawnCharts } from '../../report/html/page.ts';
import { renderSvg } from '../../report/render/svg.ts';
import { startSecondThread } from './secondThread.ts';

/** Draws the charts of a report in a second thread while the first one still studies its doubt. */
export interface Drawing extends DrawnCharts {
  /** Draws each chart as soon as what it shows is known. */
  readonly onPart: (parts: DossierParts) => void;
  readonly end: () => void;
}

/**
 * Starts drawing for a page.
 *
 * @param compact whether the page has every chart once only
 * @param script of the second thread
 * @returns nothing where there is no second thread to be had: then the first one does it all
 */
export function startDrawing(compact: boolean, script?: URL): Drawing | undefined {
  const second = startSecondThread(script);
  if (second === undefined) return undefined;
  const layouts: readonly Layout[] = compact ? ['wide'] : ['wide', 'narrow'];
  const charts = new Map<string, Chart>();
  const underWay = new Map<Chart, Promise<string | undefined>>();
  const keyOf = (id: ChartId, layout: Layout): string => `${id} ${layout}`;
  const begin = (parts: DossierParts, id: ChartId, layout: Layout): void => {
    const chart = CHARTS[id](parts, layout);
    if (chart === null) return;
    charts.set(keyOf(id, layout), chart);
    // Nothing of the table is drawn.
    const asked = { ...chart, table: { columns: [], rows: [] } };
    underWay.set(chart, second.draw({ chart: asked, options: figureOptions(layout) }));
  };
  return {
    onPart: (parts) => {
      for (const id of Object.keys(CHARTS) as ChartId[]) {
        for (const layout of layouts) {
          if (!charts.has(keyOf(id, layout))) begin(parts, id, layout);
        }
      }
    },
    chart: (id, layout) => charts.get(keyOf(id, layout)),
    draw: async (chart, options) => (await underWay.get(chart)) ?? renderSvg(chart, options),
    end: second.end,
  };
}
