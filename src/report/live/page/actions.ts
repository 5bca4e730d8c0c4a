import { copyText } from './copyText.ts';
import { element, setText } from './dom.ts';
import { saveCopy } from './saveCopy.ts';

/** What can be done with a state. */
export interface Actions {
  readonly node: HTMLElement;
  /** Shows the command lines of a state and its fragment. */
  readonly show: (commands: readonly string[], fragment: string) => void;
}

/** Makes the command lines and the buttons. */
export function actions(onReset: () => void): Actions {
  let current = { command: '', fragment: '' };
  const code = element('code');
  const also = element('code');
  const said = element('span', { role: 'status' });
  const button = (text: string, act: () => void): HTMLButtonElement => {
    const node = element('button', { type: 'button' }, text);
    node.addEventListener('click', act);
    return node;
  };
  const copy = (text: string): void => {
    void copyText(text, code).then((told) => {
      setText(said, told);
    });
  };
  const reset = button('Reset all', onReset);
  const link = button('Copy link', () => {
    copy(
      location.href.replace(/#.*$/, '') + (current.fragment === '' ? '' : `#${current.fragment}`),
    );
  });
  const buttons = [
    button('Copy command', () => {
      copy(current.command);
    }),
    link,
    button('Save a copy', () => {
      saveCopy(current.fragment);
    }),
    reset,
  ];
  return {
    node: element(
      'div',
      { class: 'live-actions' },
      element('p', {}, 'The same on the command line:'),
      element('pre', {}, code),
      element('p', {}, ...buttons.flatMap((node) => [node, ' ']), said),
      element('small', {}, 'The probability: ', also),
    ),
    show: ([command = '', study = ''], fragment) => {
      current = { command, fragment };
      setText(code, command);
      setText(also, study);
      reset.disabled = fragment === '';
      setText(said, '');
    },
  };
}
