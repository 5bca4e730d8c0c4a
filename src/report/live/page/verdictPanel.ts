import type { Verdict } from '../../../result/types.ts';
import { grouped } from '../../../text/grouped.ts';
import { formatNumber } from '../../format.ts';
import { probabilityText } from '../../table/doubt/shared.ts';
import { DRAWS } from '../engine/draws.ts';
import type { LiveView } from '../engine/view.ts';
import { element, setText } from './dom.ts';

const WORDS: Readonly<Record<Verdict, string>> = {
  pass: '✓ Passes',
  fail: '✗ Fails',
  undecided: '? Undecided',
};

/** The verdict and its probability. */
export interface VerdictPanel {
  readonly node: HTMLElement;
  /** Shows a view beside the report's own. */
  readonly show: (view: LiveView, original: LiveView | undefined) => void;
}

/** Makes the part of the page that says how a state comes out. */
export function verdictPanel(): VerdictPanel {
  const word = element('strong');
  const rest = element('span');
  const probability = element('p', { class: 'live-probability' });
  const before = element('small');
  const sentence = element('p', { class: 'verdict' }, word, ' ', rest);
  const node = element('div', { class: 'live-verdict' }, sentence, probability, before);
  return {
    node,
    show: (view, original) => {
      const { verdict } = view;
      if (verdict === undefined) return;
      node.className = `live-verdict ${verdict.outcome}`;
      // Unrounded, for those who read the page by machine.
      node.dataset['value'] = String(verdict.value);
      node.dataset['probability'] = String(view.spread?.probability ?? null);
      setText(word, WORDS[verdict.outcome]);
      setText(rest, withoutVerb(verdict.sentence));
      setText(probability, probabilitySentence(view));
      setText(before, original === undefined ? '' : originalSentence(original));
    },
  };
}

/** How likely a state passes, as a sentence. */
export function probabilitySentence({ spread, verdict }: LiveView): string {
  if (spread === undefined) return 'Drawing the inputs again …';
  if (spread === null) {
    const missing = verdict?.missing ?? [];
    return `There is no probability: no value for ${missing.join(', ')}.`;
  }
  const [p05, p95] = [0.05, 0.95].map(
    (p) => spread.ratios[Math.round(p * (spread.ratios.length - 1))],
  );
  const draws = `of ${grouped(DRAWS)} draws, 90 % lie between ${formatNumber(p05 ?? NaN)} and ${formatNumber(p95 ?? NaN)}`;
  // No draw knows of the stronger core that makes it a fail.
  const it = verdict?.weak === true ? 'If a weak core may count, it' : 'It';
  return `${it} passes with a probability of ${probabilityText(spread.probability)}; ${draws}.`;
}

function originalSentence({ verdict, spread }: LiveView): string {
  if (verdict === undefined) return '';
  const value = verdict.value === null ? 'no value' : formatNumber(verdict.value);
  const probability =
    spread === undefined || spread === null
      ? ''
      : `, probability ${probabilityText(spread.probability)} by as many draws`;
  return `Before any change: ${WORDS[verdict.outcome]}, ${value}${probability}.`;
}

/** The sentence starts with the verdict, which stands before it already. */
function withoutVerb(sentence: string): string {
  const rest = sentence.replace(/^(Passes|Fails|Undecided): /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
