import type { EvaluationResult } from '../../../result/types.ts';
import { figureText, formatNumber } from '../../format.ts';
import { html, type Html } from '../html.ts';
import { table } from '../table.ts';

/** What the phases of the prover cost, and where that is known from. */
export function phasesSection(result: EvaluationResult, chart: Html): Html {
  return html`<section id="phases">
    <h2>What each phase of the prover costs</h2>
    ${chart} ${unitTable(result)}
    <details>
      <summary>Where the phases are known from</summary>
      ${phaseTable(result)}
    </details>
  </section>`;
}

/** The hardware that does the operations of the phases. */
function unitTable({ units }: EvaluationResult): Html {
  return table(
    'Hardware units that keep up with the rate of segment proofs',
    [
      { title: 'Operation' },
      { title: 'Operations', number: true },
      { title: 'Units', number: true },
    ],
    units.map(({ title, unit, opsPerCycle, count }) => [
      html`${title}<small
          >${unit === null ? 'no unit is known' : html`<code>${unit}</code>`}</small
        >`,
      figureText(opsPerCycle),
      figureText(count),
    ]),
  );
}

function phaseTable({ phases }: EvaluationResult): Html {
  return table(
    'Phases of the prover',
    [
      { title: 'Phase' },
      { title: 'Part' },
      { title: 'Basis' },
      { title: 'Memory traffic, byte/cycle', number: true },
      { title: 'Source' },
    ],
    phases.map(({ title, phase, basis, bytes, source }) => [
      title,
      phase,
      basis,
      Number.isFinite(bytes) ? formatNumber(bytes) : 'not known',
      source,
    ]),
  );
}
