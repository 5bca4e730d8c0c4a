import { quantityText, rangeText } from '../../format.ts';
import { unitText } from '../../unitText.ts';
import type { InputRow } from '../engine/inputRow.ts';
import { fieldText, positionOf, POSITIONS, shareOf, textAt } from '../engine/sliderScale.ts';
import { drawn, element } from './dom.ts';

/** The controls of one input. */
export interface InputControl {
  readonly node: HTMLElement;
  /**
   * Shows what is set, undefined being the report's own, its value where it is known, and whether it
   * can not be.
   */
  readonly show: (text: string | undefined, value: number | undefined, wrong: boolean) => void;
}

/** Makes a slider with its field, the range that is plausible, and a way back. */
export function inputControl(
  row: InputRow,
  onSet: (key: string, text: string | undefined) => void,
): InputControl {
  const { key, title, display, original, slider } = row;
  const id = `live-input-${key.replace(/[^\w]+/g, '-')}`;
  const unit = unitText(display.unit, 2).text;
  const own = original === undefined ? '' : fieldText(original, display.scale);
  const field = element('input', {
    id,
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 300,
    'aria-describedby': `${id}-note`,
  });
  // What is being typed is not overwritten by what is computed meanwhile.
  let typing = false;
  field.addEventListener('input', () => {
    typing = true;
  });
  field.addEventListener('blur', () => {
    typing = false;
  });
  field.addEventListener('change', () => {
    typing = false;
    const text = field.value.trim();
    onSet(key, text === '' || text === own ? undefined : text);
  });
  const reset = element('button', { type: 'button', 'aria-label': `Reset: ${title}` }, 'Reset');
  reset.addEventListener('click', () => {
    onSet(key, undefined);
    // The button goes away with what it undid.
    field.focus();
  });
  const range =
    slider === undefined
      ? undefined
      : rangeInput(row, slider, (text) => {
          onSet(key, text);
        });
  const node = element(
    'div',
    { class: 'live-input' },
    element('label', { for: id }, title, ' ', element('code', {}, key)),
    element(
      'div',
      { class: 'live-field' },
      field,
      unit === '' ? undefined : element('span', {}, unit),
      reset,
    ),
    range?.node,
    element('small', { id: `${id}-note` }, note(row)),
  );
  return {
    node,
    show: (text, value, wrong) => {
      const shown = text ?? own;
      if (field.value !== shown && !typing) field.value = shown;
      reset.hidden = text === undefined;
      node.classList.toggle('changed', text !== undefined);
      if (wrong) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
      range?.show(text ?? own, text === undefined ? original : value);
    },
  };
}

function rangeInput(
  { title, display, original, plausible }: InputRow,
  slider: NonNullable<InputRow['slider']>,
  onMove: (text: string) => void,
): {
  readonly node: HTMLElement;
  readonly show: (text: string, value: number | undefined) => void;
} {
  const { scale } = display;
  const input = element('input', { type: 'range', min: 0, max: POSITIONS, 'aria-label': title });
  input.addEventListener('input', () => {
    onMove(textAt(slider, input.valueAsNumber, scale));
  });
  const percent = (value: number): string =>
    `${(100 * Math.min(1, Math.max(0, shareOf(slider, value)))).toFixed(2)}%`;
  const [low, high] = (plausible ?? []).map((end) => shareOf(slider, end));
  const marks = drawn(
    'svg',
    { class: 'live-marks', height: 8, 'aria-hidden': 'true' },
    low === undefined || high === undefined
      ? undefined
      : drawn('rect', {
          x: `${(100 * Math.max(0, low)).toFixed(2)}%`,
          width: `${(100 * (Math.min(1, high) - Math.max(0, low))).toFixed(2)}%`,
          height: 4,
        }),
    original === undefined
      ? undefined
      : drawn('line', { x1: percent(original), x2: percent(original), y1: 0, y2: 8 }),
  );
  return {
    node: element('div', { class: 'live-slide' }, input, marks),
    show: (text, value) => {
      if (value === undefined) return;
      // The hand that holds the slider is right, even where rounding leads to another position.
      if (textAt(slider, input.valueAsNumber, scale) !== text) {
        input.value = String(positionOf(slider, value));
      }
      input.setAttribute('aria-valuetext', quantityText(value, display));
    },
  };
}

function note({ original, display, plausible, stage, slider }: InputRow): string {
  const unit = unitText(display.unit, 2).text;
  const value =
    original === undefined
      ? 'No value in the report; a number, or a number and a unit'
      : `In the report ${quantityText(original, display)}${stage === undefined ? '' : `, ${stage}`}`;
  const range =
    plausible === undefined || slider === undefined
      ? ''
      : `; plausible ${rangeText(...plausible, display)}${unit === '' ? '' : ` ${unit}`}`;
  return `${value}${range}.`;
}
