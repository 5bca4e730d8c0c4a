import type { Dossier } from '../../../dossier/types.ts';
import type { Verdict } from '../../../result/types.ts';
import { probabilityText } from '../../table/doubt/shared.ts';
import { html, type Html } from '../html.ts';

const WORDS: Readonly<Record<Verdict, string>> = {
  pass: '✓ Passes',
  fail: '✗ Fails',
  undecided: '? Undecided',
};

/** What the reader came for, and about what. */
export function verdictSection({ evaluation, doubt }: Dossier): Html {
  const { verdict, scenario, coverage } = evaluation;
  return html`<header class="${verdict.outcome}">
    <p class="kind">emuprove: Speed Phase 2 by FPGA, reading “${scenario.reading}”</p>
    <h1>${scenario.title}</h1>
    <p class="verdict">
      <strong>${WORDS[verdict.outcome]}</strong> ${withoutVerb(verdict.sentence)}
    </p>
    ${doubt === null ? undefined : html`<p class="probability">${probability(doubt)}</p>`}
    <p>${scenario.meaning}</p>
    <dl class="facts">
      ${fact('Platform', scenario.platform ?? 'none')}${fact('Device', scenario.device)}${fact('Core', scenario.core)}${fact('Prover', scenario.prover)}${fact('Aggregation', scenario.aggregation)}
    </dl>
    <p class="coverage">Rests on ${coverage.line}.</p>
  </header>`;
}

/** How sure the verdict is, in a sentence. */
function probability({ montecarlo }: NonNullable<Dossier['doubt']>): string {
  const [verdict, ratio] = montecarlo.result.truths;
  if (verdict === undefined || ratio === undefined) return '';
  const [all, alone] = [verdict, ratio].map((truth) => probabilityText(truth.probability.value));
  return `Given the doubt of ${montecarlo.result.varying.length} inputs it passes with a probability of ${all ?? ''}, the ratio alone with ${alone ?? ''}.`;
}

/** The sentence starts with the verdict, which stands before it already. */
function withoutVerb(sentence: string): string {
  const rest = sentence.replace(/^(Passes|Fails|Undecided): /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function fact(name: string, value: string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
