import { subjectAsked, type SubjectRequest } from '../doubt/subject.ts';
import { InputError } from '../issues/issue.ts';

/** Options of a study that is about the ratio, or about one quantity instead. */
export interface SubjectArgs {
  readonly output?: readonly string[];
  readonly limit?: string;
}

/**
 * What `--output` and `--limit` say that a study is about.
 *
 * @returns undefined where it is about the ratio
 * @throws InputError for several outputs, and for a limit without one
 */
export function subjectRequest({ output = [], limit }: SubjectArgs): SubjectRequest | undefined {
  if (output.length < 2) return subjectAsked({ output: output[0], limit });
  const message = '--output can be given once only: this study is of one quantity';
  throw new InputError([{ code: 'usage', message, received: output.join(', ') }]);
}
