import { loadBuiltin } from '../builtin/load.ts';
import { scenarioAgain } from '../dossier/again.ts';
import { readSavedReport } from '../dossier/read.ts';
import type { Dossier } from '../dossier/types.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { SCENARIO_OPTIONS } from './options.ts';
import type { Ready, ScenarioArgs } from './scenarioArgs.ts';

/** Options that concern how a result is shown, or what it is compared with. */
const ALLOWED = new Set(['datasets']);

/** A report as it was saved. */
export interface SavedReport {
  readonly dossier: Dossier;
  /** What it can be computed from again in a page, or why it can not: the end of a sentence. */
  readonly live: () => Promise<
    Pick<Ready, 'builtin' | 'scenario' | 'shipped'> | { readonly why: string }
  >;
}

/**
 * Reads a saved report or evaluation.
 *
 * @throws InputError for what can not be read, and for options that would change its scenario
 */
export function savedReport(file: string, args: ScenarioArgs): SavedReport {
  const given = Object.keys(SCENARIO_OPTIONS).filter(
    (option) => !ALLOWED.has(option) && (args as Record<string, unknown>)[option] !== undefined,
  );
  if (given.length > 0) {
    const message = `${quote(file)} is a saved result: it can not be changed`;
    const expected = 'no options that change a scenario; or its scenario instead of its result';
    const received = quote(given.map((option) => `--${option}`).join(', '));
    throw new InputError([{ code: 'usage', message, expected, received }]);
  }
  const dossier = readSavedReport(readTextFile(file), file);
  return {
    dossier,
    live: async () => {
      const { builtin, checked } = await loadBuiltin(args.datasets);
      const again = scenarioAgain(builtin, !checked, dossier);
      return 'why' in again ? again : { builtin, ...again };
    },
  };
}
