import type { Dossier } from '../../../dossier/types.ts';
import type { EvaluationResult, Verdict } from '../../../result/types.ts';
import { grouped } from '../../../text/grouped.ts';
import { probabilityText } from '../../table/doubt/shared.ts';
import { ifWeakStudied } from '../../weakCore.ts';
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
    <p class="kind">
      emuprove: Speed Phase 2 by ${scenario.technology === undefined ? 'FPGA' : 'ASIC'}, reading
      “${scenario.reading}”
    </p>
    <h1>${scenario.title}</h1>
    <p class="verdict">
      <strong>${WORDS[verdict.outcome]}</strong> ${withoutVerb(verdict.sentence)}
    </p>
    ${doubt === null ? undefined : html`<p class="probability">${probability(doubt)}</p>`}
    <p>${scenario.meaning}</p>
    <dl class="facts">
      ${place(scenario)}${fact('Core', scenario.core)}${fact('Prover', scenario.prover)}${fact('Aggregation', scenario.aggregation)}
    </dl>
    <p class="coverage">Rests on ${coverage.line}.</p>
    ${evaluation.backtest === undefined ? undefined : html`<p class="coverage">${evaluation.backtest}.</p>`}
  </header>`;
}

/** Where it is built. */
function place({ technology, platform, device, memory }: EvaluationResult['scenario']): Html {
  return technology === undefined
    ? html`${fact('Platform', platform ?? 'none')}${fact('Device', device)}`
    : html`${fact('Process', device)}${fact('Memory', memory ?? 'none')}`;
}

/** How sure the verdict is, in a sentence. */
function probability({ montecarlo }: NonNullable<Dossier['doubt']>): string {
  const [verdict, ratio] = montecarlo.result.truths;
  if (verdict === undefined || ratio === undefined) return '';
  const [all, alone] = [verdict, ratio].map((truth) => probabilityText(truth.probability.value));
  const weak = ifWeakStudied(montecarlo).replace(/^, /, '');
  const it = weak === '' ? 'it passes' : `${weak}, it passes`;
  const { varying, samples } = montecarlo.result;
  return `Given the doubt of ${varying.length} inputs ${it} with a probability of ${all ?? ''}, the ratio alone with ${alone ?? ''} (${grouped(samples)} draws).`;
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
