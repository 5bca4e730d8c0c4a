import type { LiveView } from '../engine/view.ts';
import { element, setText } from './dom.ts';
import { probabilitySentence } from './verdictPanel.ts';

/** How long nothing has to move before a verdict is read out. */
const REST = 900;

/** Reads verdicts out to those who do not see them. */
export interface Announcer {
  readonly node: HTMLElement;
  readonly announce: (view: LiveView) => void;
}

/** Makes an announcer. It speaks when the hand rests, and only where something is new. */
export function announcer(): Announcer {
  const node = element('p', { class: 'live-heard', role: 'status', 'aria-live': 'polite' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    node,
    announce: (view) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { verdict, errors } = view;
        const said = verdict === undefined ? [] : [verdict.sentence, probabilitySentence(view)];
        setText(node, (errors.length > 0 ? errors : said).join(' '));
      }, REST);
    },
  };
}
