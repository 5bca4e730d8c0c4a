/** A key that an object of a JSON text has twice. */
export interface DuplicateKey {
  /** Keys and places in lists that lead to it, and the key itself. */
  readonly path: readonly string[];
  /** Lines of both, from 1. */
  readonly first: number;
  readonly second: number;
}

/** An object or a list while it is read. */
interface Open {
  /** Keys so far with their lines; undefined for a list. */
  readonly keys: Map<string, number> | undefined;
  /** The key that is read, or the place in the list. */
  at: string | number;
}

/**
 * The first key that stands twice in one object: `JSON.parse` takes the last of them without a word.
 *
 * @param text JSON that `JSON.parse` reads
 */
export function duplicateKey(text: string): DuplicateKey | undefined {
  const open: Open[] = [];
  // A text is a key unless a colon or a place in a list comes before it.
  let keyNext = false;
  let line = 1;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i];
    const inner = open.at(-1);
    if (mark === '\n') line++;
    else if (mark === '{' || mark === '[') {
      keyNext = mark === '{';
      open.push(keyNext ? { keys: new Map(), at: '' } : { keys: undefined, at: 0 });
    } else if (mark === '}' || mark === ']') open.pop();
    else if (mark === ':') keyNext = false;
    else if (mark === ',' && inner !== undefined) {
      keyNext = inner.keys !== undefined;
      if (typeof inner.at === 'number') inner.at++;
    } else if (mark === '"') {
      const end = endOfText(text, i);
      if (keyNext && inner?.keys !== undefined) {
        const key = String(JSON.parse(text.slice(i, end + 1)));
        inner.at = key;
        const first = inner.keys.get(key);
        const path = (): string[] => open.map(({ at }) => String(at));
        if (first !== undefined) return { path: path(), first, second: line };
        inner.keys.set(key, line);
      }
      i = end;
    }
  }
  return undefined;
}

/** Where a text ends that begins at a quote: at the next quote without a stroke before it. */
function endOfText(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return text.length - 1;
}
