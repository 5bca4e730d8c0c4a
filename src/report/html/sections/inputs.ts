import type { EvaluationResult, InputEntry } from '../../../result/types.ts';
import { quantityText, rangeText } from '../../format.ts';
import { html, type Html } from '../html.ts';
import { links } from '../links.ts';

const ORIGINS: Readonly<Record<InputEntry['origin'], string>> = {
  set: 'set by the scenario or the command line',
  dataset: 'from a dataset',
  model: 'default of the model',
  choice: 'follows from the choices of the scenario',
};

/** Every input with its value, range and source; inputs of the same source stand together. */
export function inputsSection({ inputsUsed, scenario, coverage }: EvaluationResult): Html {
  const choices = inputsUsed.length - coverage.total;
  return html`<section id="inputs">
    <h2>Inputs</h2>
    <p>
      All ${inputsUsed.length} inputs that the verdict depends on, with the source above the inputs
      that come from
      it.${choices > 0 ? ` ${choices} of them follow from the choices of the scenario and are not counted as inputs elsewhere.` : ''}
    </p>
    ${
      scenario.set.length === 0
        ? html``
        : html`<p>
            Set by hand:
            ${scenario.set.map(({ name, value, source }) => html`<code>${name}=${value}</code> (${source}) `)}
          </p>`
    }
    <table class="inputs">
      <caption>
        Inputs by source
      </caption>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col" class="n">Value</th>
          <th scope="col" class="n">Range</th>
        </tr>
      </thead>
      ${[...bySource(inputsUsed).values()].map(group)}
    </table>
  </section>`;
}

/** Repeating a source on every row would hide the numbers. */
function bySource(inputs: readonly InputEntry[]): Map<string, InputEntry[]> {
  const groups = new Map<string, InputEntry[]>();
  for (const input of inputs) {
    const { source, stage, origin, date, rank, url, note } = input;
    const key = JSON.stringify([source, stage, origin, date, rank, url, note]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [input]);
    else known.push(input);
  }
  return groups;
}

function group(inputs: readonly InputEntry[]): Html {
  const [first] = inputs;
  if (first === undefined) return html``;
  const { source, stage, origin, date, rank, url, note } = first;
  return html`<tbody>
    <tr>
      <th scope="rowgroup" colspan="3">
        <span class="stage ${stage}">${stage}</span>
        ${source === '' ? 'no source stated' : source}${links(url)}<small>${ORIGINS[origin]}${date === undefined ? '' : `; ${date}`}${rank === undefined ? '' : `; ${rank} source`}</small>${
          note === undefined
            ? ''
            : html`<details>
                <summary>Note</summary>
                ${note}
              </details>`
        }
      </th>
    </tr>
    ${inputs.map(row)}
  </tbody>`;
}

function row(input: InputEntry): Html {
  const place = input.cell === undefined ? '' : html`<small>${input.cell}</small>`;
  return html`<tr>
    <th scope="row">${input.title} <code>${input.name}</code>${place}</th>
    <td class="n">${quantityText(input.value, input.display)}</td>
    <td class="n">${rangeText(input.low, input.high, input.display)}</td>
  </tr> `;
}
