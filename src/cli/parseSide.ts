import type { SideRequest } from '../doubt/grid.ts';
import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';

/**
 * Reads a side of a grid: `name` or `name=low..high`.
 *
 * @throws InputError for anything else
 */
export function parseSide(text: string): SideRequest {
  const at = text.indexOf('=');
  const name = (at < 0 ? text : text.slice(0, at)).trim();
  const ends = at < 0 ? [] : text.slice(at + 1).split('..');
  const [low = '', high = ''] = ends.map((end) => end.trim());
  if (name !== '' && at < 0) return { name };
  if (name !== '' && ends.length === 2 && low !== '' && high !== '') return { name, low, high };
  const message = 'a side of a grid is an input, with both its ends or without';
  const expected = 'NAME, or NAME=LOW..HIGH';
  throw new InputError([{ code: 'usage', message, expected, received: quote(text) }]);
}
