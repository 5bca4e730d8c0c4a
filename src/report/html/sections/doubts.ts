import type { EvaluationResult } from '../../../result/types.ts';
import { html, type Html } from '../html.ts';

/** What the reader has to know before believing the verdict. */
export function doubtsSection({ coverage, warnings }: EvaluationResult): Html {
  return html`<section id="doubts">
    <h2>How well this is known</h2>
    <p>${coverage.line}.</p>
    ${
      warnings.length === 0
        ? html`<p>No warnings.</p>`
        : html`<ul class="warnings">
            ${warnings.map(
              ({ code, message, hint }) =>
                html`<li>
                  <strong>${message}</strong> <small>${hint} <code>${code}</code></small>
                </li> `,
            )}
          </ul>`
    }
  </section>`;
}
