/** A piece of a text and where it starts in the whole, from 0. */
export interface Part {
  readonly text: string;
  readonly start: number;
}

/** A name and its arguments. */
export interface Call {
  readonly name: string;
  readonly start: number;
  readonly args: readonly Part[];
}

/** Why a text is no call, and where. */
export interface NoCall {
  readonly message: string;
  readonly start: number;
  readonly received: string;
}

/**
 * Splits `name(a, b(c, d))` into its name and its arguments at the commas outside inner
 * parentheses, in one pass.
 *
 * @param part - text and where it starts
 * @returns the call, or why the text is none
 * @example splitCall({ text: 'range(1, 2 GB)', start: 0 }) // name range, arguments '1' and ' 2 GB'
 */
export function splitCall({ text, start }: Part): Call | NoCall {
  const head = /^\s*([a-z_]\w*)\s*\(/i.exec(text);
  const first = start + text.length - text.trimStart().length;
  const [opening = '', name = ''] = head ?? [];
  if (head === null) {
    return { message: 'not a distribution', start: first, received: text.trim() };
  }
  const args: Part[] = [];
  let depth = 1;
  let from = opening.length;
  let end = -1;
  for (let i = from; i < text.length && end < 0; i++) {
    const ch = text[i];
    if (ch === '(') depth++;
    if (ch === ')') depth--;
    if (depth === 0) end = i;
    if (depth === 0 || (depth === 1 && ch === ',')) {
      args.push({ text: text.slice(from, i), start: start + from });
      from = i + 1;
    }
  }
  if (end < 0) {
    return {
      message: 'a closing parenthesis is missing',
      start: start + text.length,
      received: name,
    };
  }
  const rest = text.slice(end + 1);
  if (rest.trim() !== '') {
    return {
      message: 'text after the distribution',
      start: start + end + 1,
      received: rest.trim(),
    };
  }
  // Nothing between the parentheses is no argument rather than an empty one.
  const empty = args.length === 1 && args[0]?.text.trim() === '';
  return { name, start: first, args: empty ? [] : args };
}
