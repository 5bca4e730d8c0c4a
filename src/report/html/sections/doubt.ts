import type { Dossier } from '../../../dossier/types.ts';
import { formatNumber, quantityText } from '../../format.ts';
import { outputTitle, probabilityText } from '../../table/doubt/shared.ts';
import { html, type Html } from '../html.ts';
import { table } from '../table.ts';

/** How likely it passes, and how the ratio is spread. */
export function doubtSection({ doubt }: Dossier, charts: readonly Html[]): Html {
  if (doubt === null) {
    return html`<section id="doubt">
      <h2>How sure this is</h2>
      <p class="missing">Not studied: a value that decides is missing.</p>
    </section>`;
  }
  const { montecarlo } = doubt;
  const { result, inputs } = montecarlo;
  return html`<section id="doubt">
    <h2>How sure this is</h2>
    <p>
      ${result.varying.length} inputs are in doubt: ${count(inputs, 'range')} within a range that
      their source states, ${count(inputs, 'stage')} within the band of their
      stage${count(inputs, 'stated') > 0 ? `, ${count(inputs, 'stated')} as the scenario says` : ''}.
      All of them are drawn together, ${formatNumber(result.samples)} times, each once for both
      sides.
    </p>
    ${montecarlo.notes.map((note) => html`<p><strong>${note}</strong></p>`)} ${charts}
    <details>
      <summary>Quantiles of the ratio and of both rates</summary>
      ${result.outputs.slice(0, 3).map(({ name, quantiles }) => {
        const display = montecarlo.outputs.find((output) => output.name === name)?.display;
        const text = (value: number): string =>
          display === undefined ? formatNumber(value) : quantityText(value, display);
        return table(
          outputTitle(montecarlo, name),
          [
            { title: 'Quantile' },
            { title: 'Value', number: true },
            { title: 'Interval', number: true },
          ],
          quantiles.map(({ probability, value, low, high }) => [
            probabilityText(probability),
            text(value),
            `${text(low)} – ${text(high)}`,
          ]),
        );
      })}
    </details>
  </section>`;
}

function count(inputs: readonly { readonly basis: string }[], basis: string): number {
  return inputs.filter((input) => input.basis === basis).length;
}
