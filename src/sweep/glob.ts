/**
 * Whether a name matches a pattern in which `*` stands for any letters and `?` for one. It takes time
 * in proportion to the product of the lengths at most, whatever the pattern.
 *
 * @example matchesGlob('xcvu*', 'xcvu47p') // => true
 */
export function matchesGlob(pattern: string, name: string): boolean {
  let [p, n] = [0, 0];
  // Where the last star stands, and how far the name was when it matched nothing.
  let [star, mark] = [-1, 0];
  while (n < name.length) {
    if (pattern[p] === '*') [star, mark, p] = [p, n, p + 1];
    else if (pattern[p] === '?' || pattern[p] === name[n]) [p, n] = [p + 1, n + 1];
    else if (star >= 0) [p, n, mark] = [star + 1, mark + 1, mark + 1];
    else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Whether a text is a pattern and not a name. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}
