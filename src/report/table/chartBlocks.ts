import type { Chart } from '../charts/chart.ts';
import { besideOf, nameOf } from '../files/names.ts';
import type { Block } from './blocks.ts';

/**
 * Charts of a document.
 *
 * @param charts drawn as files beside the document, each called `base-ID.svg`
 * @param base path of the document without its end
 */
export function chartBlocks(charts: readonly Chart[], base: string): Block[] {
  if (charts.length === 0) return [];
  return [
    { kind: 'heading', text: 'Charts' },
    ...charts.flatMap(({ id, title, description }): Block[] => [
      { kind: 'text', text: title },
      { kind: 'image', file: besideOf(nameOf(base, id, '.svg')), text: description },
    ]),
  ];
}
