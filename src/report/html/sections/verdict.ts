import type { EvaluationResult, Verdict } from '../../../result/types.ts';
import { html, type Html } from '../html.ts';

const WORDS: Readonly<Record<Verdict, string>> = {
  pass: '✓ Passes',
  fail: '✗ Fails',
  undecided: '? Undecided',
};

/** What the reader came for, and about what. */
export function verdictSection({ verdict, scenario, coverage }: EvaluationResult): Html {
  return html`<header class="${verdict.outcome}">
    <p class="kind">emuprove: Speed Phase 2 by FPGA, reading “${scenario.reading}”</p>
    <h1>${scenario.title}</h1>
    <p class="verdict">
      <strong>${WORDS[verdict.outcome]}</strong> ${withoutVerb(verdict.sentence)}
    </p>
    <p>${scenario.meaning}</p>
    <dl class="facts">
      ${fact('Platform', scenario.platform ?? 'none')}${fact('Device', scenario.device)}${fact('Core', scenario.core)}${fact('Prover', scenario.prover)}${fact('Aggregation', scenario.aggregation)}
    </dl>
    <p class="coverage">Rests on ${coverage.line}.</p>
  </header>`;
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
