import type { MilestoneCell, FigureUse, PhasesResult, ScoredSystem } from '../../phases/types.ts';
import { roadmapChart } from '../charts/roadmap.ts';
import { cellWords } from '../table/phasesWords.ts';
import { chartFigure } from './chartFigure.ts';
import { documentOf } from './document.ts';
import { html, type Html } from './html.ts';
import { links } from './links.ts';
import { STYLE } from './style.ts';
import { table } from './table.ts';
import { grouped } from '../../text/grouped.ts';

/**
 * A score as one HTML file that needs nothing else and no network.
 *
 * @example
 * import { loadBuiltin, phases, resolveScenario } from 'emuprove';
 * import { renderPhasesHtml } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const page = await renderPhasesHtml(phases(scenario));
 * console.log(page.startsWith('<!doctype html>')); // true
 */
export async function renderPhasesHtml(result: PhasesResult): Promise<string> {
  const title =
    result.of === null
      ? 'The roadmap, scored'
      : `The roadmap, scored for ${result.systems[0]?.system.name ?? result.of}`;
  return documentOf({
    title,
    version: result.tool.version,
    style: STYLE,
    header: html`<header>
      <h1>${title}</h1>
      <p>${result.finding}.</p>
    </header>`,
    sections: [
      html`<section id="matrix">
        <h2>Systems and milestones</h2>
        ${await chartFigure((layout) => roadmapChart(result, layout), false)}
      </section>`,
      milestonesSection(result),
      ...result.systems.map((scored) => systemSection(result, scored)),
      html`<section id="again">
        <h2>Again</h2>
        <p><code>${result.command}</code></p>
      </section>`,
    ],
    result,
  });
}

function milestonesSection({ milestones, nativeRate }: PhasesResult): Html {
  const sources = new Map(milestones.map(({ source, url }) => [source, url]));
  return html`<section id="milestones">
    <h2>What each milestone demands</h2>
    <p>
      Native is ${grouped(Math.round(nativeRate))} instructions per second throughout.
      ${[...sources].map(([source, url]) => html`Source: ${source} ${links(url)}. `)}
    </p>
    ${table(
      'Milestones of the roadmap',
      [{ title: 'Milestone' }, { title: 'Demands' }],
      milestones.map(({ title, condition, note }) => [
        title,
        note === undefined ? condition : `${condition} (${note})`,
      ]),
    )}
  </section>`;
}

function systemSection(result: PhasesResult, { system, cells, figures }: ScoredSystem): Html {
  const unused = figures.filter((use) => use.unused !== undefined);
  return html`<section id="system-${system.id.replace(/[^a-z0-9-]/g, '-')}">
    <h2>${system.name}</h2>
    ${table(
      `${system.name}, by milestone`,
      [
        { title: 'Milestone' },
        { title: 'Status' },
        { title: 'Figure' },
        { title: 'Why' },
        { title: 'Where from' },
      ],
      cells.map((cell) => [
        result.milestones.find(({ id }) => id === cell.milestone)?.title ?? cell.milestone,
        html`<span class="${OUTCOME_CLASS[cell.status]}">${cellWords(cell)}</span>`,
        cell.value,
        cell.why,
        sourceOf(cell, figures),
      ]),
    )}
    ${
      unused.length === 0
        ? ''
        : html`<p>
            Figures that answer no milestone:
            ${unused.map(({ figure, unused: why }, i) => `${i > 0 ? '; ' : ''}${figure.id}, ${why ?? ''}`)}.
          </p>`
    }
  </section>`;
}

const OUTCOME_CLASS: Readonly<Record<MilestoneCell['status'], string>> = {
  met: 'pass',
  'not-met': 'fail',
  'not-comparable': 'undecided',
  unknown: 'undecided',
};

function sourceOf(cell: MilestoneCell, figures: readonly FigureUse[]): Html | string {
  const figure = figures.find((use) => use.figure.id === cell.figure)?.figure;
  if (figure === undefined) return cell.figure === null ? '' : html`<code>${cell.figure}</code>`;
  const { version, workload, hardware, date, source, url } = figure;
  const place = [version, workload, hardware ?? 'machine not stated', date ?? 'no date'].join(', ');
  return html`${place}; ${source} ${links(url)}`;
}
