import { styleText } from 'node:util';
import { visibleText } from '../visible.ts';
import type { Block } from './blocks.ts';

/** How a terminal shows text. */
export interface TextStyle {
  readonly color: boolean;
  /** Columns of the terminal; undefined for no limit. */
  readonly width: number | undefined;
}

/** Narrowest column that text is cut to when a table is wider than the terminal. */
const NARROWEST = 12;

/** Narrower than this a text is cut only where nothing else helps. */
const READABLE = 20;

/** Blocks as plain text for a terminal. */
export function toText(blocks: readonly Block[], style: TextStyle): string {
  const parts = blocks.map((block) => render(block, style));
  return `${parts.join('\n')}\n`;
}

function render(block: Block, style: TextStyle): string {
  const paint = (format: Parameters<typeof styleText>[0], text: string): string =>
    style.color ? styleText(format, text, { validateStream: false }) : text;
  switch (block.kind) {
    case 'verdict': {
      const tone = { pass: 'green', fail: 'red', undecided: 'yellow' } as const;
      return paint(['bold', tone[block.outcome]], wrap(visibleText(block.text), style.width, ''));
    }
    case 'heading':
      return `\n${paint('bold', wrap(visibleText(block.text), style.width, ''))}`;
    case 'text':
      return wrap(visibleText(block.text), style.width, '');
    case 'image':
      return wrap(`${visibleText(block.text)} (${visibleText(block.file)})`, style.width, '');
    case 'list':
      return block.items
        .map((item) => `- ${wrap(visibleText(item), style.width, '  ')}`)
        .join('\n');
    case 'table':
      return table(block, style);
  }
}

function table(block: Block & { kind: 'table' }, style: TextStyle): string {
  const header = block.columns.map((column) => column.title);
  const rows = block.rows.map((row) => row.map((cell) => visibleText(cell)));
  const widths = header.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => [...(row[i] ?? '')].length)),
  );
  // A cell that may not be cut gets a line of its own where the table leaves no room for it.
  const below = block.columns.flatMap(({ whole }, i) => (whole === true ? [i] : []));
  const all = [...header.keys()];
  const folds = below.length > 0 && !fits(block.columns, widths, all, style.width);
  const shown = folds ? all.filter((i) => !below.includes(i)) : all;
  fitWidths(block.columns, widths, shown, style.width);
  const line = (cells: readonly string[]): string =>
    shown
      .map((i) => {
        const [cell = '', width = 0] = [cells[i], widths[i]];
        const text = cut(cell, width);
        const space = ' '.repeat(Math.max(0, width - [...text].length));
        return block.columns[i]?.align === 'right' ? space + text : text + space;
      })
      .join('  ')
      .trimEnd();
  const rule = shown.map((i) => '-'.repeat(widths[i] ?? 0)).join('  ');
  const own = (cells: readonly string[]): string[] =>
    folds ? below.map((i) => `  ${cells[i] ?? ''}`) : [];
  return [
    line(header),
    ...own(header),
    rule,
    ...rows.flatMap((cells) => [line(cells), ...own(cells)]),
  ].join('\n');
}

type Columns = (Block & { kind: 'table' })['columns'];

function totalWidth(widths: readonly number[], shown: readonly number[]): number {
  return shown.reduce((sum, i) => sum + (widths[i] ?? 0) + 2, -2);
}

/** Whether a table fits with its texts cut, but nothing that has to stay whole. */
function fits(
  columns: Columns,
  widths: readonly number[],
  shown: readonly number[],
  limit: number | undefined,
): boolean {
  const least = widths.map((width, i) => (isCut(columns, i) ? Math.min(width, READABLE) : width));
  return limit === undefined || totalWidth(least, shown) <= limit;
}

/** Texts are cut; numbers would be others, and what is to be copied would be of no use. */
function isCut(columns: Columns, i: number): boolean {
  return columns[i]?.align !== 'right' && columns[i]?.whole !== true;
}

/** Narrows the widest columns of text until the table fits, and of numbers where there are no others. */
function fitWidths(
  columns: Columns,
  widths: number[],
  shown: readonly number[],
  limit: number | undefined,
): void {
  if (limit === undefined) return;
  const narrow = (some: readonly number[]): void => {
    for (;;) {
      const over = totalWidth(widths, shown) - limit;
      const widest = some.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
      const width = widest === undefined ? 0 : (widths[widest] ?? 0);
      if (over <= 0 || widest === undefined || width <= NARROWEST) return;
      widths[widest] = Math.max(NARROWEST, width - over);
    }
  };
  narrow(shown.filter((i) => isCut(columns, i)));
  narrow(shown.filter((i) => columns[i]?.whole !== true));
}

function cut(text: string, width: number): string {
  const letters = [...text];
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join('')}…`;
}

function wrap(text: string, width: number | undefined, indent: string): string {
  if (width === undefined) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}
