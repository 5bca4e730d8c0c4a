import type { PlatformCoreMap } from '../../dossier/types.ts';
import { textWidth } from '../render/textMetrics.ts';
import { visibleText } from '../visible.ts';
import { fitText } from './fitText.ts';

/** A row of the map: platforms that come out alike, under one name. */
export interface MapRow {
  /** Indices of the platforms. */
  readonly platforms: readonly number[];
  /** Their names, broken into lines. */
  readonly lines: readonly string[];
}

/** Lines of the names of a row. */
const MOST_LINES = 3;

/**
 * Puts platforms together whose cells read the same, in the order of the first of each.
 *
 * @param platforms in the order in which they are drawn
 * @param textOf everything that is drawn of a platform
 */
export function alike(
  platforms: readonly number[],
  textOf: (platform: number) => string,
): number[][] {
  const groups = new Map<string, number[]>();
  for (const platform of platforms) {
    const text = textOf(platform);
    const known = groups.get(text);
    if (known === undefined) groups.set(text, [platform]);
    else known.push(platform);
  }
  return [...groups.values()];
}

/**
 * Names in lines that fit; those that share their start up to a dot with the name before them leave
 * it out.
 *
 * @example namesInLines(['f1.2xlarge', 'f1.4xlarge'], 300, {}) // => ['f1.2xlarge, .4xlarge']
 */
export function namesInLines(
  names: readonly string[],
  width: number,
  style: { fontSize: number },
): string[] {
  const words = names.map((name, i) => {
    const stem = name.slice(0, name.lastIndexOf('.') + 1);
    const shared = stem !== '' && names[i - 1]?.startsWith(stem) === true;
    return `${shared ? name.slice(stem.length - 1) : name}${i < names.length - 1 ? ',' : ''}`;
  });
  const lines: string[] = [];
  for (const [i, word] of words.entries()) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, style) <= width) lines[lines.length - 1] = longer;
    else if (lines.length < MOST_LINES) lines.push(word);
    else {
      lines[lines.length - 1] = withMore(last ?? '', names.length - i, width, style);
      break;
    }
  }
  return lines.map((line) => fitText(line, width, style));
}

/** A line that says how many names it has no room for. */
function withMore(line: string, count: number, width: number, style: { fontSize: number }): string {
  const kept = line.split(' ');
  let left = count;
  const text = (): string => [...kept, `+ ${left} more`].join(' ');
  while (kept.length > 1 && textWidth(text(), style) > width) {
    kept.pop();
    left += 1;
  }
  return text();
}

/** What a platform or a core is called. */
export function titleAt(side: PlatformCoreMap['platforms'], i: number): string {
  const found = side[i];
  if (found === undefined) return '';
  // Designs of a family share their title.
  const alone = side.filter(({ title }) => title === found.title).length === 1;
  return visibleText(alone && found.title !== '' ? found.title : found.id, 200);
}

/** What the rows of a map are called. */
export function rowWords({ of }: Pick<PlatformCoreMap, 'of'>): { one: string; many: string } {
  return of === 'process'
    ? { one: 'process', many: 'processes' }
    : { one: 'platform', many: 'platforms' };
}
