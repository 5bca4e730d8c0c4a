import type { LivePayload } from '../payload.ts';
import { isUnchanged } from '../engine/state.ts';
import type { LiveView } from '../engine/view.ts';
import { element, setText } from './dom.ts';

/** What is said beside the numbers. */
export interface Messages {
  /** What is wrong, and what was left out of an address. */
  readonly wrong: HTMLElement;
  /** What a reader has to know. */
  readonly notes: HTMLElement;
  readonly show: (view: LiveView, original: LiveView | undefined) => void;
  /** Says which parts of an address were left out. */
  readonly refuse: (parts: readonly string[]) => void;
  /** Says whether this browser computes what the report says. */
  readonly check: (view: LiveView, expected: LivePayload['verdict']) => void;
}

/** Makes the messages. */
export function messages(): Messages {
  const errors = element('ul', { class: 'live-errors', hidden: true });
  const refused = element('p', { class: 'live-errors', hidden: true });
  const changed = element('p', { class: 'live-note', hidden: true });
  const warnings = element('ul', { class: 'live-note', hidden: true });
  const checked = element('small');
  setText(changed, 'Changed: what stands below this part is the report as it was made.');
  return {
    wrong: element('div', {}, refused, errors),
    notes: element('div', {}, changed, warnings, checked),
    show: (view, original) => {
      fill(errors, view.errors);
      changed.hidden = isUnchanged(view.state);
      if (view.warnings === undefined) return;
      const before = new Set(original?.warnings?.map(({ message }) => message));
      const news = view.warnings.filter(({ message }) => !before.has(message));
      fill(
        warnings,
        isUnchanged(view.state) ? [] : news.map(({ message, hint }) => `${message}: ${hint}.`),
      );
    },
    refuse: (parts) => {
      refused.hidden = parts.length === 0;
      const text = `Of the address this was left out: ${parts.join('; ')}.`;
      setText(refused, parts.length === 0 ? '' : text);
    },
    check: ({ verdict }, expected) => {
      const same = verdict?.value === expected.value && verdict.sentence === expected.sentence;
      setText(
        checked,
        same
          ? 'Checked: of its own inputs this page computes the numbers of the report, to the last digit.'
          : `This browser computes other numbers than the report: “${verdict?.sentence ?? 'nothing'}” Do not rely on this part.`,
      );
      checked.classList.toggle('live-errors', !same);
    },
  };
}

function fill(list: HTMLElement, texts: readonly string[]): void {
  list.hidden = texts.length === 0;
  list.replaceChildren(...texts.map((text) => element('li', {}, text)));
}
