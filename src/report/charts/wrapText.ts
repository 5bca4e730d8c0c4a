import { textWidth, type TextStyle } from '../render/textMetrics.ts';

/** A space where a line may break: not between a number and its percent sign or SI prefix. */
const BREAK = / (?!%|[kMGTP](?![\w]))/;

/** Breaks text at spaces into lines no wider than a number of pixels, and longer words anywhere. */
export function wrapText(text: string, width: number, style: TextStyle = {}): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK).flatMap((whole) => pieces(whole, width, style))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A word, in pieces that fit where it does not. */
function pieces(word: string, width: number, style: TextStyle): string[] {
  if (textWidth(word, style) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, style) > width) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}
