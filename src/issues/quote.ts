/** Longest piece of untrusted text that a message repeats. */
const LONGEST = 60;

/**
 * Makes a piece of untrusted input fit for a message: control and bidirectional characters become
 * escapes (they could forge terminal output), and long text is cut.
 *
 * @param longest how many characters of it are shown
 */
export function quote(value: unknown, longest = LONGEST): string {
  const text = typeof value === 'object' ? (JSON.stringify(value) ?? String(value)) : String(value);
  const cut =
    text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
  return cut.replace(
    /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu,
    (ch) => `\\u${(ch.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
