import type { Block } from '../report/table/blocks.ts';
import type { Streams } from './streams.ts';

/** A document as `md`, as a `table` for this terminal, or as `plain` text for a file. */
export async function renderBlocks(
  blocks: readonly Block[],
  format: string,
  streams: Streams,
): Promise<string> {
  if (format === 'md') {
    const { toMarkdown } = await import('../report/table/markdown.ts');
    return toMarkdown(blocks);
  }
  const { toText } = await import('../report/table/text.ts');
  const terminal = format === 'table';
  return toText(blocks, {
    color: terminal && streams.color,
    width: terminal ? streams.width : undefined,
  });
}
