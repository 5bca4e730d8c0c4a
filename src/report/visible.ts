import { grouped } from '../text/grouped.ts';

/** Longest piece of text that a rendering shows of one field; the result itself keeps all of it. */
const LONGEST = 2000;

/**
 * Makes text of unknown origin fit to be shown: line breaks become spaces, characters that nobody
 * sees or that reorder others (controls, bidirectional marks, zero-width joiners, lone surrogates)
 * become their code point in brackets, and very long text is cut.
 *
 * @example visibleText('a\u202eb') // => 'a⟨U+202E⟩b'
 */
export function visibleText(text: string, longest: number = LONGEST): string {
  const cut =
    text.length > longest
      ? `${text.slice(0, longest)}… (${grouped(text.length)} characters)`
      : text;
  return cut
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
    });
}
