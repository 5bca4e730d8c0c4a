import type {
  ComparedSide,
  Comparison,
  InputDifference,
  InputOfSide,
} from '../../compare/types.ts';
import { timesText } from '../../compare/words.ts';
import { COMPARISON_CHARTS } from '../charts/comparison.ts';
import { formatNumber, outcomeText, quantityText } from '../format.ts';
import { compareBlocks, drawsText } from '../table/compareBlocks.ts';
import { probabilityText } from '../table/doubt/shared.ts';
import { sectionsOf } from './blocks.ts';
import { chartFigure } from './chartFigure.ts';
import { documentOf } from './document.ts';
import { embeddedResult } from './embedded.ts';
import { html, type Content, type Html } from './html.ts';
import { STYLE } from './style.ts';
import { table } from './table.ts';

/**
 * A comparison as one HTML file that needs nothing else and no network. The same comparison gives the
 * same bytes.
 *
 * @throws Error where a chart cannot be drawn without a warning
 * @example
 * import { compare, loadBuiltin, resolveScenario } from 'emuprove';
 * import { renderComparisonHtml } from 'emuprove/report';
 *
 * const data = await loadBuiltin();
 * const [one, other] = [resolveScenario(data), resolveScenario(data, 'prototyping')];
 * const comparison = await compare(one, other, { samples: 1024 });
 * const page = await renderComparisonHtml(comparison);
 * console.log(page.startsWith('<!doctype html>')); // true
 */
export async function renderComparisonHtml(result: Comparison): Promise<string> {
  const charts: Html[] = [];
  for (const build of Object.values(COMPARISON_CHARTS)) {
    if (build(result) !== null)
      charts.push(await chartFigure((layout) => build(result, layout), false));
  }
  const blocks = compareBlocks(result);
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  // The lines at its end say how to get it again: they have a section of their own here.
  const end = blocks.length - (result.noise === null ? 1 : 2);
  return documentOf({
    title: `${result.a.label} and ${result.b.label}`,
    version: result.tool.version,
    style: STYLE,
    header: header(result),
    sections: [
      charts.length === 0
        ? undefined
        : html`<section id="change">
            <h2>What makes the difference</h2>
            ${charts}
          </section>`,
      ...(first < 0 ? [] : sectionsOf(blocks.slice(first, end))),
      inputsSection(result),
      reproduction(result),
    ],
    result,
  });
}

function header(result: Comparison): Html {
  const [what = '', ...rest] = result.summary;
  const { a, b, noise } = result;
  return html`<header class="${b.outcome}">
    <p class="kind">emuprove: two results compared, reading “${b.reading}”</p>
    <h1>${a.label} → ${b.label}</h1>
    <p class="verdict">${what}</p>
    ${rest.map((line) => html`<p>${line}</p>`)}
    <div class="cards sides">
      ${card('A', a, noise?.passes.a.value)}${card('B', b, noise?.passes.b.value)}
    </div>
  </header>`;
}

function card(name: string, side: ComparedSide, chance: number | undefined): Html {
  return html`<div class="card">
    <h2>${name}: ${side.title}</h2>
    <p><span class="${side.outcome}">${outcomeText(side.outcome)}</span></p>
    <p>${side.sentence}</p>
    <dl>
      <div>
        <dt>Ratio, limit ${formatNumber(side.limit)}</dt>
        <dd>${side.value === null ? 'not known' : formatNumber(side.value)}</dd>
      </div>
      ${
        chance === undefined
          ? undefined
          : html`<div>
              <dt>Probability of a pass</dt>
              <dd>${probabilityText(chance)}</dd>
            </div>`
      }
    </dl>
  </div>`;
}

const DIFFERS: Readonly<Record<InputDifference['differs'], string>> = {
  value: 'value',
  doubt: 'doubt only',
  source: 'source only',
  'only-a': 'only A uses it',
  'only-b': 'only B uses it',
};

/** Every input that is not the same, with both values and sources. */
function inputsSection({ inputs }: Comparison): Html | undefined {
  if (inputs.length === 0) return undefined;
  const side = (input: InputDifference, own: InputOfSide | null): Content =>
    own === null
      ? 'not used'
      : html`${quantityText(own.value, input.display)}<small>${own.stage}: ${own.source}</small>`;
  return html`<section id="inputs">
    <h2>All inputs that differ</h2>
    ${table(
      `Inputs that differ: ${inputs.length}`,
      [{ title: 'Input' }, { title: 'A' }, { title: 'B' }, { title: 'Factor', number: true }],
      inputs.map((input) => [
        html`${input.title} <code>${input.name}</code><small>${DIFFERS[input.differs]}</small>`,
        side(input, input.a),
        side(input, input.b),
        input.factor === null || input.factor === 1
          ? ''
          : timesText(input.factor).replace(' ', '\u00a0'),
      ]),
    )}
  </section>`;
}

function reproduction({ command, tool, a, b, noise, files, schemaVersion }: Comparison): Html {
  return html`<section id="reproduction">
    <h2>Reproduction</h2>
    <pre><code>${command}</code></pre>
    <p>
      ${tool.name} ${tool.version}; result schema ${schemaVersion}. A:
      ${a.saved ? `saved by version ${a.version}` : 'computed now'}, <code>${a.command}</code>. B:
      ${b.saved ? `saved by version ${b.version}` : 'computed now'}, <code>${b.command}</code>. The
      same version and inputs give the same bytes.
    </p>
    ${noise === null ? undefined : html`<p>${drawsText(noise)}</p>`}
    ${embeddedResult('emuprove-compare.json')}
    ${
      files.length === 0
        ? html`<p>Both sides were computed from the same files.</p>`
        : table(
            'Files that differ, with their SHA-256',
            [{ title: 'File' }, { title: 'A' }, { title: 'B' }],
            files.map((file) => [
              file.file,
              html`<code>${file.a}</code>`,
              html`<code>${file.b}</code>`,
            ]),
          )
    }
  </section>`;
}
