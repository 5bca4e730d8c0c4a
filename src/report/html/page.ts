import type { Dossier } from '../../dossier/types.ts';
import type { LiveParts } from '../live/liveParts.ts';
import { LIVE_STYLE } from '../live/style.ts';
import { CHARTS } from '../charts/all.ts';
import { chartFigure } from './chartFigure.ts';
import { html, trusted, type Html } from './html.ts';
import { packed } from './packed.ts';
import { contentSecurityPolicy, SCRIPT } from './script.ts';
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

/** What a page has beside the report. */
export interface PageOptions {
  /** The part that computes; without it the page is smaller, and only shows. */
  readonly live?: LiveParts;
  /** Whether every chart is drawn once only, and phones scroll it. */
  readonly compact?: boolean;
}

/**
 * A report as one HTML file that needs nothing else and no network. The same dossier gives the same
 * bytes.
 *
 * @throws Error where a chart cannot be drawn without a warning
 */
export async function renderHtml(dossier: Dossier, options: PageOptions = {}): Promise<string> {
  const { evaluation } = dossier;
  const { live, compact = false } = options;
  const figure: Draw = (id) => chartFigure((layout) => CHARTS[id](dossier, layout), compact);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="${contentSecurityPolicy(live?.hashes)}"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="emuprove ${dossier.tool.version}" />
        <link rel="icon" href="data:," />
        <title>${evaluation.scenario.title}: emuprove</title>
        ${element('style', live === undefined ? STYLE : STYLE + LIVE_STYLE)}
      </head>
      <body>
        ${verdictSection(dossier)}
        <main>
          ${live?.section} ${howToReadSection(evaluation)} ${sidesSection(evaluation)}
          ${criterionSection(evaluation, await figure('readings'))}
          ${doubtSection(dossier, await figure('distribution'))}
          ${await decidesSection(dossier, figure)}
          ${breakEvenSection(dossier, await figure('breakeven'))}
          ${await gridSection(dossier, figure)} ${boundsSection(evaluation, await figure('bounds'))}
          ${phasesSection(evaluation, await figure('phase-cost'))} ${rivalsSection(evaluation)}
          ${await mapSection(dossier, figure)} ${await scalingSection(dossier, figure)}
          ${await realTimeSection(dossier, figure)} ${costSection(evaluation, await figure('cost'))}
          ${doubtsSection(evaluation)} ${inputsSection(evaluation)} ${reproductionSection(dossier)}
        </main>
        ${element('script', packed(dossier), 'type="application/gzip;base64" id="result"')}
        ${element('script', SCRIPT)} ${live?.scripts}
      </body>
    </html> `;
  return page.markup;
}

/** An element whose content is not HTML; nothing in it may end it. */
function element(name: 'script' | 'style', content: string, attributes = ''): Html {
  return trusted(`<${name}${attributes === '' ? '' : ` ${attributes}`}>${content}</${name}>`);
}
