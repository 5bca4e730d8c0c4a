import { textWidth, type TextStyle } from '../render/textMetrics.ts';
import { visibleText } from '../visible.ts';

/** No text of a chart is longer, however small it is drawn. */
const LONGEST = 200;

/** Text of unknown origin, cut so that it is no wider than a number of pixels. */
export function fitText(text: string, width: number, style: TextStyle = {}): string {
  const characters = [...visibleText(text, 1000)].slice(0, LONGEST);
  const whole = characters.join('');
  if (textWidth(whole, style) <= width) return whole;
  let end = characters.length;
  const cut = (): string => `${characters.slice(0, end).join('').trimEnd()}…`;
  while (end > 1 && textWidth(cut(), style) > width) end -= 1;
  return cut();
}
