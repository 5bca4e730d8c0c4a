import { optionWords } from '../result/optionWords.ts';
import { prepare, type Prepared } from '../doubt/prepare.ts';
import { subjectAsked, type SubjectOptions } from '../doubt/subject.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/** What every study may be asked for. */
export interface StudyOptions {
  /** Quantities beside the headline and the verdict: `proof_bytes`, `log10(latency)`. */
  readonly outputs?: readonly string[];
}

/**
 * Makes a scenario ready for a study of its doubt.
 *
 * @param resolved - what `resolveScenario` gave
 * @param study - name of the study, for the command line that the result states
 * @param options - those of the study that its result depends on, for the same line
 * @param defaults - what they are where they are left out
 * @param about - a quantity to study instead of the ratio
 * @returns the compiled model with a distribution for every input that is not exact
 * @throws InputError where the verdict is undecided: what is missing has no doubt to study
 */
export function prepareStudy(
  { builtin, scenario, shipped, checked }: ResolvedScenario,
  study: string,
  options: StudyOptions & Readonly<Record<string, unknown>> = {},
  defaults: Readonly<Record<string, unknown>> = {},
  about: SubjectOptions = {},
): Prepared {
  const { outputs = [], ...own } = options;
  const output = about.output ?? (outputs.length === 0 ? undefined : outputs);
  const { limit } = about;
  const words = optionWords(
    { ...defaults, ...own, output, limit },
    { ...defaults, output: undefined, limit: undefined },
  );
  const subject = subjectAsked(about);
  return prepare(builtin, scenario, shipped, !checked, { study, outputs, about: subject, words });
}
