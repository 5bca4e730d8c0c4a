import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

/**
 * The inputs that names on the command line stand for: `fill[lut]`, `fill.lut`, or `fill` for every
 * element.
 *
 * @param zero inputs that are 0, which are refused for that
 * @throws InputError for names that stand for none
 */
export function resolveInputs(
  names: readonly string[],
  inputs: readonly { readonly name: string }[],
  zero: readonly string[] = [],
): string[] {
  const known = inputs.map(({ name }) => name);
  const issues: InputError['issues'][number][] = [];
  const found = names.flatMap((name) => {
    const matches = known.filter((input) => means(name, input));
    if (matches.length > 0) return matches;
    const suggestion = nearest(name, known);
    const message = zero.some((input) => means(name, input))
      ? `${quote(name)} is 0, which no factor changes`
      : `the result does not depend on an input ${quote(name)}`;
    const hint = suggestion === undefined ? {} : { suggestion };
    issues.push({ code: 'unknown-input', message, ...hint });
    return [];
  });
  if (issues.length > 0) throw new InputError(issues);
  return [...new Set(found)];
}

/** Whether a name as a user writes it stands for an input, or for the quantity that it belongs to. */
export function means(name: string, input: string): boolean {
  const plain = (text: string): string =>
    text
      .split(/[.,[\]\s]+/)
      .filter((part) => part !== '')
      .join('.');
  return plain(name) === plain(input) || input.startsWith(`${name.trim()}[`);
}
