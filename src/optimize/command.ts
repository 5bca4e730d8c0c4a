import { quoteWord, reproduce } from '../result/command.ts';
import type { Scenario } from '../scenario/types.ts';
import type { OptimizeRequest } from './request.ts';

/** The command line that makes a search again. */
export function optimizeCommand(
  scenario: Scenario,
  shipped: Scenario | undefined,
  { over = [], aim, subjectTo = [], without = [], pareto = [], mix = true }: OptimizeRequest,
): string {
  const words: string[] = [];
  for (const text of over) words.push('--over', text);
  if (aim !== undefined) words.push(`--${aim.direction}`, aim.name);
  for (const text of subjectTo) words.push('--subject-to', text);
  for (const id of without) words.push('--without', id);
  if (pareto.length > 0) {
    const names = pareto.map(({ name, direction }) =>
      direction === 'maximize' ? `${name}:max` : name,
    );
    words.push('--pareto', names.join(','));
  }
  if (!mix) words.push('--no-mix');
  const base = reproduce(scenario, shipped).replace('emuprove evaluate', 'emuprove optimize');
  return [base, ...words.map(quoteWord)].join(' ');
}
