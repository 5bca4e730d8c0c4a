import type { PickOption } from '../engine/options.ts';
import type { PickName } from '../engine/state.ts';
import { element } from './dom.ts';

/** A choice by name. */
export interface Picker {
  readonly node: HTMLElement;
  /** Shows what is picked; undefined is the report's own. */
  readonly show: (picked: { readonly name: PickName; readonly label: string } | undefined) => void;
}

/** What a picker offers. */
export interface PickerOptions {
  readonly title: string;
  /** Options by the heading they stand under; one heading only is not shown. */
  readonly groups: readonly (readonly [string, readonly PickOption[]])[];
  /** What the report's scenario has, as text and among the options. */
  readonly own: {
    readonly text: string;
    readonly name: PickName;
    readonly label: string | undefined;
  };
  readonly onPick: (name: PickName, label: string | undefined) => void;
}

/** Makes a picker. Its first option is what the report has. */
export function picker({ title, groups, own, onPick }: PickerOptions): Picker {
  const id = `live-pick-${own.name}`;
  const value = (name: PickName, label: string): string => `${name}:${label}`;
  const others = groups.map(([heading, options]): [string, PickOption[]] => [
    heading,
    options.filter(({ name, label }) => name !== own.name || label !== own.label),
  ]);
  const nodes = others.map(([heading, options]) => {
    const list = options.map(({ name, label, text }) =>
      element('option', { value: value(name, label) }, text),
    );
    return groups.length > 1 ? [element('optgroup', { label: heading }, ...list)] : list;
  });
  const select = element(
    'select',
    { id },
    element('option', { value: '' }, `${own.text}, as in the report`),
    ...nodes.flat(),
  );
  select.addEventListener('change', () => {
    const at = select.value.indexOf(':');
    if (at < 0) onPick(own.name, undefined);
    else onPick(select.value.slice(0, at) as PickName, select.value.slice(at + 1));
  });
  return {
    node: element('div', { class: 'live-pick' }, element('label', { for: id }, title), select),
    show: (picked) => {
      const own_ = picked === undefined ? '' : value(picked.name, picked.label);
      const known = [...select.options].some((option) => option.value === own_);
      // A link may pick what is not listed, such as a row of a core, or nothing that there is.
      if (!known) select.append(element('option', { value: own_ }, picked?.label));
      select.value = own_;
    },
  };
}
