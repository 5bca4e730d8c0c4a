import type { Prepared } from './prepare.ts';

/** Of a study that moves inputs one at a time: that correlations say nothing there, if there are any. */
export function aloneNote({ correlation }: Pick<Prepared, 'correlation'>): string[] {
  if (correlation === undefined) return [];
  const which = correlation.inputs.join(', ');
  return [
    `The correlations of ${which} say nothing here: every input is moved by itself, the others as they are.`,
  ];
}
