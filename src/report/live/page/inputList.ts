import type { InputRow } from '../engine/inputRow.ts';
import { element } from './dom.ts';
import { inputControl, type InputControl } from './inputControl.ts';

/** The inputs that can be moved. */
export interface InputList {
  readonly node: HTMLElement;
  /** Offers these inputs and no others. */
  readonly offer: (rows: readonly InputRow[]) => void;
  /** Shows what is set, the values that are known, and by what is said to be wrong, what is. */
  readonly show: (
    set: ReadonlyMap<string, string>,
    values: ReadonlyMap<string, number>,
    errors: readonly string[],
  ) => void;
}

/** Makes the list. */
export function inputList(onSet: (key: string, text: string | undefined) => void): InputList {
  const controls = new Map<string, { readonly key: string; readonly control: InputControl }>();
  const node = element('div', { class: 'live-inputs' });
  return {
    node,
    offer: (rows) => {
      const known = new Map(rows.map((row) => [JSON.stringify(row), row]));
      for (const [id, { control }] of controls) {
        if (known.has(id)) continue;
        control.node.remove();
        controls.delete(id);
      }
      for (const [id, row] of known) {
        // Moving what is there already would take the focus from it.
        if (controls.has(id)) continue;
        const control = inputControl(row, onSet);
        controls.set(id, { key: row.key, control });
        node.append(control.node);
      }
    },
    show: (set, values, errors) => {
      for (const { key, control } of controls.values()) {
        const wrong = set.has(key) && errors.some((error) => error.includes(key));
        control.show(set.get(key), values.get(key), wrong);
      }
    },
  };
}
