import type { PlatformCoreMap } from '../../dossier/types.ts';
import { textWidth } from '../render/textMetrics.ts';
import type { Layout } from './chart.ts';
import { fitText } from './fitText.ts';
import { titleAt } from './mapRows.ts';
import { INK } from './theme.ts';

/** Lines of the name of a core above its column. */
const MOST_LINES = 3;

/** Names of the cores above their columns: in a few lines, or along them where they are too wide. */
export function coreNames(
  map: PlatformCoreMap,
  cores: readonly number[],
  column: number,
  layout: Layout,
): object[] {
  const style = { fontSize: layout === 'wide' ? 12 : 11 };
  const names = cores.map((i) => titleAt(map.cores, i));
  const lines = names.map((name) => hyphenated(name, column - 8, style));
  const flat = lines.every((own) => own.length <= MOST_LINES && !own.some(isCut));
  const x = { field: 'x', type: 'quantitative', scale: null, axis: null };
  return names.map((name, i) => ({
    data: {
      values: [
        {
          x: (i + 0.5) * column,
          text: flat ? (lines[i] ?? []) : fitText(name, 170, style),
        },
      ],
    },
    mark: {
      type: 'text',
      ...style,
      color: INK.text,
      ...(flat
        ? { baseline: 'bottom', lineHeight: 14, y: 7 - 14 * (lines[i]?.length ?? 1) }
        : { angle: 270, align: 'left', baseline: 'middle', y: -6 }),
    },
    encoding: { x, text: { field: 'text' } },
  }));
}

/** Whether a text is there in part only. */
function isCut(text: string): boolean {
  return text.endsWith('…');
}

/** A name in lines that break after hyphens and spaces; one that is too wide is cut. */
function hyphenated(name: string, width: number, style: { fontSize: number }): string[] {
  const lines: string[] = [];
  for (const part of name.split(/(?<=[-_ ])/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth((last + part).trimEnd(), style) <= width) {
      lines[lines.length - 1] = last + part;
    } else lines.push(part);
  }
  return lines.map((line) => fitText(line.trimEnd(), width, style));
}
