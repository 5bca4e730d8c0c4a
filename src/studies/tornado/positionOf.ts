import { InputError } from '../../issues/issue.ts';
import { nearest } from '../../issues/nearest.ts';
import { quote } from '../../issues/quote.ts';

/**
 * Position of an input or output by its name.
 *
 * @param names - the names there are, e.g. `model.inputs`
 * @param name - the name that was asked for
 * @param kind - what it is called in the message
 * @returns 0-based position
 * @throws InputError when there is no such name, with the nearest one that there is
 * @example positionOf(['area', 'clock'], 'clock', 'input') // => 1
 */
export function positionOf(
  names: readonly string[],
  name: string,
  kind: 'input' | 'output',
): number {
  const position = names.indexOf(name);
  if (position >= 0) return position;
  const suggestion = nearest(name, names);
  const message = `there is no ${kind} ${quote(name)}`;
  throw new InputError([
    { code: `unknown-${kind}`, message, ...(suggestion === undefined ? {} : { suggestion }) },
  ]);
}
