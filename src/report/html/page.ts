import type { Dossier } from '../../dossier/types.ts';
import type { LiveParts } from '../live/liveParts.ts';
import { LIVE_STYLE } from '../live/style.ts';
import { CHARTS, type ChartId } from '../charts/all.ts';
import type { Chart, Layout } from '../charts/chart.ts';
import { chartFigure, type DrawSvg } from './chartFigure.ts';
import { documentOf } from './document.ts';
import { html, type Html } from './html.ts';
import { boundsSection } from './sections/bounds.ts';
import { breakEvenSection } from './sections/breakEven.ts';
import { criterionSection } from './sections/criterion.ts';
import { doubtSection } from './sections/doubt.ts';
import { doubtsSection } from './sections/doubts.ts';
import {
  decidesSection,
  gridSection,
  mapSection,
  realTimeSection,
  scalingSection,
  type Draw,
} from './sections/studies.ts';
import { howToReadSection } from './sections/howToRead.ts';
import { inputsSection } from './sections/inputs.ts';
import { phasesSection } from './sections/phases.ts';
import { reproductionSection } from './sections/reproduction.ts';
import { rivalsSection } from './sections/rivals.ts';
import { costSection, sidesSection } from './sections/sides.ts';
import { verdictSection } from './sections/verdict.ts';
import { STYLE } from './style.ts';

/** Charts of a report, and their drawings. */
export interface DrawnCharts {
  /** A chart of the same report, where it has been made. */
  readonly chart: (id: ChartId, layout: Layout) => Chart | undefined;
  /** Its drawing; like `renderSvg` for what has not been drawn. */
  readonly draw: DrawSvg;
}

/** What a page has beside the report. */
export interface PageOptions {
  /** The part that computes; without it the page is smaller, and only shows. */
  readonly live?: LiveParts;
  /** Why there is no such part, for readers who may miss it: the end of a sentence. */
  readonly notLive?: string;
  /** Whether every chart is drawn once only, and phones scroll it. */
  readonly compact?: boolean;
  /** Charts that have been drawn already, or are about to be; what is left out is drawn here. */
  readonly drawn?: DrawnCharts;
}

/**
 * A report as one HTML file that needs nothing else and no network. The same dossier gives the same
 * bytes.
 *
 * @throws Error where a chart cannot be drawn without a warning
 * @example
 * import { loadBuiltin, report, resolveScenario } from 'emuprove';
 * import { renderHtml } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const page = await renderHtml(await report(scenario, { samples: 4096 }), { compact: true });
 * console.log(page.startsWith('<!doctype html>')); // true
 */
export async function renderHtml(dossier: Dossier, options: PageOptions = {}): Promise<string> {
  const { evaluation } = dossier;
  const { live, compact = false, notLive, drawn } = options;
  const figure: Draw = (id) =>
    chartFigure(
      (layout) => drawn?.chart(id, layout) ?? CHARTS[id](dossier, layout),
      compact,
      drawn?.draw,
    );
  return documentOf({
    title: evaluation.scenario.title,
    version: dossier.tool.version,
    style: live === undefined ? STYLE : STYLE + LIVE_STYLE,
    header: verdictSection(dossier),
    sections: [
      live?.section ?? notLiveSection(notLive),
      howToReadSection(evaluation),
      sidesSection(evaluation),
      criterionSection(evaluation, await figure('readings')),
      doubtSection(dossier, [await figure('distribution'), await figure('tests')]),
      await decidesSection(dossier, figure),
      breakEvenSection(dossier, await figure('breakeven')),
      await gridSection(dossier, figure),
      boundsSection(evaluation, await figure('bounds')),
      phasesSection(evaluation, await figure('phase-cost')),
      rivalsSection(evaluation),
      await mapSection(dossier, figure),
      await scalingSection(dossier, figure),
      await realTimeSection(dossier, figure),
      costSection(evaluation, await figure('cost')),
      doubtsSection(evaluation),
      inputsSection(evaluation),
      reproductionSection(dossier),
    ],
    result: dossier,
    scripts: live?.scripts,
    hashes: live?.hashes,
  });
}

/** Where the part that computes would be, why it is not there. */
function notLiveSection(why: string | undefined): Html | undefined {
  if (why === undefined) return undefined;
  return html`<section id="live">
    <h2>Try it</h2>
    <p>Nothing can be changed in this page: ${why}.</p>
  </section>`;
}
