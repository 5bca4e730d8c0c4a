import type { EvaluationResult } from '../../../result/types.ts';
import { figureText } from '../../format.ts';
import { html, type Html } from '../html.ts';
import { table } from '../table.ts';

/** Columns of the resource table, by the names of the figures. */
const FIGURES = [
  ['device_capacity', 'Device has'],
  ['shell', 'Shell keeps'],
  ['usable', 'Usable'],
  ['tile', 'One core takes'],
  ['fit', 'Cores that fit'],
  ['resource_rate', 'Rate of proving if it alone were scarce'],
] as const;

/** What limits the two rates. */
export function boundsSection(result: EvaluationResult, chart: Html): Html {
  return html`<section id="bounds">
    <h2>What limits proving</h2>
    ${chart}
    <details>
      <summary>Resources of the device, on both sides</summary>
      ${resourceTable(result)}
    </details>
  </section>`;
}

function resourceTable({ resources }: EvaluationResult): Html {
  return table(
    'Resources of the device',
    [{ title: 'Resource' }, ...FIGURES.map(([, title]) => ({ title, number: true }))],
    resources.map(({ title, figures }) => [
      title,
      ...FIGURES.map(([name]) => {
        const figure = figures[name];
        // A resource that a side does not need sets it no limit: the quotient is not defined.
        return figure === undefined || figure.invalid !== undefined ? '–' : figureText(figure);
      }),
    ]),
  );
}
