import type { EvaluationResult } from '../../result/types.ts';
import { CHARTS } from '../charts/all.ts';
import { chartFigure } from './chartFigure.ts';
import { html, trusted, type Html } from './html.ts';
import { embeddedJson } from './json.ts';
import { contentSecurityPolicy, SCRIPT } from './script.ts';
import { boundsSection } from './sections/bounds.ts';
import { criterionSection } from './sections/criterion.ts';
import { doubtsSection } from './sections/doubts.ts';
import { howToReadSection } from './sections/howToRead.ts';
import { inputsSection } from './sections/inputs.ts';
import { phasesSection } from './sections/phases.ts';
import { reproductionSection } from './sections/reproduction.ts';
import { rivalsSection } from './sections/rivals.ts';
import { costSection, sidesSection } from './sections/sides.ts';
import { verdictSection } from './sections/verdict.ts';
import { STYLE } from './style.ts';

/**
 * An evaluation as one HTML file that needs nothing else: no network, and no script but for the
 * download of the result. The same result gives the same bytes.
 *
 * @throws Error where a chart cannot be drawn without a warning
 */
export async function renderHtml(result: EvaluationResult): Promise<string> {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="emuprove ${result.tool.version}" />
        <link rel="icon" href="data:," />
        <title>${result.scenario.title}: emuprove</title>
        ${element('style', STYLE)}
      </head>
      <body>
        ${verdictSection(result)}
        <main>
          ${howToReadSection(result)} ${sidesSection(result)}
          ${criterionSection(result, await chartFigure(CHARTS.readings, result))}
          ${boundsSection(result, await chartFigure(CHARTS.bounds, result))}
          ${phasesSection(result, await chartFigure(CHARTS['phase-cost'], result))}
          ${rivalsSection(result)} ${costSection(result)} ${doubtsSection(result)}
          ${inputsSection(result)} ${reproductionSection(result)}
        </main>
        ${element('script', embeddedJson(result), 'type="application/json" id="result"')}
        ${element('script', SCRIPT)}
      </body>
    </html> `;
  return page.markup;
}

/** An element whose content is not HTML; nothing in it may end it. */
function element(name: 'script' | 'style', content: string, attributes = ''): Html {
  return trusted(`<${name}${attributes === '' ? '' : ` ${attributes}`}>${content}</${name}>`);
}
