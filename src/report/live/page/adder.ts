import { element } from './dom.ts';

/** Sets any quantity by name. */
export interface Adder {
  readonly node: HTMLElement;
  /** Offers names. */
  readonly offer: (names: readonly { readonly name: string; readonly title: string }[]) => void;
}

/** Makes the form that sets any other input. */
export function adder(onSet: (name: string, text: string) => void): Adder {
  const names = element('datalist', { id: 'live-names' });
  const common = { type: 'text', autocomplete: 'off', spellcheck: 'false', maxlength: 300 };
  const name = element('input', { ...common, id: 'live-add-name', list: 'live-names' });
  const value = element('input', { ...common, id: 'live-add-value', inputmode: 'decimal' });
  const form = element(
    'form',
    { class: 'live-add' },
    element('label', { for: 'live-add-name' }, 'Any other input'),
    name,
    element('label', { for: 'live-add-value' }, 'Value'),
    value,
    element('button', { type: 'submit' }, 'Set'),
    names,
  );
  form.addEventListener('submit', (event) => {
    // The page may go nowhere, and need not.
    event.preventDefault();
    const [key, text] = [name.value.trim(), value.value.trim()];
    if (key === '' || text === '') {
      (key === '' ? name : value).focus();
      return;
    }
    onSet(key, text);
    name.value = '';
    value.value = '';
    name.focus();
  });
  return {
    node: form,
    offer: (offered) => {
      names.replaceChildren(
        ...offered.map((one) => element('option', { value: one.name }, one.title)),
      );
    },
  };
}
