import { textWidth, type TextStyle } from '../render/textMetrics.ts';

/** A space where a line may break: not between a number and its percent sign or SI prefix. */
const BREAK = / (?!%|[kMGTP](?![\w]))/;

/** Breaks text at spaces into lines no wider than a number of pixels; a longer word stays whole. */
export function wrapText(text: string, width: number, style: TextStyle = {}): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
