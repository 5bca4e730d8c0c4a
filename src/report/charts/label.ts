import { visibleText } from '../visible.ts';

/** Characters of the longest name in a chart. */
const LONGEST = 34;

/** A name as a label of a chart: a long one is cut, and is whole in the table and in the result. */
export function label(name: string): string {
  const characters = [...visibleText(name, 1000)];
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST - 1).join('')}…`
    : characters.join('');
}
