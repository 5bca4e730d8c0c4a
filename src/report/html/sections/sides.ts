import type { EvaluationResult, Figure } from '../../../result/types.ts';
import { figureText } from '../../format.ts';
import { html, type Html } from '../html.ts';

/** Both sides of the ratio and the proof, each as a list of figures. */
export function sidesSection({ native, proving, proof }: EvaluationResult): Html {
  return html`<section id="sides">
    <h2>Both sides</h2>
    <div class="cards sides">
      ${card('Running: one device as cores', native)}${card('Proving: one device as prover', proving)}${card('The proof', proof)}
    </div>
  </section>`;
}

/** What it costs, as far as prices are known. */
export function costSection({ cost }: EvaluationResult, chart: Html): Html {
  return html`<section id="cost">
    <h2>Cost and energy</h2>
    ${chart}
    <div class="cards">${card('Per 10⁹ instructions and per hour', cost)}</div>
  </section>`;
}

function card(title: string, figures: readonly Figure[]): Html {
  return html`<div class="card">
    <h3>${title}</h3>
    <dl>
      ${figures.map(
        (figure) =>
          html`<div>
            <dt>${figure.title}</dt>
            <dd>${figureText(figure)}</dd>
          </div> `,
      )}
    </dl>
  </div>`;
}
