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
      return `\n${paint('bold', visibleText(block.text))}`;
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
  fitWidths(widths, style.width);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const width = widths[i] ?? 0;
        const text = cut(cell, width);
        const space = ' '.repeat(Math.max(0, width - [...text].length));
        return block.columns[i]?.align === 'right' ? space + text : text + space;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(header), rule, ...rows.map(line)].join('\n');
}

/** Narrows the widest columns until the table fits. */
function fitWidths(widths: number[], limit: number | undefined): void {
  if (limit === undefined) return;
  const total = (): number => widths.reduce((sum, width) => sum + width + 2, -2);
  while (total() > limit) {
    const widest = widths.indexOf(Math.max(...widths));
    const width = widths[widest] ?? 0;
    if (width <= NARROWEST) return;
    widths[widest] = Math.max(NARROWEST, width - (total() - limit));
  }
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
