import { elementText } from '../format.ts';
import { visibleText } from '../visible.ts';

/** Longest name of an input in the title of a chart. */
const LONGEST = 70;

/**
 * What an input is called, with the element or the choice that it belongs to: several have the same
 * title.
 *
 * @example inputTitle({ name: 'fill[bram]', title: 'Achievable utilisation' })
 * // => 'Achievable utilisation (block RAMs)'
 */
export function inputTitle({ name, title }: { name: string; title: string }): string {
  const [, elements] = /\[([^\]]*)\]/.exec(name) ?? [];
  const [, choice] = /@(.+)$/.exec(name) ?? [];
  const of = [
    ...(elements === undefined ? [] : elements.split(',').map((id) => elementText(id.trim()))),
    ...(choice === undefined ? [] : [choice]),
  ].join(', ');
  // A name says all of it.
  const whole = title === '' ? name : `${title}${of === '' ? '' : ` (${of})`}`;
  const characters = [...visibleText(whole, 1000)];
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST - 1).join('')}…`
    : characters.join('');
}
