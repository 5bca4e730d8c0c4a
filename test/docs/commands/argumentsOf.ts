import { resolve } from 'node:path';
import type { ShownCommand } from './extract.ts';
import { shellWords } from './shellWords.ts';

/** What a document leaves to the reader, and one that there is. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  FILE: resolve('test/backtest/tolerances.yaml'),
  NAME: 'overhead',
  QUANTITY: 'overhead',
};

/** Makes a command cheaper that would take long. */
interface Cheaper {
  readonly command: string;
  /** An argument without which it does not take long. */
  readonly argument: RegExp;
  readonly options: readonly string[];
}

/** For commands whose output no document shows. */
const CHEAPER: readonly Cheaper[] = [
  { command: 'compare', argument: /^/, options: ['--samples', '2048'] },
  { command: 'montecarlo', argument: /^/, options: ['--samples', '2048'] },
  { command: 'sobol', argument: /^/, options: ['--samples', '256'] },
  { command: 'sweep', argument: /=\*$/, options: ['--plan'] },
];

/**
 * The arguments that a command of a document is run with in a directory. Prose that only names a
 * command, as in `emuprove import`, stands for its help.
 */
export function argumentsOf({ line, shown, prose }: ShownCommand, directory: string): string[] {
  const words = shellWords(line, directory).map((word) => PLACEHOLDERS[word] ?? word);
  if (prose && words.length === 1) return [...words, '--help'];
  if (shown !== '') return words;
  const cheaper = CHEAPER.find(
    ({ command, argument }) => words[0] === command && words.some((word) => argument.test(word)),
  );
  return [...words, ...(cheaper?.options ?? [])];
}
