import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';

/**
 * Reads a cell such as `fill.lut=0.84; tile_memory_size=2 KiB`.
 *
 * @param place what to call the cell in a message
 * @returns names and values in the order of the cell
 * @throws InputError where a part is not of the form name=value, or a name stands twice
 */
export function parsePairs(text: string, place: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const at = part.indexOf('=');
    const [name, value] = [part.slice(0, Math.max(0, at)).trim(), part.slice(at + 1).trim()];
    if (name === '' || value === '' || pairs.has(name)) {
      const message = pairs.has(name) ? 'this name stands twice' : 'this is not name=value';
      throw new InputError([{ code: 'pairs', message, path: place, received: quote(part) }]);
    }
    pairs.set(name, value);
  }
  return pairs;
}
