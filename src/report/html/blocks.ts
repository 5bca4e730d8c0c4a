import { outcomeText } from '../format.ts';
import type { Block } from '../table/blocks.ts';
import { html, type Content, type Html } from './html.ts';
import { table } from './table.ts';

/** Blocks of a document as sections of a page, one for each heading. */
export function sectionsOf(blocks: readonly Block[]): Html[] {
  const parts: { heading: string; content: Content[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') parts.push({ heading: block.text, content: [] });
    else parts.at(-1)?.content.push(content(block, parts.at(-1)?.heading ?? ''));
  }
  return parts.map(
    ({ heading, content: inside }) =>
      html`<section id="${idOf(heading)}">
        <h2>${heading}</h2>
        ${inside}
      </section>`,
  );
}

function content(block: Block, heading: string): Content {
  switch (block.kind) {
    case 'verdict':
      return html`<p>
        <span class="${block.outcome}">${outcomeText(block.outcome)}</span> ${block.text}
      </p>`;
    case 'text':
      return html`<p>${block.text}</p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li> `)}
      </ul>`;
    case 'table':
      return table(
        heading,
        block.columns.map(({ title, align }) => ({ title, number: align === 'right' })),
        block.rows.map((row) => row.map((cell) => cell.replaceAll('× ', '×\u00a0'))),
      );
    // Drawings stand in a page by themselves.
    case 'image':
    case 'heading':
      return undefined;
  }
}

function idOf(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
