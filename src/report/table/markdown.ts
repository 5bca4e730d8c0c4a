import { visibleText } from '../visible.ts';
import type { Block } from './blocks.ts';

/** Blocks as Markdown (GitHub flavour). */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(render).join('\n\n')}\n`;
}

function render(block: Block): string {
  switch (block.kind) {
    case 'verdict':
      return `**${escape(block.text)}**`;
    case 'heading':
      return `## ${escape(block.text)}`;
    case 'text':
      return escape(block.text);
    case 'image':
      return `![${escape(block.text)}](<${encodeURI(block.file)}>)`;
    case 'list':
      return block.items.map((item) => `- ${escape(item)}`).join('\n');
    case 'table': {
      const line = (cells: readonly string[]): string => `| ${cells.map(escape).join(' | ')} |`;
      const rule = block.columns.map(({ align }) => (align === 'right' ? '---:' : '---'));
      return [
        line(block.columns.map(({ title }) => title)),
        `| ${rule.join(' | ')} |`,
        ...block.rows.map(line),
      ].join('\n');
    }
  }
}

/** Text that can neither end a table cell nor start markup, HTML included. */
function escape(text: string): string {
  return visibleText(text)
    .replace(/[\\`*_[\]|~#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
