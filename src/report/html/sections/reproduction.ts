import type { Dossier } from '../../../dossier/types.ts';
import { embeddedResult } from '../embedded.ts';
import { html, type Html } from '../html.ts';
import { table } from '../table.ts';

/** How to get this result again, and the result itself. */
export function reproductionSection({ evaluation, doubt, left }: Dossier): Html {
  const { scenario, tool, models, inputs, schemaVersion } = evaluation;
  const seed = doubt?.montecarlo.result.seed;
  const { command } = doubt?.montecarlo.scenario ?? scenario;
  return html`<section id="reproduction">
    <h2>Reproduction</h2>
    <pre><code>${scenario.command}
${command.replace(/^emuprove \w+/, 'emuprove report')}</code></pre>
    <p>
      ${tool.name} ${tool.version}; models
      ${models.map(({ id, version }) => `${id} ${version}`).join(', ')}; result schema
      ${schemaVersion}.
      ${seed === undefined ? 'No clock and no random number entered' : `No clock entered, and draws follow from the seed ${seed}`}:
      the same version and inputs give the same bytes.
    </p>
    ${left.length === 0 ? undefined : html`<p>Left out: ${left.join('; ')}.</p>`}
    ${embeddedResult(fileName(scenario.id))}
    <details>
      <summary>Rows of the datasets that were used</summary>
      ${table('Rows used', [{ title: 'Part' }, { title: 'Row' }], Object.entries(scenario.rows))}
    </details>
    <details>
      <summary>Files that were read, with their SHA-256</summary>
      ${table(
        'Files read',
        [{ title: 'File' }, { title: 'SHA-256' }],
        inputs.map(({ file, sha256 }) => [file, html`<code>${sha256}</code>`]),
      )}
    </details>
  </section>`;
}

/** A scenario's name may hold anything; a file name may not. */
function fileName(id: string): string {
  return `emuprove-${id.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60)}.json`;
}
